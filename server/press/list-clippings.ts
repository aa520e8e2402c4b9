import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { ClippingListed, ClippingRow, ClippingTotals } from '../../shared/press/rows.ts';
import type { ClippingList } from '../../shared/press/schemas.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { hotQueryByShape } from '../database/hot-query.ts';
import { type PlainTables, plainTables } from '../database/plain-tables.ts';
import type { Flag } from '../database/record-columns.ts';
import type { Tables } from '../database/schema.ts';
import { matchesPattern, searchPatterns } from '../database/search.ts';

type Clippings = SelectQueryBuilder<PlainTables, 'clipping', object>;

/** What of a list decides the text of its query; the values are parameters. */
interface ListShape {
  /** The filters in use that are one column equal to one value. */
  equal: readonly ('channel' | 'outlet_id' | 'standing' | 'format' | 'tone')[];
  from: boolean;
  to: boolean;
  words: number;
  unclassified: boolean;
  removed: boolean;
  order: ClippingList['order'];
}

/** The values of a list under the names that they have as placeholders. */
function valuesOf(list: ClippingList) {
  const { channel, standing, format, from, to, pageSize } = list;
  const patterns = searchPatterns(list.search).map((pattern, index) => [`word${index}`, pattern]);
  return {
    channel,
    outlet_id: list.outletId,
    standing,
    format,
    tone: list.tone === 'unclassified' ? undefined : list.tone,
    from,
    to,
    pageSize,
    offset: (list.page - 1) * pageSize,
    ...(Object.fromEntries(patterns) as Record<string, string>),
  };
}

type Values = ReturnType<typeof valuesOf>;

const equalities = ['channel', 'outlet_id', 'standing', 'format', 'tone'] as const;

function shapeOf(list: ClippingList, values: Values): ListShape {
  return {
    equal: equalities.filter((name) => values[name] !== undefined),
    from: list.from !== undefined,
    to: list.to !== undefined,
    words: Object.keys(values).filter((name) => name.startsWith('word')).length,
    unclassified: list.tone === 'unclassified',
    removed: list.removed,
    order: list.order,
  };
}

function filtered(db: Kysely<Tables>, shape: ListShape): Clippings {
  let query: Clippings = plainTables(db)
    .selectFrom('clipping')
    .where('deleted_at', shape.removed ? 'is not' : 'is', null);
  for (const column of shape.equal) query = query.where(column, '=', column);
  if (shape.from) query = query.where('day', '>=', 'from');
  if (shape.to) query = query.where('day', '<=', 'to');
  if (shape.unclassified) query = query.where('tone', 'is', null);
  for (let index = 0; index < shape.words; index++) {
    query = query.where(matchesPattern('search_text', `word${index}`));
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

interface StoredRow extends Omit<ClippingRow, 'isPaid'> {
  isPaid: Flag;
}

const selectRows = hotQueryByShape<StoredRow, ListShape>((db, shape) =>
  inOrder(filtered(db, shape), shape.order)
    .select(['id', 'version', 'day', 'title', 'channel', 'format', 'section', 'tone', 'url'])
    .select(['standing', 'grade', 'outlet_id as outletId', 'is_paid as isPaid'])
    .select(['value_cop as valueCop', 'value_with_vat_cop as valueWithVatCop'])
    .select(['updated_at as updatedAt', 'updated_by as updatedBy'])
    // A subquery, so that only the rows of this page look up their outlet.
    .select(
      sql<string>`(select name from outlet where outlet.id = clipping.outlet_id)`.as('outletName'),
    )
    .limit(sql<number>`${'pageSize'}`)
    .offset(sql<number>`${'offset'}`)
    .$castTo<StoredRow>()
    .compile(),
);

const asNumber = (text: string) => sql<number>`${sql.raw(text)}`;

const selectTotals = hotQueryByShape<ClippingTotals, ListShape>((db, shape) =>
  filtered(db, shape)
    .select([
      asNumber('count(*)').as('count'),
      sql<number | null>`sum(case when standing = 'valued' then value_cop end)`.as('valueCop'),
      sql<number | null>`sum(case when standing = 'valued' then value_with_vat_cop end)`.as(
        'valueWithVatCop',
      ),
      asNumber("count(case when standing = 'unvalued' then 1 end)").as('unvalued'),
      asNumber("count(case when standing = 'not_counted' then 1 end)").as('notCounted'),
    ])
    .compile(),
);

/** A page of appearances and the totals of all that match; money in whole pesos. */
export async function listClippings(
  database: OpenDatabase,
  list: ClippingList,
): Promise<ClippingListed> {
  const values = valuesOf(list);
  const shape = shapeOf(list, values);
  const rows = await selectRows(database, shape, values);
  const [totals] = await selectTotals(database, shape, values);
  if (!totals) throw new Error('a sum without a row');
  return {
    rows: rows.map((row) => ({ ...row, isPaid: row.isPaid === 1 })),
    total: totals.count,
    totals,
  };
}
