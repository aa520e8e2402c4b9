import { createHash, randomUUID } from 'node:crypto';
import { previewHours } from '../../shared/imports/limits.ts';
import type { PlacedItem } from '../../shared/imports/place-items.ts';
import type { FileNote } from '../../shared/imports/read-items.ts';
import type { ImportCounts, ReadOfFile } from '../../shared/imports/rows.ts';
import type { FileToRead, Standing } from '../../shared/imports/schemas.ts';
import { foldForSearch } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import type { ImportRunTable } from '../database/imports-schema.ts';
import { transact, type Write } from '../transaction.ts';
import { type PlannedChange, planChanges } from './plan-changes.ts';
import { type ReadContent, readContent } from './read-content.ts';
import { insertChanges, removeExpired, showRuns } from './run-queries.ts';

type WholeContent = Extract<ReadContent, { items: PlacedItem[] }>;

function countStandings(changes: readonly PlannedChange[]): ImportCounts {
  const count = (standing: Standing) =>
    changes.filter((change) => change.standing === standing).length;
  return {
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    conflicting: count('conflict'),
    refused: count('refused'),
  };
}

function searchTextOf(file: FileToRead, items: readonly PlacedItem[], who: string): string {
  const titles = new Set(items.flatMap((item) => (item.makes === 'row' ? [] : [item.at.title])));
  return foldForSearch([file.name, who, ...[...titles].slice(0, 50)].join(' '));
}

/** Whether these very bytes were written before and not undone. */
async function wasWritten({ db }: Write, fileHash: string): Promise<boolean> {
  const before = await db
    .selectFrom('importRun')
    .select('id')
    .where('fileHash', '=', fileHash)
    .where('status', '=', 'written')
    .executeTakeFirst();
  return before !== undefined;
}

async function keepPreview(
  context: ActorContext,
  write: Write,
  file: FileToRead,
  content: WholeContent,
): Promise<ImportRunTable> {
  const changes = await planChanges(write.db, content.items);
  const fileHash = createHash('sha256').update(file.content).digest('hex');
  const days = changes.flatMap(({ day }) => day ?? []).sort();
  const notes: FileNote[] = [...content.notes];
  if (await wasWritten(write, fileHash)) notes.push('read_before');
  const run: ImportRunTable = {
    id: randomUUID(),
    kind: content.kind,
    status: 'pending',
    fileName: file.name,
    fileHash,
    searchText: searchTextOf(file, content.items, write.actor.name),
    createdAt: write.at,
    createdBy: write.actor.name,
    expiresAt: new Date(Date.parse(write.at) + previewHours * 3_600_000).toISOString(),
    writtenAt: null,
    writtenBy: null,
    undoneAt: null,
    undoneBy: null,
    fromDay: days[0] ?? null,
    toDay: days.at(-1) ?? null,
    pageIds: JSON.stringify([...new Set(changes.flatMap(({ pageId }) => pageId ?? []))]),
    ...countStandings(changes),
    kept: 0,
    notes: JSON.stringify(notes),
  };
  await write.db.insertInto('importRun').values(run).execute();
  await insertChanges(context.database, write, run.id, changes);
  return run;
}

/**
 * Reads a file and keeps what it would change, for somebody to look at and agree to; no figure is
 * written. Where the file does not say which page or metric it is of, that is asked first.
 * @throws {AltavozFailure} `file_refused`; `invalid_input` for a page of another network.
 */
export async function previewFile(context: ActorContext, file: FileToRead): Promise<ReadOfFile> {
  const content = await readContent(context, file);
  const { kind, network, says } = content;
  if (!('items' in content)) return { kind, network, says, needs: content.needs, import: null };
  return transact(context, ['imports'], async (write) => {
    await removeExpired(write);
    const run = await keepPreview(context, write, file, content);
    const { id, fileName, added, changed, same, conflicting, refused } = run;
    const details = { fileName, kind, added, changed, same, conflicting, refused };
    await write.audit({ action: 'preview', record: 'import', recordId: id, details });
    const [shown] = await showRuns(write.db, [run]);
    if (!shown) throw new Error('a preview that was just kept is not there');
    return { kind, network, says, needs: [], import: shown };
  });
}
