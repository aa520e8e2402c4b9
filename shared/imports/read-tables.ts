import { cellText, type TableRow } from '../files/table.ts';
import { chooseTables, type FileTable } from './choose-tables.ts';
import { readFile } from './read-file.ts';
import type { ReadFile, ReadItem, ReadRules } from './read-items.ts';
import type { Recognised } from './recognise.ts';
import { settleRepeated } from './settle-repeated.ts';

/** Everything that a file holds, and the table that says what the whole file is. */
export interface ReadTables extends ReadFile {
  recognised: Recognised;
  /** How the tables are called that were read, where there are several. */
  read: string[];
}

const filled = ({ cells }: TableRow) => cells.map(cellText).filter((text) => text !== '');

/** How a table is called: by its file or sheet, and by its title. */
function nameOf({ name, rows, recognised }: FileTable): string {
  const first = rows.find((row) => filled(row).length > 0);
  const above = first && filled(first).length === 1 ? filled(first)[0] : undefined;
  return [name, recognised?.title ?? above].filter(Boolean).join(' · ');
}

/** Whether there is more to a table than notes. A file that is no text has no rows, and is said. */
const isTable = ({ rows }: FileTable) =>
  rows.length === 0 || rows.some((row) => filled(row).length > 1);

function leftOut(table: FileTable): ReadItem {
  const line = table.rows.find((row) => filled(row).length > 0)?.line ?? 1;
  return { makes: 'row', line, reason: 'table_left_out', said: nameOf(table).slice(0, 200) };
}

/**
 * Reads every table of a file, each by its own title and headings; those that bring nothing are told by name.
 * @returns nothing where none of them brings anything.
 */
export function readTables(tables: readonly FileTable[], rules: ReadRules): ReadTables | undefined {
  const chosen = chooseTables(tables);
  const [first] = chosen;
  if (!first) return undefined;
  const files = chosen.map(({ rows, recognised }) => readFile(rows, recognised, rules));
  const { items, dropped } = settleRepeated(files.flatMap((file) => file.items));
  const left = tables.filter((table) => !chosen.some((one) => one === table) && isTable(table));
  return {
    recognised: first.recognised,
    items: [...items, ...left.map(leftOut)],
    skipped: dropped + files.reduce((sum, { skipped }) => sum + skipped, 0),
    notes: [...new Set(files.flatMap(({ notes }) => notes))],
    read: chosen.length > 1 ? chosen.map(nameOf) : [],
  };
}
