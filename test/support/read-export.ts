import { openFile } from '../../server/imports/open-file.ts';
import { readTables } from '../../shared/imports/read-tables.ts';

const rules = {
  timeZone: 'America/Bogota',
  today: '2026-11-22',
  fileDay: '2026-11-22',
  metric: null,
};

/** Reads a file as the house would on 22 November 2026 in Bogotá. */
export async function readExport(bytes: Buffer, more: Partial<typeof rules> = {}) {
  const file = readTables(await openFile(bytes), { ...rules, ...more });
  if (!file) throw new Error('nothing in the file is kept');
  const { recognised, items, skipped, notes } = file;
  return { kind: recognised.kind.id, title: recognised.title, items, skipped, notes };
}

/** The posts of a file, or its rows that are none. */
export async function postsOf(bytes: Buffer) {
  const { kind, items } = await readExport(bytes);
  return { kind, posts: items.map((item) => (item.makes === 'post' ? item.post : item)) };
}
