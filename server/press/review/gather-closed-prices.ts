import type { Kysely } from 'kysely';
import type { ClosedPrice } from '../../../shared/press/review-rows.ts';
import type { FrozenValuation } from '../../../shared/press/rows.ts';
import type { Tables } from '../../database/schema.ts';

/** A statement takes only so many parameters. */
const idsAtATime = 500;

const kinds = {
  rate: { table: 'rate', evidence: 'rateEvidence' },
  policy: { table: 'flatPolicy', evidence: 'flatPolicyEvidence' },
} as const;

async function selectPrices(
  db: Kysely<Tables>,
  kind: keyof typeof kinds,
  ids: readonly string[],
): Promise<[string, ClosedPrice][]> {
  const { table, evidence } = kinds[kind];
  const rows = await db
    .selectFrom(table as 'rate')
    .select(['id', 'priceCop', 'vatIncluded', 'vatRate', 'approvedBy', 'approvedAt'])
    .where('id', 'in', ids)
    .execute();
  const files = await db
    .selectFrom(`${evidence as 'rateEvidence'} as link`)
    .innerJoin('evidence', 'evidence.id', 'link.evidenceId')
    .select(['link.priceId', 'evidence.name', 'evidence.sha256'])
    .where('link.priceId', 'in', ids)
    .orderBy('link.priceId')
    .orderBy('link.position')
    .execute();
  return rows.map(({ id, vatIncluded, ...price }) => [
    id,
    {
      ...price,
      vatIncluded: vatIncluded === 1,
      evidence: files
        .filter(({ priceId }) => priceId === id)
        .map(({ name, sha256 }) => ({ name, sha256 })),
    },
  ]);
}

/** The price that made a value, where a stored one did. */
function priceIdOf({ result, inputs: { rate, measures } }: FrozenValuation) {
  if (result.standing !== 'valued' || measures.unit === 'manual' || !('id' in rate)) return null;
  return { id: rate.id, kind: rate.isPolicy ? ('policy' as const) : ('rate' as const) };
}

/**
 * Finds the prices behind some values as they stand now, approval and documents included.
 * @returns the price of a value, or null where no stored price made it.
 */
export async function gatherClosedPrices(
  db: Kysely<Tables>,
  valuations: readonly FrozenValuation[],
): Promise<(valuation: FrozenValuation) => ClosedPrice | null> {
  const wanted = { rate: new Set<string>(), policy: new Set<string>() };
  for (const valuation of valuations) {
    const price = priceIdOf(valuation);
    if (price) wanted[price.kind].add(price.id);
  }
  const prices = new Map<string, ClosedPrice>();
  for (const kind of ['rate', 'policy'] as const) {
    const ids = [...wanted[kind]];
    for (let start = 0; start < ids.length; start += idsAtATime) {
      const some = await selectPrices(db, kind, ids.slice(start, start + idsAtATime));
      for (const [id, price] of some) prices.set(id, price);
    }
  }
  return (valuation) => prices.get(priceIdOf(valuation)?.id ?? '') ?? null;
}
