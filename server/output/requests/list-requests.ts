import { type SelectQueryBuilder, sql } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import type {
  RequestDetail,
  RequestList,
  RequestRow,
  RequestState,
} from '../../../shared/output/requests/request.ts';
import type { Listed } from '../../../shared/records.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { Tables } from '../../database/schema.ts';
import { searchConditions } from '../../database/search.ts';

type Requests = SelectQueryBuilder<Tables, 'outputRequest', object>;

const departmentName = sql<
  string | null
>`(select name from department where department.id = output_request.department_id)`;
const itemCount = sql<number>`(select cast(count(*) as integer) from output_item
  where output_item.request_id = output_request.id and output_item.deleted_at is null)`;

function filtered({ db }: OpenDatabase, list: RequestList): Requests {
  let matching: Requests = db
    .selectFrom('outputRequest')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => expression.and(searchConditions('searchText', list.search)));
  if (list.state !== undefined) matching = matching.where('state', '=', list.state);
  if (list.departmentId !== undefined) {
    matching = matching.where('departmentId', '=', list.departmentId);
  }
  return matching;
}

const columns = [
  'id',
  'version',
  'title',
  'outputRequest.details',
  'departmentId',
  'requestedBy',
  'kind',
  'askedDay',
  'dueDay',
  'state',
  'updatedAt',
  'updatedBy',
] as const;

const typed = <Row extends { kind: string | null; state: string }>(row: Row) => ({
  ...row,
  kind: row.kind as KindId | null,
  state: row.state as RequestState,
});

/** A page of requests: those that are due first, then those without a day, latest asked first. */
export async function listRequests(
  database: OpenDatabase,
  list: RequestList,
): Promise<Listed<RequestRow>> {
  const rows = await filtered(database, list)
    .select(columns)
    .select([departmentName.as('departmentName'), itemCount.as('itemCount')])
    .orderBy(sql`case when due_day is null then 1 else 0 end`)
    .orderBy('dueDay')
    .orderBy('askedDay', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await filtered(database, list)
    .select(sql<number>`cast(count(*) as integer)`.as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(typed), total };
}

/** One request with what was made for it, also when removed. @throws {AltavozFailure} `record_not_found`. */
export async function readRequest({ db }: OpenDatabase, id: string): Promise<RequestDetail> {
  const row = await db
    .selectFrom('outputRequest')
    .select(columns)
    .select(['deletedAt', departmentName.as('departmentName')])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'output_request', id });
  const items = await db
    .selectFrom('outputItem')
    .select(['id', 'kind', 'title', 'day'])
    .where('requestId', '=', id)
    .where('deletedAt', 'is', null)
    .orderBy('day')
    .orderBy('id')
    .limit(200)
    .execute();
  const { deletedAt, ...request } = row;
  return {
    ...typed(request),
    isRemoved: deletedAt !== null,
    items: items.map((item) => ({ ...item, kind: item.kind as KindId })),
  };
}
