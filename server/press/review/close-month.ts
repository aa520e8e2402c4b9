import { randomUUID } from 'node:crypto';
import { localTime } from '../../../shared/calendar/local-time.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import { obstacleToClosing } from '../../../shared/press/review.ts';
import type { ClosedRow } from '../../../shared/press/review-rows.ts';
import { type ActorContext, today } from '../../context.ts';
import { bulkInsert } from '../../database/bulk-insert.ts';
import { transact, type Write } from '../../transaction.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import { type FrozenReview, reviewMonth, stampOf } from './review-month.ts';
import { selectRevisions } from './review-queries.ts';
import { storeClosedNames } from './store-closed-names.ts';
import { writeClosedFiles } from './write-closed-files.ts';

/** The revision that a closing made. */
export interface MonthRevision {
  id: string;
  month: string;
  revision: number;
}

/** The month as it stands, which is as the person saw it. */
async function takeIn(write: Write, month: string, stamp: string) {
  const seen = await reviewMonth(write.db, month);
  if (stamp !== stampOf(seen)) throw new AltavozFailure({ code: 'review_moved', month });
  const obstacle = obstacleToClosing(seen.summary);
  if (obstacle) throw new AltavozFailure({ code: 'month_not_ready', month, ...obstacle });
  return seen;
}

async function storeRows(
  context: ActorContext,
  write: Write,
  id: string,
  rows: readonly ClosedRow[],
): Promise<void> {
  const columns = ['month_close_id', 'position', 'clipping_id', 'frozen_row'];
  const values = rows.map((row, position) => [id, position, row.id, JSON.stringify(row)]);
  await bulkInsert(context.database, write, { table: 'month_close_clipping', columns }, values);
}

async function storeClosing(
  write: Write,
  { id, month, revision }: MonthRevision,
  frozen: FrozenReview,
): Promise<void> {
  const { id: actorId, name: actorName } = write.actor;
  const { at } = write;
  const row = { id, month, revision, action: 'close' as const, at, actorId, actorName };
  await write.db
    .insertInto('monthClose')
    .values({ ...row, reason: null, frozen: JSON.stringify(frozen) })
    .execute();
  const { headline, allTones } = frozen.summary.totals;
  await write.audit({
    action: 'close',
    record: 'month_close',
    recordId: id,
    details: {
      month,
      revision,
      count: allTones.count,
      valueCop: allTones.valueCop,
      headlineCop: headline.valueCop,
    },
  });
}

function refuseMonthToCome(context: ActorContext, month: string): void {
  if (month <= today(context).slice(0, 7)) return;
  const fields = [{ path: 'month', rule: 'month_to_come', facts: {} }];
  throw new AltavozFailure({ code: 'invalid_input', fields });
}

/**
 * Approves a month: its totals, its appearances with their values and rates, and its files are
 * kept as they stand in a revision that nothing changes, and nothing of the month moves from then
 * on. `stamp` is that of the review that was looked at.
 * @throws {AltavozFailure} `review_moved` when the month is no longer what was looked at,
 * `month_not_ready` while something that was sent back waits, `month_closed`.
 */
export async function closeMonth(
  context: ActorContext,
  { month, stamp }: { month: string; stamp: string },
): Promise<MonthRevision> {
  refuseMonthToCome(context, month);
  return transact(context, ['press'], async (write) => {
    await refuseClosedMonths(write, [month]);
    const seen = await takeIn(write, month, stamp);
    const { rows, ...frozen } = seen;
    const [last] = await selectRevisions(write.db, month);
    const made = { id: randomUUID(), month, revision: (last?.revision ?? 0) + 1 };
    await storeClosing(write, made, frozen);
    await storeRows(context, write, made.id, rows);
    await storeClosedNames(context, write, made.id, rows);
    const at = localTime(write.at, context.timeZone);
    const closing = { ...made, by: write.actor.name, at, reason: last?.reason ?? null };
    for (const file of await writeClosedFiles(closing, seen)) {
      await write.db
        .insertInto('monthCloseFile')
        .values({ monthCloseId: made.id, ...file })
        .execute();
    }
    return made;
  });
}

/**
 * Opens a closed month again, with the reason; what was approved stays on record.
 * @throws {AltavozFailure} `month_not_closed`.
 */
export function reopenMonth(
  context: ActorContext,
  { month, reason }: { month: string; reason: string },
): Promise<MonthRevision> {
  return transact(context, ['press'], async (write) => {
    const [last] = await selectRevisions(write.db, month);
    if (last?.action !== 'close') throw new AltavozFailure({ code: 'month_not_closed', month });
    const made = { id: randomUUID(), month, revision: last.revision + 1 };
    const { id: actorId, name: actorName } = write.actor;
    await write.db
      .insertInto('monthClose')
      .values({ ...made, action: 'reopen', at: write.at, actorId, actorName, reason, frozen: null })
      .execute();
    await write.audit({
      action: 'reopen',
      record: 'month_close',
      recordId: made.id,
      details: { month, revision: made.revision, reason },
    });
    return made;
  });
}
