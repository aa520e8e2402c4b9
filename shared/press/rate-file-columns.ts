import { foldHeading, type TableRow } from '../files/table.ts';
import type { RateSource } from './grading.ts';
import type { Format, RateUnit } from './measures.ts';

/** The columns of a file of rates, and how its headings may call them; the first is that of the template. */
export const rateHeadings = {
  outlet: ['medio', 'medio de comunicacion', 'nombre del medio', 'outlet'],
  format: ['formato', 'format'],
  section: ['seccion o franja', 'seccion', 'franja', 'section or slot', 'section'],
  unit: ['se cobra', 'unidad', 'espacio', 'sold by', 'unit'],
  quantity: ['cantidad', 'area o segundos', 'cm2 o segundos', 'quantity'],
  price: ['precio', 'tarifa', 'valor', 'price', 'rate'],
  vatIncluded: ['incluye iva', 'iva incluido', 'includes vat', 'vat included'],
  vat: ['iva', 'vat', 'tasa de iva', 'vat rate'],
  from: ['desde', 'vigente desde', 'from', 'valid from'],
  to: ['hasta', 'vigente hasta', 'to', 'valid to'],
  source: ['soporte', 'source'],
  reference: ['documento', 'referencia', 'documento que lo soporta', 'document', 'reference'],
} as const;

export type RateColumn = keyof typeof rateHeadings;
export const rateColumns = Object.keys(rateHeadings) as RateColumn[];

const required: readonly RateColumn[] = ['outlet', 'format', 'unit', 'price', 'from'];

/** Where each column of a file of rates stands, and where its rows begin. */
export interface RateHeadings {
  columns: Partial<Record<RateColumn, number>>;
  firstRow: number;
}

/** Headings stand among the first lines: files may begin with a title and notes. */
const linesLookedAt = 20;

function findColumns(cells: readonly string[]): RateHeadings['columns'] | undefined {
  const columns: RateHeadings['columns'] = {};
  for (const column of rateColumns) {
    const names: readonly string[] = rateHeadings[column];
    const at = cells.findIndex((cell) => names.includes(cell));
    if (at >= 0) columns[column] = at;
  }
  return required.every((column) => columns[column] !== undefined) ? columns : undefined;
}

/** The headings of a file of rates; `undefined` when it is another table. */
export function recogniseRates(rows: readonly TableRow[]): RateHeadings | undefined {
  for (const [at, { cells }] of rows.slice(0, linesLookedAt).entries()) {
    const columns = findColumns(cells.slice(0, 60).map(foldHeading));
    if (columns) return { columns, firstRow: at + 1 };
  }
  return undefined;
}

/** How files call each format, unit and source; the first is that of the template. */
export const formatWords: Record<Format, readonly string[]> = {
  print: ['impreso', 'prensa', 'print'],
  web: ['pagina web', 'web', 'digital', 'web page'],
  television: ['television', 'tv'],
  radio: ['radio'],
};

export const unitWords: Record<RateUnit, readonly string[]> = {
  page_area: ['area de pagina', 'por area de pagina', 'page area', 'by page area'],
  page_1: ['pagina entera', 'pagina', 'whole page', 'page'],
  page_1_2: ['media pagina', '1 2 pagina', 'half page', 'half a page'],
  page_1_3: ['un tercio de pagina', '1 3 pagina', 'a third of a page'],
  page_1_4: ['un cuarto de pagina', 'cuarto de pagina', '1 4 pagina', 'a quarter of a page'],
  page_1_8: ['un octavo de pagina', '1 8 pagina', 'an eighth of a page'],
  page_1_16: ['un dieciseisavo de pagina', '1 16 pagina', 'a sixteenth of a page'],
  column_cm: ['centimetro columna', 'por centimetro columna', 'column centimetre'],
  second: ['segundos', 'por segundos', 'segundo', 'seconds', 'by seconds'],
  note: ['nota', 'por nota', 'note', 'by note'],
  cpm: ['mil visualizaciones', 'por mil visualizaciones', 'cpm', 'a thousand views'],
  flat: ['tarifa plana', 'tarifa plana del medio', 'flat rate', 'flat'],
};

export const sourceWords: Record<RateSource, readonly string[]> = {
  published_tariff: ['tarifario publicado', 'tarifario', 'published tariff'],
  quotation: ['cotizacion', 'quotation'],
  flat_policy: ['valor fijo por politica', 'politica', 'flat policy'],
  unsupported: ['sin soporte', 'unsupported', ''],
};
