import { z } from 'zod';
import {
  IndicatorFields,
  IndicatorFigureFields,
  IndicatorList,
  IndicatorYearFields,
  OfIndicatorPeriod,
  OfIndicatorYear,
} from '../../shared/indicators/schemas.ts';
import { RecordVersion } from '../../shared/records.ts';
import { allow, allowEveryRole, costly } from '../http/procedures.ts';
import { selectIndicator, selectIndicators } from './queries.ts';
import {
  createIndicator,
  removeIndicator,
  restoreIndicator,
  updateIndicator,
} from './save-indicator.ts';
import {
  removeIndicatorFigure,
  saveIndicatorFigure,
  saveIndicatorYear,
} from './save-indicator-year.ts';

// Rules read output, free press and networks; indicators show the names of their departments.
const everyone = allowEveryRole(['indicators', 'output', 'press', 'social', 'accounts']);
const offices = allow(['admin', 'coordinator']);

/** Indicators of plans: what they count, what is asked of each year, what was reached. */
export const indicatorProcedures = {
  listIndicators: costly(everyone, 'read')
    .input(IndicatorList)
    .query(({ ctx, input }) => selectIndicators(ctx, input)),
  readIndicator: everyone
    .input(OfIndicatorPeriod)
    .query(({ ctx, input }) => selectIndicator(ctx, input)),
  createIndicator: offices
    .input(IndicatorFields)
    .mutation(({ ctx, input }) => createIndicator(ctx, input)),
  updateIndicator: offices
    .input(z.object({ at: RecordVersion, fields: IndicatorFields }))
    .mutation(({ ctx, input }) => updateIndicator(ctx, input.at, input.fields)),
  removeIndicator: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeIndicator(ctx, input)),
  restoreIndicator: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreIndicator(ctx, input)),
  saveYear: offices
    .input(
      z.object({
        of: OfIndicatorYear,
        version: z.number().int().min(1).nullable(),
        fields: IndicatorYearFields,
      }),
    )
    .mutation(({ ctx, input }) => saveIndicatorYear(ctx, input.of, input.version, input.fields)),
  saveFigure: offices
    .input(IndicatorFigureFields)
    .mutation(({ ctx, input }) => saveIndicatorFigure(ctx, input)),
  removeFigure: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeIndicatorFigure(ctx, input)),
};
