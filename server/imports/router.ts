import { z } from 'zod';
import { FileToRead, ImportList, ImportRowList } from '../../shared/imports/schemas.ts';
import { RecordId } from '../../shared/records.ts';
import { allow, costly, router } from '../http/procedures.ts';
import { followWrite } from './follow-write.ts';
import { listImportRows, listImports, readImport } from './list-imports.ts';
import { previewFile } from './preview-file.ts';
import { sheetProcedures } from './sheets/sheet-procedures.ts';
import { undoImport } from './undo-import.ts';
import { discardImport, writeImport } from './write-import.ts';

const offices = allow(['admin', 'coordinator']);
// Imports show the titles of their pages.
const officesReading = allow(['admin', 'coordinator'], ['imports', 'social']);
const OfImport = z.object({ id: RecordId });

export const importsRouter = router({
  ...sheetProcedures,
  listImports: officesReading.input(ImportList).query(({ ctx, input }) => listImports(ctx, input)),
  readImport: officesReading.input(OfImport).query(({ ctx, input }) => readImport(ctx, input.id)),
  listImportRows: costly(officesReading, 'read')
    .input(ImportRowList)
    .query(({ ctx, input }) => listImportRows(ctx, input)),
  previewFile: costly(offices, 'file')
    .input(FileToRead)
    .mutation(({ ctx, input }) => previewFile(ctx, input)),
  writeImport: offices
    .input(OfImport)
    .mutation(({ ctx, input }) => followWrite(ctx, (report) => writeImport(ctx, input.id, report))),
  discardImport: offices.input(OfImport).mutation(({ ctx, input }) => discardImport(ctx, input.id)),
  undoImport: costly(offices, 'write')
    .input(OfImport)
    .mutation(({ ctx, input }) => undoImport(ctx, input.id)),
});
