import type { Kysely } from 'kysely';
import type { StandingPrice } from '../../../shared/press/review-rows.ts';
import type { Tables } from '../../database/schema.ts';

const priced = ['id', 'priceCop', 'netPriceCop', 'vatRate', 'vatIncluded'] as const;
const answered = ['approvedBy', 'approvedAt'] as const;

type Files = Map<string, StandingPrice['evidence']>;

async function selectFiles(
  db: Kysely<Tables>,
  table: 'rateEvidence' | 'flatPolicyEvidence',
  priceIds: readonly string[],
): Promise<Files> {
  const files: Files = new Map();
  if (priceIds.length === 0) return files;
  const rows = await db
    .selectFrom(`${table as 'rateEvidence'} as link`)
    .innerJoin('evidence', 'evidence.id', 'link.evidenceId')
    .select(['link.priceId', 'evidence.name', 'evidence.sha256'])
    .where('link.priceId', 'in', priceIds)
    .orderBy('link.priceId')
    .orderBy('link.position')
    .execute();
  for (const { priceId, ...file } of rows) {
    files.set(priceId, [...(files.get(priceId) ?? []), file]);
  }
  return files;
}

interface StoredPrice extends Omit<StandingPrice, 'vatIncluded' | 'evidence'> {
  id: string;
  vatIncluded: number;
}

function standing(prices: readonly StoredPrice[], files: Files): [string, StandingPrice][] {
  return prices.map(({ id, ...price }) => [
    id,
    { ...price, vatIncluded: price.vatIncluded === 1, evidence: files.get(id) ?? [] },
  ]);
}

/**
 * Some rates and all flat policies as they stand: what they quote, who approved them and by which
 * files they are supported.
 */
export async function selectStandingPrices(
  db: Kysely<Tables>,
  rateIds: readonly string[],
): Promise<Map<string, StandingPrice>> {
  const rates =
    rateIds.length === 0
      ? []
      : await db
          .selectFrom('rate')
          .select([...priced, ...answered])
          .where('id', 'in', rateIds)
          .execute();
  const policies = await db
    .selectFrom('flatPolicy')
    .select([...priced, ...answered])
    .execute();
  const ids = (prices: readonly { id: string }[]) => prices.map(({ id }) => id);
  const ofRates = await selectFiles(db, 'rateEvidence', ids(rates));
  const ofPolicies = await selectFiles(db, 'flatPolicyEvidence', ids(policies));
  return new Map([...standing(rates, ofRates), ...standing(policies, ofPolicies)]);
}
