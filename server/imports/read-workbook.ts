import { mostRows } from '../../shared/imports/limits.ts';
import { recognise } from '../../shared/imports/recognise.ts';
import type { Cell, TableRow } from '../../shared/imports/table.ts';
import { refuseFile } from './decode-text.ts';
import { inspectArchive } from './inspect-archive.ts';
import type { OpenedTable } from './read-delimited.ts';

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

/**
 * Reads the first sheet of a workbook (XLSX) whose headings are recognised. Formulas are not
 * worked out: what the workbook shows is what counts.
 * @throws {AltavozFailure} `file_refused`: no workbook, cut short, too large unpacked, too many
 * rows, not recognised.
 */
export async function readWorkbook(bytes: Buffer): Promise<OpenedTable> {
  const parts = inspectArchive(bytes);
  if (!parts.some((name) => /^\/?xl\/workbook\.(?:xml|bin)$/i.test(name))) {
    throw refuseFile('not_a_table');
  }
  // Large, and not needed by who never brings in a workbook.
  const { read, utils } = await import('@e965/xlsx');
  const workbook = (() => {
    try {
      return read(bytes, {
        type: 'buffer',
        dense: true,
        cellDates: true,
        UTC: true,
        cellFormula: false,
        cellHTML: false,
        cellText: false,
        sheetRows: mostRows + 2,
      });
    } catch {
      // The reader throws plain errors of its own for whatever it cannot make sense of.
      throw refuseFile('cut_short');
    }
  })();
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
    const rows: TableRow[] = values.map((cells, at) => ({
      line: at + 1,
      cells: cells.map(cellOf),
    }));
    const recognised = recognise(rows);
    if (recognised) return { rows, recognised };
  }
  throw refuseFile('not_recognised');
}
