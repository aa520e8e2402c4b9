import { z } from 'zod';
import { Day } from '../../shared/calendar/day.ts';
import { MonthPeriod } from '../../shared/calendar/month.ts';
import { OutputItemEdits, OutputItemMarks } from '../../shared/output/edit-items.ts';
import { MatrixAsked } from '../../shared/output/matrix-by.ts';
import { OwnKindFields } from '../../shared/output/own-kind.ts';
import { PlaceFields, PlaceList } from '../../shared/output/places.ts';
import { Repeat } from '../../shared/output/repeat.ts';
import {
  OutputItemFields,
  OutputItemList,
  OutputTallyFields,
  OutputTallyList,
} from '../../shared/output/schemas.ts';
import { RecordId, RecordVersion } from '../../shared/records.ts';
import { countingBoth } from '../http/asked-choices.ts';
import { allow, allowEveryRole, costly, router } from '../http/procedures.ts';
import { calendarProcedures } from './calendar/calendar-procedures.ts';
import { commitmentProcedures } from './commitments/commitment-procedures.ts';
import { countDays } from './count-days.ts';
import { editOutputItems, removeOutputItems, restoreOutputItems } from './edit-output-items.ts';
import { importOutputItems } from './import-output-items.ts';
import { linkProcedures } from './links/link-procedures.ts';
import { listOutputItems } from './list-output-items.ts';
import { listPlacesWithoutMeeting } from './list-places-without-meeting.ts';
import { monthProcedures } from './months/month-procedures.ts';
import { listKinds } from './output-kinds.ts';
import { selectOutputItem, selectOutputTallies } from './queries.ts';
import { readMatrix } from './read-matrix.ts';
import { readMonthMatrix } from './read-month-matrix.ts';
import { requestProcedures } from './requests/procedures.ts';
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
import { createOwnKind, removeOwnKind, restoreOwnKind, updateOwnKind } from './save-own-kind.ts';
import { createPlace, listPlaces, removePlace, restorePlace, updatePlace } from './save-place.ts';
import { createOutputSeries, removeOutputSeries, updateOutputSeries } from './save-series.ts';

const everyone = allowEveryRole(['output']);
// Items show the names of their departments.
const everyoneWithDepartments = allowEveryRole(['output', 'accounts']);
const administrators = allow(['admin']);
const offices = allow(['admin', 'coordinator']);
const counting = countingBoth(offices);
const countingMany = countingBoth(costly(offices, 'write'));
const change = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({ at: RecordVersion, fields });

export const outputRouter = router({
  ...commitmentProcedures,
  ...linkProcedures,
  ...monthProcedures,
  readMonthMatrix: everyone
    .input(MonthPeriod)
    .query(({ ctx, input }) => readMonthMatrix(ctx.database, input)),
  readMatrix: everyoneWithDepartments
    .input(MatrixAsked)
    .query(({ ctx, input }) => readMatrix(ctx.database, input)),
  countDays: costly(everyone, 'read')
    .input(z.object({ from: Day, to: Day }))
    .query(({ ctx, input }) => countDays(ctx.database, input)),
  listPlacesWithoutMeeting: everyone
    .input(z.object({ year: z.number().int().min(1900).max(2199) }))
    .query(({ ctx, input }) => listPlacesWithoutMeeting(ctx.database, input.year)),
  listItems: costly(everyoneWithDepartments, 'read')
    .input(OutputItemList)
    .query(({ ctx, input }) => listOutputItems(ctx.database, input)),
  createItems: countingMany
    .input(z.object({ items: z.array(OutputItemFields).min(1).max(2_000) }))
    .mutation(({ ctx, input }) => importOutputItems(ctx, input.items)),
  createSeries: countingMany
    .input(z.object({ fields: OutputItemFields, repeat: Repeat }))
    .mutation(({ ctx, input }) => createOutputSeries(ctx, input.fields, input.repeat)),
  updateSeries: counting
    .input(change(OutputItemFields))
    .mutation(({ ctx, input }) => updateOutputSeries(ctx, input.at, input.fields)),
  removeSeries: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeOutputSeries(ctx, input)),
  editItems: countingMany
    .input(OutputItemEdits)
    .mutation(({ ctx, input }) => editOutputItems(ctx, input.edits)),
  removeItems: costly(offices, 'write')
    .input(OutputItemMarks)
    .mutation(({ ctx, input }) => removeOutputItems(ctx, input.ats)),
  restoreItems: countingMany
    .input(OutputItemMarks)
    .mutation(({ ctx, input }) => restoreOutputItems(ctx, input.ats)),
  readItem: everyoneWithDepartments
    .input(z.object({ id: RecordId }))
    .query(({ ctx, input }) => selectOutputItem(ctx.database, input.id)),
  createItem: counting
    .input(OutputItemFields)
    .mutation(({ ctx, input: { countsBoth: _, ...fields } }) => createOutputItem(ctx, fields)),
  updateItem: counting
    .input(change(OutputItemFields))
    .mutation(({ ctx, input }) => updateOutputItem(ctx, input.at, input.fields)),
  removeItem: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeOutputItem(ctx, input)),
  restoreItem: counting
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreOutputItem(ctx, input)),
  listKinds: everyone.query(({ ctx }) => listKinds(ctx.database)),
  createKind: administrators
    .input(OwnKindFields)
    .mutation(({ ctx, input }) => createOwnKind(ctx, input)),
  updateKind: administrators
    .input(change(OwnKindFields))
    .mutation(({ ctx, input }) => updateOwnKind(ctx, input.at, input.fields)),
  removeKind: administrators
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeOwnKind(ctx, input)),
  restoreKind: administrators
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreOwnKind(ctx, input)),
  listPlaces: everyone.input(PlaceList).query(({ ctx, input }) => listPlaces(ctx.database, input)),
  createPlace: offices.input(PlaceFields).mutation(({ ctx, input }) => createPlace(ctx, input)),
  updatePlace: offices
    .input(change(PlaceFields))
    .mutation(({ ctx, input }) => updatePlace(ctx, input.at, input.fields)),
  removePlace: offices.input(RecordVersion).mutation(({ ctx, input }) => removePlace(ctx, input)),
  restorePlace: offices.input(RecordVersion).mutation(({ ctx, input }) => restorePlace(ctx, input)),
  ...requestProcedures,
  ...calendarProcedures,
  listTallies: everyone
    .input(OutputTallyList)
    .query(({ ctx, input }) => selectOutputTallies(ctx.database, input)),
  createTally: counting
    .input(OutputTallyFields)
    .mutation(({ ctx, input: { countsBoth: _, ...fields } }) => createOutputTally(ctx, fields)),
  updateTally: counting
    .input(change(OutputTallyFields))
    .mutation(({ ctx, input }) => updateOutputTally(ctx, input.at, input.fields)),
  removeTally: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeOutputTally(ctx, input)),
  restoreTally: counting
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreOutputTally(ctx, input)),
});
