import type { Kysely } from 'kysely';
import {
  type ExplainedValue,
  explainGrade,
  explainValue,
  type ValuedPrice,
} from '../../../shared/press/explain-valuation.ts';
import type { FrozenValuation } from '../../../shared/press/rows.ts';
import type { ValuingRate } from '../../../shared/press/valuation.ts';
import type { Tables } from '../../database/schema.ts';
import { selectPriceEvidence } from './price-evidence.ts';

async function findPrice(
  db: Kysely<Tables>,
  { id, isPolicy }: ValuingRate,
): Promise<ValuedPrice | null> {
  const row = await db
    .selectFrom(isPolicy ? 'flatPolicy' : ('rate' as 'flatPolicy'))
    .select(['approvedBy', 'approvedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const table = isPolicy ? 'flatPolicyEvidence' : 'rateEvidence';
  const evidence = (await selectPriceEvidence(db, table, [id])).get(id) ?? [];
  return { ...row, of: isPolicy ? 'flat_policy' : 'rate', id, evidence };
}

/**
 * A value with the steps that led to it, and what its price stands on today: its files, and who
 * approved it since. Values older than the flag say of a rate whether it is approved now.
 */
export async function explainStored(
  db: Kysely<Tables>,
  { inputs, result }: Pick<FrozenValuation, 'inputs' | 'result'>,
): Promise<ExplainedValue> {
  const { measures, rate } = inputs;
  const because = explainGrade(inputs, result);
  const steps = explainValue(inputs, result);
  const isPriced = result.standing === 'valued' && measures.unit !== 'manual' && !('gap' in rate);
  if (!isPriced) return { ...result, steps, because, price: null };
  const price = await findPrice(db, rate);
  const isApprovedNow = rate.isPolicy || !price ? undefined : price.approvedBy !== null;
  const told = { isApproved: rate.isApproved ?? isApprovedNow };
  const toldSteps = steps.map((step) => (step.step === 'rate' ? { ...step, ...told } : step));
  return { ...result, steps: toldSteps, because, price };
}
