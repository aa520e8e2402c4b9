import type { RowRefusal } from '../../shared/imports/read-items.ts';
import type {
  ImportChange,
  ImportRow,
  SourceCounts,
  SourceValue,
} from '../../shared/imports/rows.ts';
import type { ImportList, ImportRowList, Standing } from '../../shared/imports/schemas.ts';
import type { Listed } from '../../shared/records.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { NetworkPost, PostCounts } from '../../shared/social/post-metrics.ts';
import type { House } from '../context.ts';
import type { ImportChangeTable } from '../database/imports-schema.ts';
import { searchConditions } from '../database/search.ts';
import { findRun, showRuns } from './run-queries.ts';

/** A page of the imports, newest first: what was written or undone, and previews that wait. */
export async function listImports(house: House, list: ImportList): Promise<Listed<ImportRow>> {
  const { db } = house.database;
  const matching = db
    .selectFrom('importRun')
    .where('status', '!=', 'discarded')
    .where((expression) => expression.and(searchConditions('searchText', list.search)));
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const runs = await matching
    .selectAll()
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  return { rows: await showRuns(db, runs), total };
}

/** One import. @throws {AltavozFailure} `record_not_found`. */
export async function readImport({ database }: House, id: string): Promise<ImportRow> {
  const [run] = await showRuns(database.db, [await findRun(database.db, id)]);
  if (!run) throw new Error('an import that was found is not shown');
  return run;
}

const parsed = <Value>(text: string | null): Value | null =>
  text === null ? null : (JSON.parse(text) as Value);

function showChange(row: ImportChangeTable & { page: string | null }): ImportChange {
  const { number, line, page } = row;
  const common = { number, line, standing: row.standing as Standing };
  if (row.makes === 'row' || row.after === null) {
    const reason = (row.reason ?? 'nothing_counted') as RowRefusal;
    return { ...common, makes: 'row', reason, said: row.said ?? '' };
  }
  const pageId = row.pageId ?? '';
  if (row.makes === 'post') {
    return {
      ...common,
      makes: 'post',
      pageId,
      page,
      before: parsed<{ counts: PostCounts }>(row.before)?.counts ?? null,
      after: JSON.parse(row.after) as NetworkPost,
      others: parsed<SourceCounts[]>(row.others) ?? [],
    };
  }
  return {
    ...common,
    makes: 'figure',
    pageId,
    page,
    metric: row.subject as Metric,
    day: row.day ?? '',
    before: parsed<{ value: number }>(row.before)?.value ?? null,
    after: (JSON.parse(row.after) as { value: number }).value,
    others: parsed<SourceValue[]>(row.others) ?? [],
  };
}

/** A page of the rows of an import, in the order of its file, all or those that stand in one way. */
export async function listImportRows(
  { database }: House,
  { id, standing, page, pageSize }: ImportRowList,
): Promise<Listed<ImportChange>> {
  await findRun(database.db, id);
  let matching = database.db.selectFrom('importChange').where('runId', '=', id);
  if (standing !== undefined) matching = matching.where('standing', '=', standing);
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .leftJoin('page', 'page.id', 'importChange.pageId')
    .selectAll('importChange')
    .select('page.title as page')
    .orderBy('number')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { rows: rows.map(showChange), total };
}
