import type { Cell, TableRow } from '../../shared/files/table.ts';
import { refuseFile } from './decode-text.ts';
import { inspectArchive } from './inspect-archive.ts';
import type { OpenedTable, TableReading } from './open-table.ts';

/** A date of a workbook in the form of text, without its time where that is midnight. */
function dateText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : String(value ?? '');
}

/** A cell of a sheet as the reader of workbooks keeps it. */
interface SheetCell {
  /** Its formula, without `=`. */
  f?: string;
}

/** Puts the formulas of a sheet in place of what they show; `first` is its first row and column. */
function writeFormulas(
  values: unknown[][],
  data: readonly (readonly (SheetCell | undefined)[] | undefined)[],
  first: { r: number; c: number },
): void {
  for (const [r, cells] of data.entries()) {
    for (const [c, cell] of (cells ?? []).entries()) {
      const row = values[r - first.r];
      if (row && cell?.f !== undefined) row[c - first.c] = `=${cell.f}`;
    }
  }
}

/** A part that only a workbook has: of XLSX, or of OpenDocument where that is let in. */
function isWorkbook(parts: readonly string[], otherWorkbooks: boolean): boolean {
  const marks = otherWorkbooks
    ? /^\/?(?:xl\/workbook\.(?:xml|bin)|content\.xml)$/i
    : /^\/?xl\/workbook\.(?:xml|bin)$/i;
  return parts.some((name) => marks.test(name));
}

/** Parses a workbook, as many rows of it as tell whether it has too many. */
async function parse(bytes: Buffer, mostRows: number, formulas: TableReading<unknown>['formulas']) {
  // Large, and not needed by who never brings in a workbook.
  const { read, utils } = await import('@e965/xlsx');
  try {
    const workbook = read(bytes, {
      type: 'buffer',
      dense: true,
      cellDates: true,
      UTC: true,
      cellFormula: formulas === 'as_text',
      cellHTML: false,
      cellText: false,
      sheetRows: mostRows + 2,
    });
    return { workbook, utils };
  } catch {
    // The reader throws plain errors of its own for whatever it cannot make sense of.
    throw refuseFile('cut_short');
  }
}

/**
 * Reads the first sheet of a workbook whose headings are recognised. Formulas are not worked
 * out: what the workbook shows is what counts, where formulas count at all.
 * @throws {AltavozFailure} `file_refused`: no workbook, cut short, too large unpacked, too many
 * rows, not recognised.
 */
export async function readWorkbook<Known>(
  bytes: Buffer,
  { recognise, mostRows, formulas, otherWorkbooks }: TableReading<Known>,
): Promise<OpenedTable<Known>> {
  const isArchive = bytes[0] === 0x50;
  if (isArchive && !isWorkbook(inspectArchive(bytes), otherWorkbooks)) {
    throw refuseFile('not_a_table');
  }
  const { workbook, utils } = await parse(bytes, mostRows, formulas);
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name];
    if (!sheet) continue;
    const values = utils.sheet_to_json<unknown[]>(sheet, {
      header: 1,
      raw: true,
      UTC: true,
      blankrows: true,
      defval: '',
    });
    if (values.length > mostRows) throw refuseFile('too_many_rows', mostRows);
    const { s: first } = utils.decode_range(sheet['!ref'] ?? 'A1');
    if (formulas === 'as_text') writeFormulas(values, sheet['!data'] ?? [], first);
    const rows: TableRow[] = values.map((cells, at) => ({
      line: first.r + at + 1,
      cells: cells.map(cellOf),
    }));
    const recognised = recognise(rows);
    if (recognised !== undefined) return { rows, recognised };
  }
  throw refuseFile('not_recognised');
}
