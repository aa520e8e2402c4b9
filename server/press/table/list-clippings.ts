import { type Kysely, sql } from 'kysely';
import type { ClippingList } from '../../../shared/press/clipping-list.ts';
import { headlineTones } from '../../../shared/press/headline.ts';
import type { ClippingListed, ClippingTotals } from '../../../shared/press/rows.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { hotQueryByShape } from '../../database/hot-query.ts';
import { plainTables } from '../../database/plain-tables.ts';
import type { Tables } from '../../database/schema.ts';
import { filteredClippings } from './filter-clippings.ts';
import type { FilterShape, ListShape } from './list-shape.ts';
import { listedRow, type StoredRow, selectListed } from './listed-columns.ts';
import { inOrder } from './order-clippings.ts';
import { prepareFilter } from './prepare-filter.ts';

/**
 * The appearances of a page in their order. But in the order of days, which an index has, all that match
 * are put in order: by what an index holds of each, and only those of the page are read.
 */
function pageOf(db: Kysely<Tables>, shape: ListShape) {
  const found = inOrder(filteredClippings(db, shape), shape.order);
  const page = found.limit(sql<number>`${'pageSize'}`).offset(sql<number>`${'offset'}`);
  if (shape.order.startsWith('day_')) return page;
  const read = plainTables(db).selectFrom('clipping').where('id', 'in', page.select('id'));
  return inOrder(read, shape.order);
}

const selectRows = hotQueryByShape<StoredRow, ListShape>((db, shape) =>
  selectListed(pageOf(db, shape)).$castTo<StoredRow>().compile(),
);

const asNumber = (text: string) => sql<number>`${sql.raw(text)}`;

const valued = sql`standing = 'valued'`;
const ofHeadline = sql`${valued} and tone in (${sql.join(headlineTones.map((tone) => sql.lit(tone)))})`;

/** The sum of a column of pesos over those of a condition; absent where none has a value. */
const sumOf = (column: 'value_cop' | 'value_with_vat_cop', condition: typeof valued) =>
  sql<number | null>`sum(case when ${condition} then ${sql.ref(column)} end)`;

/** What a filter finds, added up in one pass: over the index of days alone where that holds what is asked. */
export function totalsOf(db: Kysely<Tables>, shape: FilterShape) {
  return filteredClippings(db, shape)
    .select([
      asNumber('count(*)').as('count'),
      sumOf('value_cop', valued).as('valueCop'),
      sumOf('value_with_vat_cop', valued).as('valueWithVatCop'),
      sumOf('value_cop', ofHeadline).as('headlineCop'),
      sumOf('value_with_vat_cop', ofHeadline).as('headlineWithVatCop'),
      asNumber("count(case when standing = 'unvalued' then 1 end)").as('unvalued'),
      asNumber("count(case when standing = 'not_counted' then 1 end)").as('notCounted'),
    ])
    .$castTo<ClippingTotals>();
}

const selectTotals = hotQueryByShape<ClippingTotals, FilterShape>((db, shape) =>
  totalsOf(db, shape).compile(),
);

/** A page of appearances and the totals of all that match; money in whole pesos. */
export async function listClippings(
  database: OpenDatabase,
  { page, pageSize, order, ...filter }: ClippingList,
): Promise<ClippingListed> {
  const upTo = page * pageSize;
  const { shapes, values } = await prepareFilter(database, filter, { order, upTo });
  const rows = await selectRows(
    database,
    { ...shapes.page, order },
    { ...values, pageSize, offset: upTo - pageSize },
  );
  const [totals] = await selectTotals(database, shapes.totals, values);
  if (!totals) throw new Error('a sum without a row');
  return {
    rows: rows.map(listedRow),
    total: totals.count,
    totals,
  };
}
