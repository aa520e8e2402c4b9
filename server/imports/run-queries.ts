import type { Kysely } from 'kysely';
import { AltavozFailure } from '../../shared/failure.ts';
import type { FileKindId } from '../../shared/imports/file-kinds.ts';
import type { FileNote } from '../../shared/imports/read-items.ts';
import type { ImportRow } from '../../shared/imports/rows.ts';
import type { ImportStatus } from '../../shared/imports/schemas.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { bulkInsert } from '../database/bulk-insert.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { ImportRunTable } from '../database/imports-schema.ts';
import type { Tables } from '../database/schema.ts';
import type { Write } from '../transaction.ts';
import type { PlannedChange } from './plan-changes.ts';

const changeColumns = [
  'run_id',
  'number',
  'line',
  'standing',
  'makes',
  'page_id',
  'subject',
  'day',
  'reason',
  'said',
  'before',
  'after',
  'others',
];

/** Keeps the planned changes of an import, in the order of the file. */
export async function insertChanges(
  database: OpenDatabase,
  write: Write,
  runId: string,
  changes: readonly PlannedChange[],
): Promise<void> {
  const rows = changes.map((change, number) => [
    runId,
    number,
    change.line,
    change.standing,
    change.makes,
    change.pageId,
    change.subject,
    change.day,
    change.reason,
    change.said,
    change.before,
    change.after,
    change.others,
  ]);
  await bulkInsert(database, write, { table: 'import_change', columns: changeColumns }, rows);
}

/** A planned change with its place in the import. */
export type StoredChange = PlannedChange & { number: number };

/** The changes of an import that touch what is stored, or that found it the same already. */
export async function selectChanges(db: Kysely<Tables>, runId: string): Promise<StoredChange[]> {
  const rows = await db
    .selectFrom('importChange')
    .selectAll()
    .where('runId', '=', runId)
    .where('standing', '!=', 'refused')
    .orderBy('number')
    .execute();
  return rows as StoredChange[];
}

/** One import as it is stored. @throws {AltavozFailure} `record_not_found`. */
export async function findRun(db: Kysely<Tables>, id: string): Promise<ImportRunTable> {
  const run = await db.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirst();
  if (!run) throw new AltavozFailure({ code: 'record_not_found', record: 'import', id });
  return run;
}

/** Imports as they are shown, with the names of their pages. */
export async function showRuns(
  db: Kysely<Tables>,
  runs: readonly ImportRunTable[],
): Promise<ImportRow[]> {
  const idsOf = (run: ImportRunTable) => JSON.parse(run.pageIds) as string[];
  const ids = [...new Set(runs.flatMap(idsOf))];
  const pages =
    ids.length === 0
      ? []
      : await db
          .selectFrom('page')
          .select(['id', 'title', 'network'])
          .where('id', 'in', ids)
          .execute();
  return runs.map((run) => {
    const { fileHash: _hash, searchText: _text, pageIds: _ids, ...shown } = run;
    const own = new Set(idsOf(run));
    return {
      ...shown,
      kind: run.kind as FileKindId,
      status: run.status as ImportStatus,
      notes: JSON.parse(run.notes) as FileNote[],
      pages: pages
        .filter(({ id }) => own.has(id))
        .map((page) => ({ ...page, network: page.network as NetworkId })),
    };
  });
}

/** Takes away previews that nobody agreed to in time, with their rows. */
export async function removeExpired(write: Write): Promise<void> {
  const old = write.db
    .selectFrom('importRun')
    .select('id')
    .where('status', '=', 'pending')
    .where('expiresAt', '<', write.at);
  await write.db.deleteFrom('importChange').where('runId', 'in', old).execute();
  await write.db
    .deleteFrom('importRun')
    .where('status', '=', 'pending')
    .where('expiresAt', '<', write.at)
    .execute();
}
