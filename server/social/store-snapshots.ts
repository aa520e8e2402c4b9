import { dayInZone } from '../../shared/calendar/day.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { isLevel } from '../../shared/social/metrics.ts';
import type { Snapshot, TypedSnapshot } from '../../shared/social/schemas.ts';
import { type ActorContext, today } from '../context.ts';
import { type BulkTarget, bulkInsert } from '../database/bulk-insert.ts';
import { transact, type Write } from '../transaction.ts';

const key = ['page_id', 'metric', 'day', 'source'];
const columns = [...key, 'value', 'precision', 'captured_at'];

/** What a page has changes all day long: a network's first answer of the day is the day's figure. */
const levelsOfNetwork: BulkTarget = { table: 'snapshot', columns, onConflict: { key, update: [] } };

/** Beside the day's figure, what the network's newest answer says: for whoever looks now. */
const newestLevels: BulkTarget = {
  table: 'newest_level',
  columns: ['page_id', 'metric', 'day', 'value', 'precision', 'captured_at'],
  onConflict: {
    key: ['page_id', 'metric'],
    update: ['day', 'value', 'precision', 'captured_at'],
    onlyIfLater: 'captured_at',
  },
};

/** What happened on a day settles only later: a network's newest answer stands. */
const daysOfNetwork: BulkTarget = {
  table: 'snapshot',
  columns,
  onConflict: {
    key,
    update: ['value', 'precision', 'captured_at'],
    ifChanged: ['value', 'precision'],
  },
};

/** What people type or bring in files can be put right by bringing it again. */
const fromPeople: BulkTarget = {
  table: 'snapshot',
  columns,
  onConflict: { key, update: ['value', 'precision', 'captured_at'] },
};

/** Of what a network says of a level on the day it is asked, the last of each page and metric. */
function newestOf({ timeZone }: ActorContext, snapshots: readonly Snapshot[]) {
  const newest = new Map<string, Snapshot>();
  for (const one of snapshots) {
    const { pageId, metric, day, source, capturedAt } = one;
    const isOfNow = source === 'api' && dayInZone(new Date(capturedAt), timeZone) === day;
    if (!isOfNow || !isLevel(metric)) continue;
    const key = `${pageId} ${metric}`;
    if ((newest.get(key)?.capturedAt ?? '') <= capturedAt) newest.set(key, one);
  }
  return [...newest.values()].map(({ pageId, metric, day, value, precision, capturedAt }) => [
    ...[pageId, metric, day, value, precision, capturedAt],
  ]);
}

/** Stores readings inside a write under way; storing the same ones again changes nothing. */
export async function writeSnapshots(
  context: ActorContext,
  write: Write,
  snapshots: readonly Snapshot[],
): Promise<void> {
  const levels: (string | number)[][] = [];
  const days: (string | number)[][] = [];
  const people: (string | number)[][] = [];
  for (const { pageId, metric, day, source, value, precision, capturedAt } of snapshots) {
    const row = [pageId, metric, day, source, value, precision, capturedAt];
    if (source !== 'api') people.push(row);
    else if (isLevel(metric)) levels.push(row);
    else days.push(row);
  }
  await bulkInsert(context.database, write, levelsOfNetwork, levels);
  await bulkInsert(context.database, write, newestLevels, newestOf(context, snapshots));
  await bulkInsert(context.database, write, daysOfNetwork, days);
  await bulkInsert(context.database, write, fromPeople, people);
}

/**
 * Stores readings in one transaction, with one audit row for all. One is kept for each page,
 * metric, day and source: of a level the first that a network gives that day, else the newest.
 */
export async function storeSnapshots(
  context: ActorContext,
  snapshots: readonly Snapshot[],
): Promise<{ stored: number }> {
  if (snapshots.length === 0) return { stored: 0 };
  return transact(context, ['social'], async (write) => {
    await writeSnapshots(context, write, snapshots);
    await write.audit({
      action: 'store',
      record: 'snapshot',
      recordId: snapshots.length === 1 ? (snapshots[0]?.pageId ?? '') : 'many',
      details: { snapshots: snapshots.length },
    });
    return { stored: snapshots.length };
  });
}

/**
 * Stores a figure that somebody typed; typing it again for the same day puts it right.
 * @throws {AltavozFailure} `record_not_found`; `invalid_input` for a day still to come.
 */
export async function typeSnapshot(context: ActorContext, typed: TypedSnapshot): Promise<void> {
  if (typed.day > today(context)) {
    throw new AltavozFailure({
      code: 'invalid_input',
      fields: [{ path: 'day', rule: 'day_to_come', facts: {} }],
    });
  }
  await transact(context, ['social'], async (write) => {
    const page = await write.db
      .selectFrom('page')
      .select('id')
      .where('id', '=', typed.pageId)
      .executeTakeFirst();
    if (!page) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'page', id: typed.pageId });
    }
    await writeSnapshots(context, write, [{ ...typed, source: 'manual', capturedAt: write.at }]);
    await write.audit({
      action: 'store',
      record: 'snapshot',
      recordId: typed.pageId,
      details: { after: typed },
    });
  });
}
