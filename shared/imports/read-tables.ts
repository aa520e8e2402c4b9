import { cellText, type TableRow } from '../files/table.ts';
import type { NetworkId } from '../social/networks.ts';
import { metricOfSeries } from './read-days.ts';
import { readFile } from './read-file.ts';
import type { ReadFile, ReadItem, ReadRules } from './read-items.ts';
import { type Recognised, readSeriesTitle } from './recognise.ts';
import { settleRepeated } from './settle-repeated.ts';

/** A table of a file: the name of the file or sheet that it is in, and what it is where that was recognised. */
export interface FileTable {
  name: string;
  rows: readonly TableRow[];
  recognised: Recognised | undefined;
}

/** Everything that a file holds, and the table that says what the whole file is. */
export interface ReadTables extends ReadFile {
  recognised: Recognised;
  /** How the tables are called that were read, where there are several. */
  read: string[];
}

type Known = FileTable & { recognised: Recognised };

/** The network that a table says it is of; nothing where it says none. */
export function networkOfTable({ kind, title }: Recognised): NetworkId | null {
  return kind.id === 'meta_series' ? (readSeriesTitle(title)?.network ?? null) : kind.network;
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

/** A series of something that is not kept, such as visits, has nothing to bring. */
const holdsNothingKept = ({ kind, title }: Recognised) =>
  kind.id === 'meta_series' && readSeriesTitle(title)?.metric === null;

/** The tables that are read together: those of the network of the first one, each of a metric that it names. */
function chooseTables(tables: readonly FileTable[]): Known[] {
  const known = tables.filter(
    (table): table is Known =>
      table.recognised !== undefined && !holdsNothingKept(table.recognised),
  );
  const network = known.map(({ recognised }) => networkOfTable(recognised)).find(Boolean);
  const together = known.filter(({ recognised }) => {
    const own = networkOfTable(recognised);
    return own === null || network === undefined || own === network;
  });
  if (together.length === 1) return together;
  // One answer of the person is no answer for several series.
  return together.filter(
    ({ recognised }) =>
      recognised.kind.id !== 'meta_series' || metricOfSeries(recognised, null) !== null,
  );
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
