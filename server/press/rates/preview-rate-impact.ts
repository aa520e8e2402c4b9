import type { Format, RateUnit } from '../../../shared/press/measures.ts';
import { type RateTerms, ratesOverlap } from '../../../shared/press/rate-matching.ts';
import type { RateImpact, RateImpactAsked } from '../../../shared/press/revaluation.ts';
import type { RateFields } from '../../../shared/press/schemas.ts';
import type { House } from '../../context.ts';
import { findOutlet } from '../find-outlet.ts';
import { pricedColumns } from '../save-rate.ts';
import {
  freezeValuation,
  type PriceList,
  selectPriceList,
  valueColumns,
  valuingOf,
} from '../value-clipping-row.ts';
import { planRevaluation, type Valuer } from './plan-revaluation.ts';
import { showValueChanges } from './sum-up-plan.ts';

type Rate = PriceList['rates'][number];

/** A rate as it would be stored, as far as values look at it: nobody approved it yet. */
function wouldBe(fields: RateFields, outlet: { vatRate: string }, id: string): Rate {
  return {
    ...pricedColumns(fields, outlet),
    id,
    version: 1,
    searchText: '',
    createdAt: '',
    updatedAt: '',
    updatedBy: null,
    deletedAt: null,
    enteredById: null,
    enteredBy: null,
    changedById: null,
    changedBy: null,
    approvedBy: null,
    approvedAt: null,
  };
}

/** From the first to the last day on which the rate, or what it was, prices anything. */
function daysOf(terms: readonly RateTerms[]): { from: string; to: string } {
  const from = terms.map(({ validFrom }) => validFrom).sort();
  const to = terms.map(({ validTo }) => validTo ?? '9999-12-31').sort();
  return { from: from[0] ?? '', to: to.at(-1) ?? '' };
}

/** Values by the prices with the new rate, where they choose otherwise than the prices of now. */
function touchedBy(added: Rate, at: string): Valuer {
  const withAdded = new WeakMap<PriceList, PriceList>();
  return (row, outlet, prices) => {
    const others = prices.rates.filter(({ id }) => id !== added.id);
    const then = withAdded.get(prices) ?? { ...prices, rates: [...others, added] };
    withAdded.set(prices, then);
    const valuing = valuingOf(row);
    const after = freezeValuation(valuing, outlet, then, at);
    const now = freezeValuation(valuing, outlet, prices, at);
    if (JSON.stringify(after.result) === JSON.stringify(now.result)) return undefined;
    return { channel: row.channel, ...valueColumns(after, row.measures) };
  };
}

const nothing = { total: 0, looked: 0, valueBefore: 0, valueAfter: 0, closedMonths: [] };

/**
 * The appearances that a rate would value otherwise than the prices of now do. Saving it changes
 * none of them; valuing again does.
 */
export async function previewRateImpact(
  { database: { db }, now }: House,
  { rateId, fields, page, pageSize }: RateImpactAsked,
): Promise<RateImpact> {
  const { outletId, format } = fields;
  const outlet = await findOutlet(db, outletId, true);
  const added = wouldBe(fields, outlet, rateId ?? 'new');
  const { rates } = await selectPriceList(db, outletId);
  const other = rates.find((rate) => rate.id !== added.id && ratesOverlap(rate, added));
  if (other) {
    const { validFrom, validTo } = other;
    return { ...nothing, rows: [], overlaps: { validFrom, validTo } };
  }
  const before = rates.filter(({ id }) => id === added.id);
  const terms: RateTerms[] = [...before, added].map((rate) => ({
    ...rate,
    format: rate.format as Format,
    unit: rate.unit as RateUnit,
  }));
  const isOfFormat = before.every((rate) => rate.format === format);
  const scope = {
    ...daysOf(terms),
    outletId,
    format: isOfFormat ? format : null,
    onlyUnvalued: false,
  };
  const plan = planRevaluation(db, scope, touchedBy(added, now().toISOString()));
  const { seal: _seal, ...changes } = await showValueChanges(db, plan, { page, pageSize });
  return { ...changes, overlaps: null };
}
