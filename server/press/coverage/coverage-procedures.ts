import { z } from 'zod';
import { MonthPeriod } from '../../../shared/calendar/month.ts';
import { CausedByEvent, KeyMessageFields, KeyMessageList } from '../../../shared/press/coverage.ts';
import { RecordVersion } from '../../../shared/records.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import { selectWritten } from './coverage-queries.ts';
import { listCaused } from './list-caused.ts';
import { readCoverage } from './read-coverage.ts';
import {
  createKeyMessage,
  listKeyMessages,
  removeKeyMessage,
  restoreKeyMessage,
  updateKeyMessage,
} from './save-key-message.ts';
import { readValueByTone } from './value-by-tone.ts';

const everyone = allowEveryRole(['press']);
// Shares show the names of departments and the titles of events.
const everyoneWithNames = allowEveryRole(['press', 'accounts', 'output']);
const pressOffice = allow(['admin', 'coordinator', 'press']);
const mostWritten = 100;

/** What the coverage said, and the key messages it is measured by. */
export const coverageProcedures = {
  readCoverage: costly(everyoneWithNames, 'read')
    .input(MonthPeriod)
    .query(({ ctx, input }) => readCoverage(ctx.database, input)),
  readValueByTone: costly(everyone, 'read')
    .input(MonthPeriod)
    .query(({ ctx, input }) => readValueByTone(ctx.database, input)),
  listCaused: costly(everyone, 'read')
    .input(CausedByEvent)
    .query(({ ctx, input }) => listCaused(ctx.database, input)),
  /** What people wrote before in fields that take any text, to choose from. */
  listWritten: costly(everyone, 'read').query(async ({ ctx: { database } }) => ({
    topics: await selectWritten(database.db, 'topic', mostWritten),
    spokespersons: await selectWritten(database.db, 'spokesperson', mostWritten),
  })),
  listKeyMessages: everyone
    .input(KeyMessageList)
    .query(({ ctx, input }) => listKeyMessages(ctx.database, input)),
  createKeyMessage: pressOffice
    .input(KeyMessageFields)
    .mutation(({ ctx, input }) => createKeyMessage(ctx, input)),
  updateKeyMessage: pressOffice
    .input(z.object({ at: RecordVersion, fields: KeyMessageFields }))
    .mutation(({ ctx, input }) => updateKeyMessage(ctx, input.at, input.fields)),
  removeKeyMessage: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeKeyMessage(ctx, input)),
  restoreKeyMessage: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreKeyMessage(ctx, input)),
};
