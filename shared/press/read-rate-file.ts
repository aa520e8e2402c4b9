import type { z } from 'zod';
import { type Cell, cellText, foldHeading, type TableRow } from '../files/table.ts';
import { Exact } from '../money/exact.ts';
import { readNumber } from '../numbers/read-number.ts';
import {
  formatWords,
  type RateColumn,
  type RateHeadings,
  rateColumns,
  sourceWords,
  unitWords,
} from './rate-file-columns.ts';
import { RateFields } from './schemas.ts';

/** What is wrong with one cell: the rule it breaks, and facts for the sentence. */
export interface CellProblem {
  column: RateColumn;
  rule: string;
  facts: Record<string, string | number>;
}

/** A line of a file of rates; `fields` is absent where something is wrong. */
export interface ReadRate {
  line: number;
  cells: Record<RateColumn, string>;
  problems: CellProblem[];
  fields: RateFields | null;
}

/** What of an outlet its rates need; the VAT as decimal text. */
export interface RateOutlet {
  id: string;
  vatRate: string;
}

/** Whole pesos, however they are written: `18400000`, `$ 18.400.000`, `$ 1'350.000`, `18,400,000.00`. */
function readPrice(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : undefined;
  const reading = readNumber(cell, { isWhole: true });
  return 'number' in reading && !reading.number.isPercent
    ? Number(reading.number.value)
    : undefined;
}

/** Decimal text with a point; what is no number stays as it is, to be refused. */
function readDecimal(cell: Cell): string {
  if (typeof cell === 'number') return cellText(cell);
  const reading = readNumber(cell);
  // No page is of one or two square centimetres: the sign before three digits parts thousands.
  if ('ambiguous' in reading) return reading.ambiguous[1];
  return 'number' in reading ? reading.number.value : cellText(cell);
}

/** `0.19` of `0,19`, `19`, `19 %` or 0.19; other text stays as it is, to be refused. */
function readVat(cell: Cell): string {
  const reading = readNumber(cellText(cell));
  if (!('number' in reading)) return cellText(cell);
  const value = new Exact(reading.number.value);
  const isPercent = reading.number.isPercent || value.greaterThan(1);
  return (isPercent ? value.dividedBy(100) : value).toString();
}

/** A day as `2026-01-31`, of that or of `31/01/2026`; other text stays as it is. */
function readDay(cell: Cell): string {
  const text = cellText(cell);
  const found = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (!found) return text;
  const [, day = '', month = '', year = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function readYesNo(cell: Cell): boolean | undefined {
  const text = foldHeading(cell);
  if (['si', 'yes', 'x', '1', 'true', 'verdadero'].includes(text)) return true;
  return ['', 'no', '0', 'false', 'falso'].includes(text) ? false : undefined;
}

function chosen<Name extends string>(words: Record<Name, readonly string[]>, cell: Cell) {
  const text = foldHeading(cell);
  const names = Object.keys(words) as Name[];
  return names.find((name) => name === cellText(cell) || words[name].includes(text));
}

/** The column that a field of a rate comes from. */
const columnOf: Record<string, RateColumn> = {
  outletId: 'outlet',
  format: 'format',
  section: 'section',
  unit: 'unit',
  unitQuantity: 'quantity',
  priceCop: 'price',
  vatIncluded: 'vatIncluded',
  vatRate: 'vat',
  validFrom: 'from',
  validTo: 'to',
  sourceType: 'source',
  sourceReference: 'reference',
};

const ownRules: Partial<Record<RateColumn, string>> = { price: 'price', vatIncluded: 'yes_no' };

/** The first rule that each cell breaks. */
function problemsOf(error: z.ZodError): CellProblem[] {
  const found = new Map<RateColumn, CellProblem>();
  for (const { path, message, code } of error.issues) {
    const column = columnOf[String(path[0])] ?? 'outlet';
    const rule = /^[a-z_]+$/.test(message) ? message : code;
    const own = code === 'invalid_type' || code === 'too_small' ? ownRules[column] : undefined;
    if (!found.has(column)) found.set(column, { column, rule: own ?? rule, facts: {} });
  }
  return [...found.values()];
}

type Cells = Record<RateColumn, Cell>;

/** What the cells say, in the words of a rate; what is not understood is left for the schema to refuse. */
function said(cells: Cells, outlet: RateOutlet | undefined, fallbackReference: string) {
  const source = chosen(sourceWords, cells.source);
  return {
    outletId: outlet?.id ?? 'unknown',
    format: chosen(formatWords, cells.format),
    section: cellText(cells.section),
    unit: chosen(unitWords, cells.unit),
    unitQuantity: cellText(cells.quantity) === '' ? undefined : readDecimal(cells.quantity),
    priceCop: readPrice(cells.price),
    vatIncluded: readYesNo(cells.vatIncluded) ?? 'unclear',
    vatRate: cellText(cells.vat) === '' ? outlet?.vatRate : readVat(cells.vat),
    validFrom: readDay(cells.from),
    validTo: cellText(cells.to) === '' ? null : readDay(cells.to),
    sourceType: source,
    sourceReference: cellText(cells.reference) || fallbackReference,
    evidenceIds: [],
  };
}

function readRow(
  { line, cells: found }: TableRow,
  { columns }: RateHeadings,
  outlets: ReadonlyMap<string, RateOutlet>,
  fileName: string,
): ReadRate {
  const cellOf = (column: RateColumn) => found[columns[column] ?? -1] ?? '';
  const cells = Object.fromEntries(rateColumns.map((one) => [one, cellOf(one)])) as Cells;
  const texts = Object.fromEntries(
    rateColumns.map((one) => [one, cellText(cells[one]).slice(0, 300)]),
  ) as Record<RateColumn, string>;
  const formulas = rateColumns.filter((column) => texts[column].startsWith('='));
  const problems = formulas.map((column) => ({ column, rule: 'formula', facts: {} }));
  const outlet = outlets.get(foldHeading(cells.outlet));
  if (!outlet && !formulas.includes('outlet')) {
    const rule = texts.outlet === '' ? 'required' : 'unknown_outlet';
    problems.push({ column: 'outlet', rule, facts: {} });
  }
  const read = RateFields.safeParse(said(cells, outlet, `${fileName}, ${line}`));
  const known = new Set(problems.map(({ column }) => column));
  if (!read.success) {
    problems.push(...problemsOf(read.error).filter(({ column }) => !known.has(column)));
  }
  const fields = read.success && problems.length === 0 ? read.data : null;
  return { line, cells: texts, problems, fields };
}

/**
 * Reads a file of rates. A line that is not clear is not guessed: it says which cell is wrong.
 * One that says no VAT has that of its outlet.
 * @param outlets the outlets by their name, folded as headings are.
 */
export function readRateFile(
  rows: readonly TableRow[],
  headings: RateHeadings,
  outlets: ReadonlyMap<string, RateOutlet>,
  fileName: string,
): ReadRate[] {
  return rows
    .slice(headings.firstRow)
    .filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''))
    .map((row) => readRow(row, headings, outlets, fileName));
}
