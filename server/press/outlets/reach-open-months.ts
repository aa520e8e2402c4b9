import type { Medium } from '../../../shared/press/channels.ts';
import type { OutletClass, OutletReached } from '../../../shared/press/outlet-reach.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { Write } from '../../transaction.ts';
import { storeRevaluation } from '../rates/store-revaluation.ts';
import { type OutletChange, planReach, type ReachingOutlet } from './plan-reach.ts';

/** The class of an outlet as it is stored. */
export function classOf({
  medium,
  isOwnChannel,
}: Pick<ReachingOutlet, 'medium' | 'isOwnChannel'>): OutletClass {
  return { medium: medium as Medium, isOwnChannel: isOwnChannel === 1 };
}

/**
 * Tells what the change of an outlet would do to the appearances of months that are not closed,
 * within `askingReach`; where that was chosen, they follow in one batch that can be undone. Closed
 * months stay as they were closed.
 * @returns what came of them; nothing where none could follow.
 * @throws {AltavozFailure} `total_and_records` where a month's total is counted too and nobody chose so.
 */
export async function reachOpenMonths(
  context: ActorContext,
  write: Write,
  change: OutletChange & { after: RecordVersion },
): Promise<OutletReached | null> {
  const plan = await planReach(write.db, change, write.at);
  if (!plan) return null;
  context.reaching?.push(plan.reach);
  const { appearances, isTooLarge } = plan.reach;
  if (!context.reach?.follows || isTooLarge) return { appearances, revaluationId: null };
  const { before, after } = change;
  const { total: count, valueBefore, valueAfter } = plan.sum;
  const scope = { ...plan.days, outletId: after.id, format: null, onlyUnvalued: false };
  const outlet = {
    id: after.id,
    version: after.version,
    name: after.name,
    before: classOf(before),
    after: classOf(after),
  };
  const batch = { reason: '', scope, count, valueBefore, valueAfter, outlet };
  const revaluationId = await storeRevaluation(context, write, batch, plan.parts());
  return { appearances, revaluationId };
}
