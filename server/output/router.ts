import { z } from 'zod';
import { MonthPeriod } from '../../shared/calendar/month.ts';
import {
  OutputItemFields,
  OutputItemList,
  OutputTallyFields,
  OutputTallyList,
} from '../../shared/output/schemas.ts';
import { RecordId, RecordVersion } from '../../shared/records.ts';
import { allow, allowEveryRole, router } from '../http/procedures.ts';
import { listOutputItems } from './list-output-items.ts';
import { selectOutputItem, selectOutputTallies } from './queries.ts';
import { readMonthMatrix } from './read-month-matrix.ts';
import {
  createOutputItem,
  removeOutputItem,
  restoreOutputItem,
  updateOutputItem,
} from './save-output-item.ts';
import {
  createOutputTally,
  removeOutputTally,
  restoreOutputTally,
  updateOutputTally,
} from './save-output-tally.ts';

const everyone = allowEveryRole(['output']);
// Items show the names of their departments.
const everyoneWithDepartments = allowEveryRole(['output', 'accounts']);
const offices = allow(['admin', 'coordinator']);
const change = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({ at: RecordVersion, fields });

export const outputRouter = router({
  readMonthMatrix: everyone
    .input(MonthPeriod)
    .query(({ ctx, input }) => readMonthMatrix(ctx.database, input)),
  listItems: everyoneWithDepartments
    .input(OutputItemList)
    .query(({ ctx, input }) => listOutputItems(ctx.database, input)),
  readItem: everyoneWithDepartments
    .input(z.object({ id: RecordId }))
    .query(({ ctx, input }) => selectOutputItem(ctx.database, input.id)),
  createItem: offices
    .input(OutputItemFields)
    .mutation(({ ctx, input }) => createOutputItem(ctx, input)),
  updateItem: offices
    .input(change(OutputItemFields))
    .mutation(({ ctx, input }) => updateOutputItem(ctx, input.at, input.fields)),
  removeItem: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeOutputItem(ctx, input)),
  restoreItem: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreOutputItem(ctx, input)),
  listTallies: everyone
    .input(OutputTallyList)
    .query(({ ctx, input }) => selectOutputTallies(ctx.database, input)),
  createTally: offices
    .input(OutputTallyFields)
    .mutation(({ ctx, input }) => createOutputTally(ctx, input)),
  updateTally: offices
    .input(change(OutputTallyFields))
    .mutation(({ ctx, input }) => updateOutputTally(ctx, input.at, input.fields)),
  removeTally: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeOutputTally(ctx, input)),
  restoreTally: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreOutputTally(ctx, input)),
});
