import { AltavozFailure } from '../../shared/failure.ts';
import type { KindId } from '../../shared/output/kind-id.ts';
import type { OutputItemDetail, OutputTallyRow } from '../../shared/output/rows.ts';
import type { OutputTallyList } from '../../shared/output/schemas.ts';
import type { Listed } from '../../shared/records.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { matchesSearch } from '../database/search.ts';
import { selectItemEvidence } from './item-evidence.ts';
import { parseDetails } from './list-output-items.ts';

/** One item with everything about it, also when removed. @throws {AltavozFailure} `record_not_found`. */
export async function selectOutputItem(
  database: Pick<OpenDatabase, 'db'>,
  id: string,
): Promise<OutputItemDetail> {
  const row = await database.db
    .selectFrom('outputItem')
    .leftJoin('department', 'department.id', 'outputItem.departmentId')
    .leftJoin('place', 'place.id', 'outputItem.placeId')
    .select(['outputItem.id', 'outputItem.version', 'kind', 'day', 'title', 'departmentId'])
    .select(['outputItem.place', 'url', 'notes', 'details', 'department.name as departmentName'])
    .select(['placeId', 'place.name as placeName', 'responsible', 'startsAt', 'endsAt'])
    .select(['seriesId', 'requestId', 'state', 'stateReason'])
    .select(['outputItem.updatedAt', 'outputItem.updatedBy', 'outputItem.deletedAt'])
    .where('outputItem.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'output_item', id });
  const { deletedAt, ...item } = row;
  const evidence = await selectItemEvidence(database.db, id);
  return {
    ...item,
    kind: item.kind as KindId,
    details: parseDetails(item.details),
    evidence,
    evidenceIds: evidence.map((file) => file.id),
    isRemoved: deletedAt !== null,
  };
}

/** A page of monthly totals, latest month first. */
export async function selectOutputTallies(
  database: OpenDatabase,
  list: OutputTallyList,
): Promise<Listed<OutputTallyRow>> {
  let matching = database.db
    .selectFrom('outputTally')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'outputTally.searchText', list.search));
  if (list.kind !== undefined) matching = matching.where('kind', '=', list.kind);
  if (list.from !== undefined) matching = matching.where('month', '>=', list.from);
  if (list.to !== undefined) matching = matching.where('month', '<=', list.to);
  const rows = await matching
    .select(['id', 'version', 'month', 'kind', 'count', 'source', 'notes', 'besideRecords'])
    .select(['updatedAt', 'updatedBy'])
    .orderBy('month', 'desc')
    .orderBy('kind')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map((row) => ({ ...row, kind: row.kind as KindId })), total };
}
