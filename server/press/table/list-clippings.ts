import { sql } from 'kysely';
import type { ClippingList } from '../../../shared/press/clipping-list.ts';
import type { ClippingListed, ClippingRow, ClippingTotals } from '../../../shared/press/rows.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { hotQueryByShape } from '../../database/hot-query.ts';
import type { Flag } from '../../database/record-columns.ts';
import { filteredClippings, hasEvidence } from './filter-clippings.ts';
import type { FilterShape, ListShape } from './list-shape.ts';
import { inOrder } from './order-clippings.ts';
import { prepareFilter } from './prepare-filter.ts';

interface StoredRow extends Omit<ClippingRow, 'isPaid' | 'underContract' | 'hasEvidence'> {
  isPaid: Flag;
  underContract: Flag;
  hasEvidence: Flag;
}

// Subqueries, so that only the rows of this page look up what they name.
const outletName = sql<string>`(select name from outlet where outlet.id = clipping.outlet_id)`;
const departmentName = sql<
  string | null
>`(select name from department where department.id = clipping.department_id)`;

const selectRows = hotQueryByShape<StoredRow, ListShape>((db, shape) =>
  inOrder(filteredClippings(db, shape), shape.order)
    .select(['id', 'version', 'day', 'title', 'channel', 'format', 'section', 'tone', 'url'])
    .select(['standing', 'grade', 'outlet_id as outletId', 'is_paid as isPaid'])
    .select(['value_cop as valueCop', 'value_with_vat_cop as valueWithVatCop'])
    .select(['updated_at as updatedAt', 'updated_by as updatedBy'])
    .select(['author', 'topic', 'spokesperson', 'origin', 'entry'])
    .select(['department_id as departmentId', 'under_contract as underContract'])
    .select('review_state as reviewState')
    .select(outletName.as('outletName'))
    .select(departmentName.as('departmentName'))
    .select(sql<Flag>`case when ${hasEvidence} then 1 else 0 end`.as('hasEvidence'))
    .limit(sql<number>`${'pageSize'}`)
    .offset(sql<number>`${'offset'}`)
    .$castTo<StoredRow>()
    .compile(),
);

const asNumber = (text: string) => sql<number>`${sql.raw(text)}`;

const selectTotals = hotQueryByShape<ClippingTotals, FilterShape>((db, shape) =>
  filteredClippings(db, shape)
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
    rows: rows.map((row) => ({
      ...row,
      isPaid: row.isPaid === 1,
      underContract: row.underContract === 1,
      hasEvidence: row.hasEvidence === 1,
    })),
    total: totals.count,
    totals,
  };
}
