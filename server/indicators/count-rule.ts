import { type Kysely, sql } from 'kysely';
import { type CountingRule, narrowsRecords } from '../../shared/indicators/schemas.ts';
import type { CountSource } from '../../shared/output/matrix.ts';
import type { Tables } from '../database/schema.ts';
import { searchConditions } from '../database/search.ts';

/** What a rule adds up in a month, and where that comes from. */
export interface CountedMonth {
  month: string;
  count: number;
  sources: CountSource[];
}

interface Row {
  month: string;
  count: number;
  source: CountSource;
}

function addUp(rows: readonly Row[]): CountedMonth[] {
  const months = new Map<string, CountedMonth>();
  for (const { month, count, source } of rows) {
    const known = months.get(month);
    if (!known) months.set(month, { month, count, sources: [source] });
    else {
      known.count += count;
      if (!known.sources.includes(source)) known.sources.push(source);
    }
  }
  return [...months.values()].sort((one, other) => (one.month < other.month ? -1 : 1));
}

/** Output of some kinds by month, monthly totals included, from the roll-up. */
function selectRollup(db: Kysely<Tables>, rule: CountingRule, year: number): Promise<Row[]> {
  let query = db
    .selectFrom('outputMonth')
    .select(['month', 'source'])
    .select(sql<number>`cast(sum(count) as integer)`.as('count'))
    .where('month', '>=', `${year}-01`)
    .where('month', '<=', `${year}-12`)
    .groupBy(['month', 'source']);
  if (rule.kinds.length > 0) query = query.where('kind', 'in', rule.kinds);
  return query.execute();
}

/** Items by month that every filter of a rule lets through; monthly totals say nothing of those. */
async function selectItems(db: Kysely<Tables>, rule: CountingRule, year: number): Promise<Row[]> {
  let query = db
    .selectFrom('outputItem')
    .select('month')
    .select(sql<number>`cast(count(*) as integer)`.as('count'))
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .where('deletedAt', 'is', null)
    .where('state', '=', 'done')
    .groupBy('month');
  if (rule.kinds.length > 0) query = query.where('kind', 'in', rule.kinds);
  if (rule.departmentIds.length > 0) query = query.where('departmentId', 'in', rule.departmentIds);
  if (rule.placeIds.length > 0) query = query.where('placeId', 'in', rule.placeIds);
  if (rule.responsible !== null) query = query.where('responsible', '=', rule.responsible);
  if (rule.words !== '') {
    const { words } = rule;
    query = query.where((expression) => expression.and(searchConditions('searchText', words)));
  }
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, source: 'records' }));
}

/** Appearances by month, or their value in whole pesos, monthly totals included. */
async function selectPress(db: Kysely<Tables>, rule: CountingRule, year: number): Promise<Row[]> {
  const rows = await db
    .selectFrom('pressMonth')
    .select(['month', 'source'])
    .select(sql<number>`cast(sum(count) as integer)`.as('count'))
    .select(sql<number | string>`sum(value)`.as('value'))
    .select(sql<number>`cast(sum(unvalued) as integer)`.as('unvalued'))
    .where('month', '>=', `${year}-01`)
    .where('month', '<=', `${year}-12`)
    .groupBy(['month', 'source'])
    .execute();
  if (rule.measure === 'press_count') {
    return rows.map(({ month, source, count }) => ({ month, source, count }));
  }
  // A month whose appearances nobody valued has no value, not one of zero.
  return rows
    .filter(({ count, unvalued }) => unvalued < count)
    .map(({ month, source, value }) => ({ month, source, count: Number(value) }));
}

/**
 * Counts what a rule asks for in a year, month by month; a month without anything counted is not in
 * the list.
 */
export async function countRule(
  db: Kysely<Tables>,
  rule: CountingRule,
  year: number,
): Promise<CountedMonth[]> {
  if (rule.measure !== 'output') return addUp(await selectPress(db, rule, year));
  const select = narrowsRecords(rule) ? selectItems : selectRollup;
  return addUp(await select(db, rule, year));
}
