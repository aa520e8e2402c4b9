import { z } from 'zod';
import { RecordVersion } from '../../shared/records.ts';
import { DeclaredFigureFields, DeclaredFigureList, Year } from '../../shared/reports/schemas.ts';
import { allow, allowEveryRole, costly, router } from '../http/procedures.ts';
import { findDiscrepancies } from './find-discrepancies.ts';
import { selectDeclaredFigures } from './queries.ts';
import {
  declareFigure,
  removeDeclaredFigure,
  restoreDeclaredFigure,
  updateDeclaredFigure,
} from './save-declared-figure.ts';

const offices = allow(['admin', 'coordinator']);

export const reportsRouter = router({
  listDiscrepancies: costly(
    allowEveryRole(['reports', 'output', 'press', 'social', 'indicators']),
    'read',
  )
    .input(z.object({ year: Year }))
    .query(({ ctx, input }) => findDiscrepancies(ctx.database, input.year)),
  listFigures: allowEveryRole(['reports'])
    .input(DeclaredFigureList)
    .query(({ ctx, input }) => selectDeclaredFigures(ctx.database, input)),
  createFigure: offices
    .input(DeclaredFigureFields)
    .mutation(({ ctx, input }) => declareFigure(ctx, input)),
  updateFigure: offices
    .input(z.object({ at: RecordVersion, fields: DeclaredFigureFields }))
    .mutation(({ ctx, input }) => updateDeclaredFigure(ctx, input.at, input.fields)),
  removeFigure: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeDeclaredFigure(ctx, input)),
  restoreFigure: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreDeclaredFigure(ctx, input)),
});
