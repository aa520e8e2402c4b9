import { type SelectQueryBuilder, sql } from 'kysely';
import type { ItemOrder } from '../../shared/output/item-order.ts';
import type { Details } from '../../shared/output/kind.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import type { OutputItemRow } from '../../shared/output/rows.ts';
import type { OutputItemList } from '../../shared/output/schemas.ts';
import { outputStates } from '../../shared/output/state.ts';
import type { Listed } from '../../shared/records.ts';
import { knownName } from '../accounts/known-people.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { type PlainTables, plainTables } from '../database/plain-tables.ts';
import { searchConditions } from '../database/search.ts';

type Items = SelectQueryBuilder<PlainTables, 'output_item', object>;

const plainColumns = {
  department: 'department_id',
  place: 'place_id',
  responsible: 'responsible',
} as const;

function filtered(database: OpenDatabase, list: OutputItemList): Items {
  let query: Items = plainTables(database.db)
    .selectFrom('output_item')
    .where('deleted_at', list.removed ? 'is not' : 'is', null);
  if (list.kind !== undefined) query = query.where('kind', '=', list.kind);
  if (list.departmentId !== undefined) query = query.where('department_id', '=', list.departmentId);
  if (list.placeId !== undefined) query = query.where('place_id', '=', list.placeId);
  if (list.responsible !== undefined) query = query.where('responsible', '=', list.responsible);
  if (list.seriesId !== undefined) query = query.where('series_id', '=', list.seriesId);
  if (list.state !== undefined) query = query.where('state', '=', list.state);
  if (list.without !== undefined) {
    query = query.where(plainColumns[list.without], 'is', null);
  }
  if (list.from !== undefined) query = query.where('day', '>=', list.from);
  if (list.to !== undefined) query = query.where('day', '<=', list.to);
  for (const condition of searchConditions('search_text', list.search)) {
    query = query.where(condition);
  }
  return query;
}

/** The details of an item as they were stored; they were checked when they came in. */
export function parseDetails(details: string): Details {
  return JSON.parse(details) as Details;
}

const countOfFiles =
  '(select count(*) from output_evidence where output_evidence.item_id = output_item.id)';

/** Where each state stands among the others: what is to come, what was done, what was called off. */
const stateRank = sql`case state ${sql.join(
  outputStates.map((state, rank) => sql`when ${sql.lit(state)} then ${sql.lit(rank)}`),
  sql` `,
)} end`;

/** Puts items in an order that no two share. */
function inOrder(query: Items, order: ItemOrder): Items {
  const [column, direction] = order.split('_') as ['day' | 'state', 'asc' | 'desc'];
  if (column === 'day') return query.orderBy('day', direction).orderBy('id', direction);
  return query.orderBy(stateRank, direction).orderBy('day', 'desc').orderBy('id', 'desc');
}

/** A page of items, latest day first where no other order is asked for. */
export async function listOutputItems(
  database: OpenDatabase,
  asked: OutputItemList,
): Promise<Listed<OutputItemRow>> {
  const { responsible } = asked;
  const list = responsible
    ? { ...asked, responsible: await knownName(database, responsible) }
    : asked;
  const rows = await inOrder(filtered(database, list), list.order)
    .select(['id', 'version', 'kind', 'day', 'title', 'place', 'url', 'details', 'notes'])
    .select(['department_id as departmentId', 'place_id as placeId', 'responsible'])
    .select(['starts_at as startsAt', 'ends_at as endsAt'])
    .select(['series_id as seriesId', 'request_id as requestId'])
    .select(['state', 'state_reason as stateReason'])
    .select(['updated_at as updatedAt', 'updated_by as updatedBy'])
    // A subquery, so that only the rows of this page look up their department.
    .select(
      sql<
        string | null
      >`(select name from department where department.id = output_item.department_id)`.as(
        'departmentName',
      ),
    )
    .select(
      sql<string | null>`(select name from place where place.id = output_item.place_id)`.as(
        'placeName',
      ),
    )
    .select(sql<number>`${sql.raw(countOfFiles)}`.as('evidenceCount'))
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await filtered(database, list)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({
      ...row,
      kind: row.kind as KindId,
      details: parseDetails(row.details),
    })),
    total,
  };
}
