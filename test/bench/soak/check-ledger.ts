import type { Desk } from './desk.ts';
import type { Entry, Ledger, Written } from './ledger.ts';

interface Found extends Written {
  mark: string;
}

const pageSize = 200;

/** The number that tells a row from the others of its write is no part of what it says. */
const withoutNumber = (title: string) => title.replace(/ #\d+$/, '');
const markIn = (title: string) => /\bsoak\d{7}\b/.exec(title)?.[0] ?? '';

async function readPages<Row>(
  ask: (page: number) => Promise<{ rows: Row[]; total: number }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const read = await ask(page);
    rows.push(...read.rows);
    if (read.rows.length < pageSize) return rows;
  }
}

async function readOutput({ ask }: Desk, day: string, removed: boolean): Promise<Found[]> {
  const list = { from: day, to: day, removed, pageSize };
  const rows = await readPages((page) => ask.output.listItems.query({ ...list, page }));
  return rows.map(({ title, place }) => ({
    mark: markIn(title),
    title: withoutNumber(title),
    also: place ?? '',
    isRemoved: removed,
  }));
}

async function readPress({ ask }: Desk, day: string, removed: boolean): Promise<Found[]> {
  const list = { from: day, to: day, removed, pageSize };
  const rows = await readPages((page) => ask.press.listClippings.query({ ...list, page }));
  return rows.map(({ title, author }) => ({
    mark: markIn(title),
    title: withoutNumber(title),
    also: author ?? '',
    isRemoved: removed,
  }));
}

function isThere(entry: Entry, written: Written | null | undefined, found: Found[]): boolean {
  // What was taken back may lie among the removed.
  if (!written) return found.every(({ isRemoved }) => isRemoved);
  const { title, also, isRemoved } = written;
  return (
    found.length === entry.rows &&
    found.every((row) => row.title === title && row.also === also && row.isRemoved === isRemoved)
  );
}

function tell({ mark, rows, sure, perhaps }: Entry, found: Found[]): string {
  const first = JSON.stringify(found[0] ?? null);
  return `${mark}: acknowledged ${rows} × ${JSON.stringify(sure)}, sent ${JSON.stringify(perhaps)}; there are ${found.length}, ${first}`;
}

/**
 * Looks for everything that was acknowledged, through the door by which it was written.
 * @param day that everything in the ledger is of
 * @returns a line for each entry that is lost, doubled or there in part
 */
export async function checkLedger(ledger: Ledger, desk: Desk, day: string): Promise<string[]> {
  const byMark = new Map<string, Found[]>();
  for (const read of [readOutput, readPress]) {
    for (const removed of [false, true]) {
      for (const row of await read(desk, day, removed)) {
        const others = byMark.get(row.mark);
        if (others) others.push(row);
        else byMark.set(row.mark, [row]);
      }
    }
  }
  return ledger.entries
    .filter((entry) => {
      const found = byMark.get(entry.mark) ?? [];
      const isAsSure = isThere(entry, entry.sure, found);
      return !isAsSure && (!('perhaps' in entry) || !isThere(entry, entry.perhaps, found));
    })
    .map((entry) => tell(entry, byMark.get(entry.mark) ?? []));
}
