import { type SelectQueryBuilder, sql } from 'kysely';
import type { Channel } from '../../shared/press/channels.ts';
import type { Grade, Standing } from '../../shared/press/grading.ts';
import type { Format } from '../../shared/press/measures.ts';
import type { ClippingListed, ClippingRow, ClippingTotals } from '../../shared/press/rows.ts';
import type { ClippingList, Tone } from '../../shared/press/schemas.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { type PlainTables, plainTables } from '../database/plain-tables.ts';
import { searchConditions } from '../database/search.ts';

type Clippings = SelectQueryBuilder<PlainTables, 'clipping', object>;

/** The filters that are one column equal to one value. */
function equalities(list: ClippingList) {
  return [
    ['channel', list.channel],
    ['outlet_id', list.outletId],
    ['standing', list.standing],
    ['format', list.format],
    ['tone', list.tone === 'unclassified' ? undefined : list.tone],
  ] as const;
}

function filtered(database: OpenDatabase, list: ClippingList): Clippings {
  let query: Clippings = plainTables(database.db)
    .selectFrom('clipping')
    .where('deleted_at', list.removed ? 'is not' : 'is', null);
  for (const [column, value] of equalities(list)) {
    if (value !== undefined) query = query.where(column, '=', value);
  }
  if (list.from !== undefined) query = query.where('day', '>=', list.from);
  if (list.to !== undefined) query = query.where('day', '<=', list.to);
  if (list.tone === 'unclassified') query = query.where('tone', 'is', null);
  for (const condition of searchConditions('search_text', list.search)) {
    query = query.where(condition);
  }
  return query;
}

function inOrder(query: Clippings, order: ClippingList['order']): Clippings {
  switch (order) {
    case 'day_desc':
      return query.orderBy('day', 'desc').orderBy('id', 'desc');
    case 'day_asc':
      return query.orderBy('day').orderBy('id');
    // Those without a value come last either way: they are not the cheapest.
    case 'value_desc':
      return query.orderBy(sql`coalesce(value_cop, -1)`, 'desc').orderBy('id', 'desc');
    case 'value_asc':
      return query.orderBy(sql`coalesce(value_cop, 9000000000000000)`).orderBy('id');
  }
}

async function selectRows(database: OpenDatabase, list: ClippingList): Promise<ClippingRow[]> {
  const rows = await inOrder(filtered(database, list), list.order)
    .select(['id', 'version', 'day', 'title', 'channel', 'format', 'section', 'tone', 'url'])
    .select(['standing', 'grade', 'outlet_id as outletId', 'is_paid as isPaid'])
    .select(['value_cop as valueCop', 'value_with_vat_cop as valueWithVatCop'])
    .select(['updated_at as updatedAt', 'updated_by as updatedBy'])
    // A subquery, so that only the rows of this page look up their outlet.
    .select(
      sql<string>`(select name from outlet where outlet.id = clipping.outlet_id)`.as('outletName'),
    )
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  return rows.map((row) => ({
    ...row,
    channel: row.channel as Channel,
    format: row.format as Format,
    tone: row.tone as Tone | null,
    standing: row.standing as Standing,
    grade: row.grade as Grade | null,
    isPaid: row.isPaid === 1,
  }));
}

const asNumber = (text: string) => sql<number>`${sql.raw(text)}`;

async function selectTotals(database: OpenDatabase, list: ClippingList): Promise<ClippingTotals> {
  const totals = await filtered(database, list)
    .select([
      asNumber('count(*)').as('count'),
      sql<number | null>`sum(case when standing = 'valued' then value_cop end)`.as('valueCop'),
      sql<number | null>`sum(case when standing = 'valued' then value_with_vat_cop end)`.as(
        'valueWithVatCop',
      ),
      asNumber("count(case when standing = 'unvalued' then 1 end)").as('unvalued'),
      asNumber("count(case when standing = 'not_counted' then 1 end)").as('notCounted'),
    ])
    .executeTakeFirstOrThrow();
  return totals;
}

/** A page of appearances and the totals of all that match; money in whole pesos. */
export async function listClippings(
  database: OpenDatabase,
  list: ClippingList,
): Promise<ClippingListed> {
  const rows = await selectRows(database, list);
  const totals = await selectTotals(database, list);
  return { rows, total: totals.count, totals };
}
