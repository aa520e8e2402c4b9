import { AltavozFailure } from '../../../shared/failure.ts';
import {
  mostRevalued,
  type RevaluationAgreed,
  type RevaluationPreview,
  type RevaluationPreviewed,
} from '../../../shared/press/revaluation.ts';
import type { ActorContext, House } from '../../context.ts';
import { transact } from '../../transaction.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import { byPricesOfNow, planRevaluation } from './plan-revaluation.ts';
import { storeRevaluation } from './store-revaluation.ts';
import { showValueChanges, sumUpPlan } from './sum-up-plan.ts';

/** What valuing a scope again would change, and the seal by which it is agreed to. Nothing is stored. */
export async function previewRevaluation(
  { database, now }: House,
  { page, pageSize, ...scope }: RevaluationPreviewed,
): Promise<RevaluationPreview> {
  const plan = planRevaluation(database.db, scope, byPricesOfNow(now().toISOString()));
  return showValueChanges(database.db, plan, { page, pageSize });
}

/**
 * Values appearances again by the prices of now, exactly as a preview showed it, in one batch
 * that can be undone. The plan is read twice: added up, and only then written, some at a time.
 * @param most appearances that one batch takes.
 * @throws {AltavozFailure} `revaluation_moved` when anything changed since the preview, or
 * nothing would; `month_closed` when a closed month would change; `invalid_input` when there are
 * more than one batch takes; `total_and_records`.
 */
export function revalueClippings(
  context: ActorContext,
  { seal, reason, ...scope }: RevaluationAgreed,
  most: number = mostRevalued,
): Promise<{ id: string; count: number }> {
  return transact(context, ['press'], async (write) => {
    const plan = () => planRevaluation(write.db, scope, byPricesOfNow(write.at));
    const sum = await sumUpPlan(plan(), { most });
    const { total: count, valueBefore, valueAfter } = sum;
    if (count > most) throw tooMany();
    if (count === 0 || sum.seal !== seal) throw new AltavozFailure({ code: 'revaluation_moved' });
    await refuseClosedMonths(write, sum.months);
    const batch = { reason, scope, count, valueBefore, valueAfter };
    return { id: await storeRevaluation(context, write, batch, plan()), count };
  });
}

/** Others wait while a batch is written: a larger one is done in several. */
function tooMany(): AltavozFailure {
  const field = { path: 'to', rule: 'period_too_long', facts: {} };
  return new AltavozFailure({ code: 'invalid_input', fields: [field] });
}
