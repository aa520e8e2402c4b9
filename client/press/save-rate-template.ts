import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { rateColumns } from '../../shared/press/rate-file-columns.ts';
import { saveFile } from '../ui/save-file.ts';
import type { prices } from '../words/es/prices.ts';

/** Saves a table to fill in, with one line that shows how. */
export async function saveRateTemplate(
  words: typeof prices.file,
  outletName: string,
  day: string,
  locale: NumberLocale,
): Promise<void> {
  const { writeCsv } = await import('../ui/write-spreadsheet.ts');
  const { columns, example, templateName } = words;
  const year = day.slice(0, 4);
  const line = {
    outlet: outletName,
    format: example.format,
    section: example.section,
    unit: example.unit,
    quantity: '30',
    price: '640000',
    vatIncluded: example.no,
    vat: '19 %',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    source: example.source,
    reference: example.reference,
  };
  const table = {
    title: templateName,
    headers: rateColumns.map((column) => columns[column]),
    rows: [rateColumns.map((column) => line[column])],
  };
  saveFile(templateName, writeCsv(table, locale));
}
