import type { Listed } from '../../shared/records.ts';
import type { Metric, SnapshotSource } from '../../shared/social/metrics.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { Reading } from '../../shared/social/rows.ts';
import type { TypingCell, TypingList, TypingRow } from '../../shared/social/typing.ts';
import type { House } from '../context.ts';
import { matchesSearch } from '../database/search.ts';
import { readingKey, selectLastReadings } from './select-last-readings.ts';
import { selectStoredReadings } from './select-stored-readings.ts';

function selectPages({ database }: House, list: TypingList) {
  let pages = database.db
    .selectFrom('page')
    .where('page.deletedAt', 'is', null)
    .where((expression) => matchesSearch(expression, 'page.searchText', list.search));
  if (list.byHand) pages = pages.where('page.isPulled', '=', 0);
  if (list.network !== undefined) pages = pages.where('page.network', '=', list.network);
  if (list.departmentId !== undefined) {
    pages = pages.where('page.departmentId', '=', list.departmentId);
  }
  return pages;
}

/** What each source says of each figure on one day. */
async function selectReadingsOf({ database }: House, pageIds: string[], list: TypingList) {
  const { metrics, day } = list;
  const stored = await selectStoredReadings(database.db, { pageIds, metrics, from: day, to: day });
  const key = (pageId: string, metric: Metric, source: SnapshotSource) =>
    `${readingKey(pageId, metric)} ${source}`;
  const found = new Map(
    stored.map(({ pageId, metric, ...reading }): [string, Reading] => [
      key(pageId, metric, reading.source),
      reading,
    ]),
  );
  return (pageId: string, metric: Metric, source: SnapshotSource) =>
    found.get(key(pageId, metric, source)) ?? null;
}

/** The pages whose figures of a day are to be typed, with the last figures known before it. */
export async function readTypingGrid(house: House, list: TypingList): Promise<Listed<TypingRow>> {
  const matching = selectPages(house, list);
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const pages = await matching
    .leftJoin('department', 'department.id', 'page.departmentId')
    .select(['page.id as pageId', 'page.network', 'page.handle', 'page.title'])
    .select('department.name as department')
    .orderBy('isMain', 'desc')
    .orderBy('page.title')
    .orderBy('page.network')
    .orderBy('page.id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const ids = pages.map(({ pageId }) => pageId);
  const last = await selectLastReadings(house.database.db, ids, list.metrics, list.day);
  const said = await selectReadingsOf(house, ids, list);
  const cellOf = (pageId: string, metric: Metric): TypingCell => ({
    metric,
    last: last.get(readingKey(pageId, metric)) ?? null,
    typed: said(pageId, metric, 'manual'),
    known: said(pageId, metric, 'api') ?? said(pageId, metric, 'import'),
  });
  const rows = pages.map((page) => ({
    ...page,
    network: page.network as NetworkId,
    cells: list.metrics.map((metric) => cellOf(page.pageId, metric)),
  }));
  return { rows, total };
}
