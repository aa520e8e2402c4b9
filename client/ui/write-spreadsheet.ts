import { utils, write } from '@e965/xlsx';
import { unparse } from 'papaparse';
import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { csvCells, type ExportTable } from './export-table.ts';

const sheetNameLength = 31;

function widthsOf({ headers, rows }: ExportTable): { wch: number }[] {
  return headers.map((header, index) => ({
    wch: Math.min(
      60,
      Math.max(header.length, ...rows.map((row) => String(row[index] ?? '').length)) + 2,
    ),
  }));
}

/** A table as CSV: UTF-8 that spreadsheets recognise, with `;` where the comma writes decimals. */
export function writeCsv(table: ExportTable, locale: NumberLocale): Blob {
  const text = unparse(csvCells(table, locale), { delimiter: locale === 'es-CO' ? ';' : ',' });
  return new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}

/** A table as a workbook of one sheet: numbers stay numbers, texts stay texts. */
export function writeXlsx(table: ExportTable): Blob {
  const sheet = utils.aoa_to_sheet([table.headers, ...table.rows]);
  sheet['!cols'] = widthsOf(table);
  const book = utils.book_new();
  const name = table.title.replace(/[\\/?*[\]:]/g, ' ').slice(0, sheetNameLength);
  utils.book_append_sheet(book, sheet, name.trim() || 'Altavoz');
  const content = write(book, { type: 'array', bookType: 'xlsx', compression: true });
  return new Blob([content as ArrayBuffer], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
