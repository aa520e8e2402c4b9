import { openFile } from '../../server/imports/open-file.ts';
import { readFile } from '../../shared/imports/read-file.ts';

const rules = {
  timeZone: 'America/Bogota',
  today: '2026-11-22',
  fileDay: '2026-11-22',
  metric: null,
};

/** Reads a file as the house would on 22 November 2026 in Bogotá. */
export async function readExport(bytes: Buffer, more: Partial<typeof rules> = {}) {
  const { rows, recognised } = await openFile(bytes);
  const file = readFile(rows, recognised, { ...rules, ...more });
  return { kind: recognised.kind.id, title: recognised.title, ...file };
}

/** The posts of a file, or its rows that are none. */
export async function postsOf(bytes: Buffer) {
  const { kind, items } = await readExport(bytes);
  return { kind, posts: items.map((item) => (item.makes === 'post' ? item.post : item)) };
}
