import Papa from 'papaparse';
import { withoutGuard } from '../../shared/files/file-cell.ts';
import type { MergedCells, Sheet, SheetCell, SheetRow } from '../../shared/imports/sheets/sheet.ts';
import { Exact } from '../../shared/money/exact.ts';
import { decodeText, refuseFile } from './decode-text.ts';
import { inspectArchive } from './inspect-archive.ts';
import { inspectRepeats } from './inspect-repeats.ts';
import { isOtherContent, startsWith } from './open-table.ts';

/** What of a file is let in. */
export interface SheetLimits {
  largestBytes: number;
  /** What all parts of a workbook may come to once unpacked. */
  largestUnpackedBytes: number;
  mostRows: number;
  mostColumns: number;
  /** Of a workbook, only so many first lines of each sheet are read. */
  firstRows?: number;
}

/** The parts that only a workbook of XLSX or of OpenDocument has. */
const workbookPart = /^\/?(?:xl\/workbook\.(?:xml|bin)|content\.xml)$/i;

async function parseWorkbook(bytes: Buffer, limits: SheetLimits) {
  // Large, and not needed by who never brings in a workbook.
  const { read, utils } = await import('@e965/xlsx');
  try {
    const workbook = read(bytes, {
      type: 'buffer',
      dense: true,
      cellDates: true,
      UTC: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetRows: limits.firstRows ?? limits.mostRows + 2,
    });
    return { workbook, utils };
  } catch {
    // The reader throws plain errors of its own for whatever it cannot make sense of.
    throw refuseFile('cut_short');
  }
}

/** What the reader of workbooks keeps of a cell: its type, its value, what it shows, its formula. */
interface KeptCell {
  t?: string;
  v?: unknown;
  w?: string;
  f?: string;
  /** The format in which it is shown. */
  z?: string | number;
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

function cellOf({ t, v, w, z }: KeptCell = {}): SheetCell {
  if (t === 'e') return { error: w ?? errorNames[Number(v)] ?? '#VALUE!' };
  if (v instanceof Date) return dayOf(v);
  // What a cell shows is what was written: 85.28 %, and not the share behind it.
  if (typeof v === 'number' && typeof z === 'string' && /^[^"[]*%/.test(z)) {
    return `${new Exact(keptNumber(v)).times(100).toFixed()}%`;
  }
  if (typeof v === 'number') return keptNumber(v);
  if (typeof v === 'boolean') return v;
  return typeof v === 'string' ? v.replace(/\r\n?/g, '\n') : '';
}

interface KeptSheet {
  /** The cells that the sheet has, where not all of them were read: `A1:F20001`. */
  '!fullref'?: string;
  '!data'?: (KeptCell | undefined)[][];
  '!merges'?: { s: { r: number; c: number }; e: { r: number; c: number } }[];
}

/** How many lines a sheet has of which only the first were read. */
function linesOf(kept: KeptSheet): { lines?: number } {
  const last = /(?<!\d)\d+$/.exec(kept['!fullref'] ?? '')?.[0];
  return last === undefined ? {} : { lines: Number(last) };
}

function sheetOf(name: string, isHidden: boolean, kept: KeptSheet, limits: SheetLimits): Sheet {
  let formulas = 0;
  const rows: SheetRow[] = [];
  for (const [at, cells] of (kept['!data'] ?? []).entries()) {
    if (!cells || cells.length === 0) continue;
    if (at >= limits.mostRows) throw refuseFile('too_many_rows', limits.mostRows);
    // A file may say that a cell stands in the last of sixteen thousand columns.
    const some = cells.slice(0, limits.mostColumns);
    formulas += some.filter((cell) => cell?.f !== undefined).length;
    rows.push({ line: at + 1, cells: Array.from(some, (cell) => cellOf(cell)) });
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
  return { name, isHidden, rows, ...linesOf(kept), merges, formulas };
}

async function openWorkbook(bytes: Buffer, limits: SheetLimits): Promise<Sheet[]> {
  if (bytes[0] === 0x50) {
    const most = limits.largestUnpackedBytes;
    const parts = inspectArchive(bytes, most, (name, content) => {
      if (/content\.xml$/i.test(name)) inspectRepeats(content.toString('utf8'), most);
    });
    if (!parts.some((name) => workbookPart.test(name))) throw refuseFile('not_a_table');
  }
  const { workbook } = await parseWorkbook(bytes, limits);
  const facts = workbook.Workbook?.Sheets ?? [];
  return workbook.SheetNames.flatMap((name, at): Sheet[] => {
    const kept = workbook.Sheets[name] as KeptSheet | undefined;
    return kept ? [sheetOf(name, Boolean(facts[at]?.Hidden), kept, limits)] : [];
  });
}

const delimiters = [';', '\t', ',', '|'];
const sampleRows = 40;

/** The separator under which the most lines have the same number of cells, two or more. */
function delimiterOf(text: string): string {
  const announced = /^"?sep=(.)"?\n/i.exec(text)?.[1];
  if (announced !== undefined) return announced;
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: sampleRows });
    const widths = new Map<number, number>();
    for (const cells of data) {
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    return { delimiter, lines: Math.max(0, ...widths.values()) };
  });
  const [best] = scored.sort((one, other) => other.lines - one.lines);
  return best?.delimiter ?? ',';
}

function openText(text: string, limits: SheetLimits): Sheet[] {
  const announced = /^"?sep=.{1}"?\n/i.exec(text)?.[0] ?? '';
  const { data, errors } = Papa.parse<string[]>(text.slice(announced.length), {
    delimiter: delimiterOf(text),
    newline: '\n',
    preview: limits.mostRows + 1,
  });
  if (errors.some(({ code }) => code === 'MissingQuotes')) throw refuseFile('cut_short');
  if (data.length > limits.mostRows) throw refuseFile('too_many_rows', limits.mostRows);
  let line = announced === '' ? 1 : 2;
  const rows = data.map((cells): SheetRow => {
    const row = { line, cells: cells.slice(0, limits.mostColumns).map(withoutGuard) };
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return row;
  });
  return [{ name: '', isHidden: false, rows, merges: [], formulas: 0 }];
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
