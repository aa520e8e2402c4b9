import type { Selectable } from 'kysely';
import type { EvidenceFile } from '../../../shared/evidence/evidence-files.ts';
import {
  approverRoles,
  hasOtherApprover,
  type PriceHands,
} from '../../../shared/press/approval.ts';
import type { FlatPolicyList, FlatPolicyRow } from '../../../shared/press/flat-policy.ts';
import type { RateSource } from '../../../shared/press/grading.ts';
import type { Format, RateUnit } from '../../../shared/press/measures.ts';
import type { RateRow } from '../../../shared/press/rows.ts';
import type { RateList } from '../../../shared/press/schemas.ts';
import type { Listed } from '../../../shared/records.ts';
import { listActiveIds } from '../../accounts/list-active-ids.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { RateTable } from '../../database/press-schema.ts';
import { matchesSearch } from '../../database/search.ts';
import { selectPriceEvidence } from './price-evidence.ts';

const known = ['id', 'version', 'updatedAt', 'updatedBy'] as const;
const priced = [
  'priceCop',
  'netPriceCop',
  'vatRate',
  'vatIncluded',
  'validFrom',
  'validTo',
] as const;
const supported = [
  'sourceReference',
  'enteredById',
  'enteredBy',
  'changedById',
  'changedBy',
  'approvedBy',
  'approvedAt',
] as const;

type ListedRate = Omit<
  Selectable<RateTable>,
  'searchText' | 'createdAt' | 'deletedAt' | 'sectionKey'
> & { outletName: string | null; hasOtherApprover: boolean };

function rateRow({ outletName, ...row }: ListedRate, evidence: EvidenceFile[]): RateRow {
  return {
    ...row,
    outletName: outletName ?? '',
    format: row.format as Format,
    unit: row.unit as RateUnit,
    sourceType: row.sourceType as RateSource,
    vatIncluded: row.vatIncluded === 1,
    evidence,
    evidenceIds: evidence.map(({ id }) => id),
  };
}

/** Prices with whether the office has an approver who had no hand in them. */
export async function tellOtherApprovers<Price extends PriceHands>(
  db: OpenDatabase['db'],
  prices: readonly Price[],
): Promise<(Price & { hasOtherApprover: boolean })[]> {
  const approverIds = await listActiveIds(db, approverRoles);
  return prices.map((price) => ({
    ...price,
    hasOtherApprover: hasOtherApprover(price, approverIds),
  }));
}

function matchingRates({ db }: OpenDatabase, list: RateList) {
  const { outletId, format, onDay } = list;
  return db
    .selectFrom('rate')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'rate.searchText', list.search))
    .$if(outletId !== undefined, (query) => query.where('outletId', '=', outletId as string))
    .$if(format !== undefined, (query) => query.where('format', '=', format as Format))
    .$if(list.unapproved === true, (query) => query.where('approvedBy', 'is', null))
    .$if(onDay !== undefined, (query) =>
      query
        .where('validFrom', '<=', onDay as string)
        .where((rate) =>
          rate.or([rate('validTo', 'is', null), rate('validTo', '>=', onDay as string)]),
        ),
    );
}

/** A page of rates by outlet, format and section, the newest first. */
export async function selectRates(
  database: OpenDatabase,
  list: RateList,
): Promise<Listed<RateRow>> {
  const matching = matchingRates(database, list);
  const rows = await matching
    .select([...known, 'outletId', 'format', 'section', 'unit', 'unitQuantity', 'sourceType'])
    .select([...priced, ...supported])
    .select((rate) =>
      rate
        .selectFrom('outlet')
        .select('outlet.name')
        .whereRef('outlet.id', '=', 'rate.outletId')
        .as('outletName'),
    )
    .orderBy('searchText')
    .orderBy('format')
    .orderBy('validFrom', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const ids = rows.map(({ id }) => id);
  const files = await selectPriceEvidence(database.db, 'rateEvidence', ids);
  const listed = await tellOtherApprovers(database.db, rows);
  return { rows: listed.map((row) => rateRow(row, files.get(row.id) ?? [])), total };
}

/** A page of flat policies by format, the newest first. */
export async function selectFlatPolicies(
  { db }: OpenDatabase,
  list: FlatPolicyList,
): Promise<Listed<FlatPolicyRow>> {
  const { format } = list;
  const matching = db
    .selectFrom('flatPolicy')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'flatPolicy.searchText', list.search))
    .$if(format !== undefined, (query) => query.where('format', '=', format as Format));
  const rows = await matching
    .select([...known, 'format', ...priced, ...supported])
    .orderBy('format')
    .orderBy('validFrom', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const ids = rows.map(({ id }) => id);
  const files = await selectPriceEvidence(db, 'flatPolicyEvidence', ids);
  const listed = await tellOtherApprovers(db, rows);
  const policies = listed.map((row) => {
    const evidence = files.get(row.id) ?? [];
    const evidenceIds = evidence.map(({ id }) => id);
    const vatIncluded = row.vatIncluded === 1;
    return { ...row, format: row.format as Format, vatIncluded, evidence, evidenceIds };
  });
  return { rows: policies, total };
}
