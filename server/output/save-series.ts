import { randomUUID } from 'node:crypto';
import { addDays, daysBetween } from '../../shared/calendar/day.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import {
  mostRepeats,
  type Repeat,
  repeatDays,
  repeatedDetails,
  repeatedItem,
} from '../../shared/output/repeat.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import { readForChange } from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { itemFieldsOf } from './edit-output-items.ts';
import { importOutputItems } from './import-output-items.ts';
import { selectDetailFields } from './output-kinds.ts';
import { selectOutputItem } from './queries.ts';
import { removeOutputItem, updateOutputItem } from './save-output-item.ts';
import { outputItemKind } from './tables.ts';

function refuseUntil(rule: 'ends_before_first' | 'too_many_days'): AltavozFailure {
  const field = { path: 'repeat.until', rule, facts: { most: mostRepeats } };
  return new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

/**
 * Logs what is planned for every day of a series, all or none; what happened on the first stays with it.
 * @throws {AltavozFailure} as `importOutputItems`; `invalid_input` for a series that ends before it
 * begins or has too many days.
 */
export async function createOutputSeries(
  context: ActorContext,
  fields: OutputItemFields,
  repeat: Repeat,
): Promise<RecordVersion[]> {
  const days = repeatDays(fields.day, repeat);
  if (days.length === 0) throw refuseUntil('ends_before_first');
  if (days.length > mostRepeats) throw refuseUntil('too_many_days');
  const seriesId = randomUUID();
  return transact(context, ['output'], async (write) => {
    const details = await selectDetailFields(write, fields.kind);
    const items = days.map((day, step) =>
      step === 0 ? fields : repeatedItem(fields, details, { day, step }),
    );
    return importOutputItems(
      { ...context, within: write },
      items.map((item) => ({ ...item, seriesId })),
    );
  });
}

/** The other items of a series on later days, in their order. */
async function selectFollowing(
  { db }: Write,
  { id, seriesId, day }: { id: string; seriesId: string | null; day: string },
): Promise<RecordVersion[]> {
  if (seriesId === null) return [];
  return db
    .selectFrom('outputItem')
    .select(['id', 'version'])
    .where('seriesId', '=', seriesId)
    .where('day', '>', day)
    .where('id', '!=', id)
    .where('deletedAt', 'is', null)
    .orderBy('day')
    .orderBy('id')
    .execute();
}

/** What one day of a series shares with the others; the rest is of its own. */
async function sharedFields(
  write: Write,
  fields: OutputItemFields,
  own: OutputItemFields,
  step: number,
): Promise<Partial<OutputItemFields>> {
  const { title, kind, startsAt, endsAt, departmentId, place, placeId, responsible } = fields;
  const shared = { title, startsAt, endsAt, departmentId, place, placeId, responsible };
  if (kind === own.kind) return shared;
  const details = repeatedDetails(await selectDetailFields(write, kind), fields.details, step);
  return { ...shared, kind, details };
}

/**
 * Changes an item and, of the later ones of its series, what they share with it; their days move by as
 * many days as its own. Files, notes, links and figures of each day stay.
 * @throws {AltavozFailure} as `updateOutputItem`.
 */
export function updateOutputSeries(
  context: ActorContext,
  at: RecordVersion,
  fields: OutputItemFields,
): Promise<RecordVersion[]> {
  return transact(context, ['output'], async (write) => {
    const part = { ...context, within: write };
    const before = await readForChange(write, outputItemKind, at);
    const shift = daysBetween(before.day, fields.day);
    const following = await selectFollowing(write, before);
    const { seriesId } = before;
    const changed = [await updateOutputItem(part, at, { ...fields, seriesId })];
    for (const [index, other] of following.entries()) {
      const own = itemFieldsOf(await selectOutputItem(write, other.id));
      const day = addDays(own.day, shift);
      const shared = await sharedFields(write, fields, own, index + 1);
      const next = { ...own, ...shared, day };
      changed.push(await updateOutputItem(part, other, next));
    }
    return changed;
  });
}

/**
 * Removes an item and the later ones of its series so that they can be brought back.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`.
 */
export function removeOutputSeries(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion[]> {
  return transact(context, ['output'], async (write) => {
    const part = { ...context, within: write };
    const before = await readForChange(write, outputItemKind, at);
    const following = await selectFollowing(write, before);
    const removed: RecordVersion[] = [];
    for (const one of [at, ...following]) removed.push(await removeOutputItem(part, one));
    return removed;
  });
}
