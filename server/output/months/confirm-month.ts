import { randomUUID } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { ProductionOfKind } from '../../../shared/output/months/production.ts';
import { type ActorContext, today } from '../../context.ts';
import { transact, type Write } from '../../transaction.ts';
import { readTotals, selectRevisions, stampOf } from './read-production.ts';
import { refuseConfirmedMonths } from './refuse-confirmed-months.ts';

/** The revision that a confirmation or a reopening made. */
interface MadeRevision {
  id: string;
  month: string;
  revision: number;
}

function refuseUnfinished(context: ActorContext, month: string): void {
  if (month < today(context).slice(0, 7)) return;
  const fields = [{ path: 'month', rule: 'month_not_over', facts: {} }];
  throw new AltavozFailure({ code: 'invalid_input', fields });
}

/** In a month that is whole, what nothing is counted of is none, no longer unknown. */
async function countNone(write: Write, month: string, totals: readonly ProductionOfKind[]) {
  const none = totals.filter(({ done, tally }) => done === 0 && tally === null);
  if (none.length === 0) return;
  await write.db
    .insertInto('outputMonth')
    .values(none.map(({ kind }) => ({ month, kind, source: 'records' as const, count: 0 })))
    .execute();
}

async function storeRevision(
  write: Write,
  made: MadeRevision,
  own: { action: 'confirm' | 'reopen'; reason: string | null; frozen: string | null },
): Promise<void> {
  const { id: actorId, name: actorName } = write.actor;
  await write.db
    .insertInto('outputConfirmation')
    .values({ ...made, ...own, at: write.at, actorId, actorName })
    .execute();
}

/**
 * Confirms the output of a month that is over: what it has is kept in a revision that nothing changes,
 * what it has none of is 0, and nothing that it counts moves from then on. `stamp` is that of the month
 * as it was looked at.
 * @throws {AltavozFailure} `month_confirmed`; `review_moved` when the month is no longer what was
 * looked at; `invalid_input` for a month that is not over.
 */
export function confirmMonth(
  context: ActorContext,
  { month, stamp }: { month: string; stamp: string },
): Promise<MadeRevision> {
  refuseUnfinished(context, month);
  return transact(context, ['output'], async (write) => {
    await refuseConfirmedMonths(write, [month]);
    const totals = await readTotals(write, month);
    if (stampOf(totals) !== stamp) throw new AltavozFailure({ code: 'review_moved', month });
    await countNone(write, month, totals);
    const [last] = await selectRevisions(write.db, month);
    const made = { id: randomUUID(), month, revision: (last?.revision ?? 0) + 1 };
    const frozen = JSON.stringify(totals);
    await storeRevision(write, made, { action: 'confirm', reason: null, frozen });
    await write.audit({
      action: 'close',
      record: 'output_confirmation',
      recordId: made.id,
      details: { month, revision: made.revision, totals },
    });
    return made;
  });
}

/**
 * Opens a confirmed month again, with the reason; what was confirmed stays on record, and what the
 * month has none of is unknown again.
 * @throws {AltavozFailure} `month_not_closed`.
 */
export function reopenProduction(
  context: ActorContext,
  { month, reason }: { month: string; reason: string },
): Promise<MadeRevision> {
  return transact(context, ['output'], async (write) => {
    const [last] = await selectRevisions(write.db, month);
    if (last?.action !== 'confirm') throw new AltavozFailure({ code: 'month_not_closed', month });
    const made = { id: randomUUID(), month, revision: last.revision + 1 };
    await storeRevision(write, made, { action: 'reopen', reason, frozen: null });
    await write.db
      .deleteFrom('outputMonth')
      .where('month', '=', month)
      .where('source', '=', 'records')
      .where('count', '=', 0)
      .execute();
    await write.audit({
      action: 'reopen',
      record: 'output_confirmation',
      recordId: made.id,
      details: { month, revision: made.revision, reason },
    });
    return made;
  });
}
