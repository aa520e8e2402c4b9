import { z } from 'zod';
import { MonthPeriod } from '../../shared/calendar/month.ts';
import {
  ClippingFields,
  OutletFields,
  OutletList,
  PressTallyFields,
  PressTallyList,
  ValuePreview,
} from '../../shared/press/schemas.ts';
import { RecordId, RecordVersion } from '../../shared/records.ts';
import { countingBoth, reachingBack } from '../http/asked-choices.ts';
import { allow, allowEveryRole, router } from '../http/procedures.ts';
import { captureProcedures } from './capture/capture-procedures.ts';
import { coverageProcedures } from './coverage/coverage-procedures.ts';
import { duplicatesProcedures } from './duplicates/duplicates-procedures.ts';
import { feedsProcedures } from './feeds/feeds-procedures.ts';
import { selectOutlets, selectPressTallies } from './queries.ts';
import { ratesProcedures } from './rates/rates-procedures.ts';
import { previewValue, readClipping } from './read-clipping.ts';
import { readMonthlyHeadline, readMonthlyValue } from './read-monthly-value.ts';
import { readYearlyValue } from './read-yearly-value.ts';
import { reviewProcedures } from './review/review-procedures.ts';
import { createClipping, removeClipping, restoreClipping } from './save-clipping.ts';
import { createOutlet, removeOutlet, restoreOutlet, updateOutlet } from './save-outlet.ts';
import {
  createPressTally,
  removePressTally,
  restorePressTally,
  updatePressTally,
} from './save-press-tally.ts';
import { tableProcedures } from './table/table-procedures.ts';
import { updateClipping } from './update-clippings.ts';

const everyone = allowEveryRole(['press']);
const pressOffice = allow(['admin', 'coordinator', 'press']);
const counting = countingBoth(pressOffice);
const change = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({ at: RecordVersion, fields });

const reads = {
  readMonthlyValue: everyone
    .input(MonthPeriod)
    .query(({ ctx, input }) => readMonthlyValue(ctx.database, input)),
  readMonthlyHeadline: everyone
    .input(MonthPeriod)
    .query(({ ctx, input }) => readMonthlyHeadline(ctx.database, input)),
  readYearlyValue: everyone.query(({ ctx }) => readYearlyValue(ctx.database)),
  readClipping: allowEveryRole(['press', 'output'])
    .input(z.object({ id: RecordId }))
    .query(({ ctx, input }) => readClipping(ctx.database, input.id)),
  /** What saving would store as the value, for the form to show before. */
  previewValue: everyone.input(ValuePreview).query(({ ctx, input }) => previewValue(ctx, input)),
  listOutlets: everyone
    .input(OutletList)
    .query(({ ctx, input }) => selectOutlets(ctx.database, input)),
  listPressTallies: everyone
    .input(PressTallyList)
    .query(({ ctx, input }) => selectPressTallies(ctx.database, input)),
};

export const pressRouter = router({
  ...reads,
  ...captureProcedures,
  ...feedsProcedures,
  ...coverageProcedures,
  ...ratesProcedures,
  ...duplicatesProcedures,
  ...reviewProcedures,
  ...tableProcedures,
  createClipping: counting
    .input(ClippingFields)
    .mutation(({ ctx, input: { countsBoth: _, ...fields } }) => createClipping(ctx, fields)),
  updateClipping: counting
    .input(change(ClippingFields))
    .mutation(({ ctx, input }) => updateClipping(ctx, input.at, input.fields)),
  removeClipping: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeClipping(ctx, input)),
  restoreClipping: counting
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreClipping(ctx, input)),
  createOutlet: pressOffice
    .input(OutletFields)
    .mutation(({ ctx, input }) => createOutlet(ctx, input)),
  updateOutlet: reachingBack(pressOffice)
    .input(change(OutletFields))
    .mutation(({ ctx, input }) => updateOutlet(ctx, input.at, input.fields)),
  removeOutlet: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeOutlet(ctx, input)),
  restoreOutlet: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreOutlet(ctx, input)),
  createPressTally: counting
    .input(PressTallyFields)
    .mutation(({ ctx, input: { countsBoth: _, ...fields } }) => createPressTally(ctx, fields)),
  updatePressTally: counting
    .input(change(PressTallyFields))
    .mutation(({ ctx, input }) => updatePressTally(ctx, input.at, input.fields)),
  removePressTally: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removePressTally(ctx, input)),
  restorePressTally: counting
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restorePressTally(ctx, input)),
});
