import { z } from 'zod';
import { ImportList } from '../../../shared/imports/schemas.ts';
import {
  SheetRowList,
  SheetToPlan,
  SheetToPreview,
} from '../../../shared/imports/sheets/schemas.ts';
import { RecordId } from '../../../shared/records.ts';
import { reachingBack } from '../../http/asked-choices.ts';
import { allow, costly } from '../../http/procedures.ts';
import { followWrite } from '../follow-write.ts';
import { listSheetRows } from './list-sheet-rows.ts';
import { planSheet } from './plan-sheet.ts';
import { previewSheet } from './preview-sheet.ts';
import { listSheetImports, readSheetImport, showSheetImport } from './sheet-queries.ts';
import { undoSheetImport } from './undo-sheet-import.ts';
import { discardSheetImport, writeSheetImport } from './write-sheet-import.ts';

// What each of them may import, its destination says.
const importers = allow(['admin', 'coordinator', 'press']);
const OfImport = z.object({ id: RecordId });

/** The imports of the office's own spreadsheets. */
export const sheetProcedures = {
  planSheet: costly(importers, 'file')
    .input(SheetToPlan)
    .mutation(({ ctx, input }) => planSheet(ctx, input)),
  previewSheet: costly(importers, 'file')
    .input(SheetToPreview)
    .mutation(({ ctx, input }) => previewSheet(ctx, input)),
  writeSheetImport: reachingBack(importers)
    .input(OfImport)
    .mutation(({ ctx, input }) =>
      followWrite(ctx, (report) => writeSheetImport(ctx, input.id, report)),
    ),
  discardSheetImport: importers
    .input(OfImport)
    .mutation(({ ctx, input }) => discardSheetImport(ctx, input.id)),
  undoSheetImport: reachingBack(importers)
    .input(OfImport)
    .mutation(({ ctx, input }) =>
      followWrite(ctx, (report) => undoSheetImport(ctx, input.id, report)),
    ),
  // Not kept: they are not the same for all.
  listSheetImports: importers
    .input(ImportList)
    .query(({ ctx, input }) => listSheetImports(ctx, input)),
  readSheetImport: importers
    .input(OfImport)
    .query(async ({ ctx, input }) => showSheetImport(await readSheetImport(ctx, input.id))),
  listSheetRows: costly(importers, 'read')
    .input(SheetRowList)
    .query(({ ctx, input }) => listSheetRows(ctx, input)),
};
