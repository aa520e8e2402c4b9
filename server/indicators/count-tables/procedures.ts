import { z } from 'zod';
import {
  CountRowFields,
  CountTableFields,
  CountTableList,
  OfCountTable,
} from '../../../shared/indicators/count-tables/schemas.ts';
import { RecordVersion } from '../../../shared/records.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import { selectCountTable, selectCountTables } from './queries.ts';
import {
  createCountRows,
  removeCountRow,
  restoreCountRow,
  updateCountRow,
} from './save-count-row.ts';
import {
  addUsualTables,
  createCountTable,
  removeCountTable,
  restoreCountTable,
  updateCountTable,
} from './save-count-table.ts';

const everyone = allowEveryRole(['indicators']);
const offices = allow(['admin', 'coordinator']);

/** Tables of counts by period: requests of residents, surveys, procedures. */
export const countTableProcedures = {
  listTables: everyone
    .input(CountTableList)
    .query(({ ctx, input }) => selectCountTables(ctx.database, input)),
  readTable: everyone
    .input(OfCountTable)
    .query(({ ctx, input }) => selectCountTable(ctx.database, input)),
  addUsualTables: offices.mutation(({ ctx }) => addUsualTables(ctx)),
  createTable: offices
    .input(CountTableFields)
    .mutation(({ ctx, input }) => createCountTable(ctx, input)),
  updateTable: offices
    .input(z.object({ at: RecordVersion, fields: CountTableFields }))
    .mutation(({ ctx, input }) => updateCountTable(ctx, input.at, input.fields)),
  removeTable: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeCountTable(ctx, input)),
  restoreTable: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreCountTable(ctx, input)),
  createRows: costly(offices, 'write')
    .input(z.object({ rows: z.array(CountRowFields).min(1).max(500) }))
    .mutation(({ ctx, input }) => createCountRows(ctx, input.rows)),
  updateRow: offices
    .input(z.object({ at: RecordVersion, fields: CountRowFields }))
    .mutation(({ ctx, input }) => updateCountRow(ctx, input.at, input.fields)),
  removeRow: offices.input(RecordVersion).mutation(({ ctx, input }) => removeCountRow(ctx, input)),
  restoreRow: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreCountRow(ctx, input)),
};
