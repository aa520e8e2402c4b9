import type { MergedCells, Sheet, SheetCell, SheetRow } from '../../shared/imports/sheets/sheet.ts';
import { Exact } from '../../shared/money/exact.ts';
import { decodeText, refuseFile } from './decode-text.ts';
import { isOtherContent, startsWith } from './open-table.ts';
import { parseDelimited, sampleRows, takeSeparator } from './parse-delimited.ts';
import {
  type KeptCell,
  type KeptSheet,
  type ParsedSheet,
  parseWorkbook,
} from './parse-workbook.ts';
import { TextRoom } from './text-room.ts';

/** What of a file is let in. */
export interface SheetLimits {
  largestBytes: number;
  /** What all parts of a workbook may come to once unpacked. */
  largestUnpackedBytes: number;
  mostRows: number;
  mostColumns: number;
  /** Of a workbook, only so many first lines of each sheet are read. */
  firstRows?: number;
  /** Is told how many pieces there are to be read. */
  counted?: (pieces: number) => void;
}

const errorNames: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function dayOf(date: Date): SheetCell {
  if (Number.isNaN(date.getTime())) return { error: '#VALUE!' };
  const text = date.toISOString();
  return { day: text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19) };
}

/** Spreadsheets show and compare fifteen digits; what stands after them is left over from their arithmetic. */
function keptNumber(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function cellOf({ t, v, w, z, f }: KeptCell = {}, room: TextRoom): SheetCell {
  if (t === 'z') return f === undefined ? '' : { error: room.take(`=${f}`) };
  if (t === 'e') return { error: w ?? errorNames[Number(v)] ?? '#VALUE!' };
  if (v instanceof Date) return dayOf(v);
  // What a cell shows is what was written: 85.28 %, and not the share behind it.
  if (typeof v === 'number' && typeof z === 'string' && /^[^"[]*%/.test(z)) {
    return `${new Exact(keptNumber(v)).times(100).toFixed()}%`;
  }
  if (typeof v === 'number') return keptNumber(v);
  if (typeof v === 'boolean') return v;
  return typeof v === 'string' ? room.take(v) : '';
}

/** How many lines a sheet has of which only the first were read. */
function linesOf(kept: KeptSheet): { lines?: number } {
  const last = /(?<!\d)\d+$/.exec(kept['!fullref'] ?? '')?.[0];
  return last === undefined ? {} : { lines: Number(last) };
}

function sheetOf(
  { name, isHidden, kept }: ParsedSheet,
  limits: SheetLimits,
  room: TextRoom,
): Sheet {
  let formulas = 0;
  let unworked = 0;
  const rows: SheetRow[] = [];
  for (const [at, cells] of (kept['!data'] ?? []).entries()) {
    if (!cells || cells.length === 0) continue;
    if (at >= limits.mostRows) throw refuseFile('too_many_rows', limits.mostRows);
    // A file may say that a cell stands in the last of sixteen thousand columns.
    const some = cells.slice(0, limits.mostColumns);
    formulas += some.filter((cell) => cell?.f !== undefined).length;
    unworked += some.filter((cell) => cell?.f !== undefined && cell.t === 'z').length;
    rows.push({ line: at + 1, cells: Array.from(some, (cell) => cellOf(cell, room)) });
    // What is read is let go, so that a large sheet is not held twice.
    cells.length = 0;
  }
  const merges = (kept['!merges'] ?? []).map(
    ({ s, e }): MergedCells => ({
      fromLine: s.r + 1,
      toLine: e.r + 1,
      fromColumn: s.c,
      toColumn: e.c,
    }),
  );
  return { name, isHidden, rows, ...linesOf(kept), merges, formulas, unworked };
}

async function openWorkbook(bytes: Buffer, limits: SheetLimits): Promise<Sheet[]> {
  const { largestUnpackedBytes, counted, firstRows = limits.mostRows + 2 } = limits;
  const sheets = await parseWorkbook(bytes, {
    largestUnpackedBytes,
    firstRows,
    counted,
  });
  const room = new TextRoom(largestUnpackedBytes);
  return sheets.map((sheet) => sheetOf(sheet, limits, room));
}

const delimiters = [';', '\t', ',', '|'];
const rowsLookedAt = 40;

/** The separator under which the most lines have the same number of cells, two or more. */
function delimiterOf(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const widths = new Map<number, number>();
    for (const cells of sampleRows(text, delimiter, rowsLookedAt)) {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    return { delimiter, lines: Math.max(0, ...widths.values()) };
  });
  const [best] = scored.sort((one, other) => other.lines - one.lines);
  return best?.delimiter ?? ',';
}

function openText(whole: string, limits: SheetLimits): Sheet[] {
  const { announced, text } = takeSeparator(whole);
  const delimiter = announced ?? delimiterOf(text);
  const all = parseDelimited(text, delimiter, announced === undefined ? 1 : 2, limits);
  const rows = all.map(({ line, cells }) => ({ line, cells: cells.slice(0, limits.mostColumns) }));
  return [{ name: '', isHidden: false, rows, merges: [], formulas: 0, unworked: 0 }];
}

/**
 * Opens any table that somebody brings, with all its sheets: XLSX, XLSM, XLSB, XLS, ODS, CSV, TSV.
 * Formulas are not worked out and macros are not run: what counts is what the file shows.
 * @throws {AltavozFailure} `file_refused` with why it cannot be read.
 */
export async function openSheets(bytes: Buffer, limits: SheetLimits): Promise<Sheet[]> {
  if (bytes.length === 0) throw refuseFile('empty');
  const { largestBytes } = limits;
  if (bytes.length > largestBytes) throw refuseFile('too_large', largestBytes / 1024 / 1024);
  const isWorkbook = startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
  if (!isWorkbook && isOtherContent(bytes)) throw refuseFile('not_a_table');
  const sheets = isWorkbook
    ? await openWorkbook(bytes, limits)
    : openText(decodeText(bytes), limits);
  if (!sheets.some(({ rows }) => rows.length > 0)) throw refuseFile('empty');
  return sheets;
}
