import { type Cell, cellText } from '../files/table.ts';

/** Why a cell is no count. */
export type CountRefusal = 'negative' | 'not_a_number' | 'not_whole' | 'too_large';

/** A count, nothing where the cell is empty, or why it is none. */
export type CountReading = { value: number } | { absent: true } | { refused: CountRefusal };

const emptyMarks = new Set(['', '-', '--', '—', '–', 'n/a', 'na', 'null']);

const grouped =
  /^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:,\d{3})+$|^[1-9]\d{0,2}(?:[ '’]\d{3})+$/;
const decimal =
  /^(?<whole>\d+|[1-9]\d{0,2}(?:\.\d{3})+(?=,)|[1-9]\d{0,2}(?:,\d{3})+(?=\.)|[1-9]\d{0,2}(?:[ '’]\d{3})+)[.,](?<part>\d+)$/;

function countOf(digits: string): CountReading {
  const value = Number(digits.replace(/\D/g, ''));
  return Number.isSafeInteger(value) ? { value } : { refused: 'too_large' };
}

function readPositive(text: string): CountReading {
  if (/^\d+$/.test(text) || grouped.test(text)) return countOf(text);
  const { whole, part } = decimal.exec(text)?.groups ?? {};
  if (whole === undefined || part === undefined) return { refused: 'not_a_number' };
  return /^0+$/.test(part) ? countOf(whole) : { refused: 'not_whole' };
}

/**
 * Reads a count as files of either language write it. One separator before three digits groups
 * thousands, since what is counted is whole; a fraction is refused and never rounded.
 */
export function readCount(cell: Cell | undefined): CountReading {
  const text = typeof cell === 'number' ? plainNumber(cell) : cellText(cell);
  if (emptyMarks.has(text.toLowerCase())) return { absent: true };
  const sign = /^[-−+]/.exec(text)?.[0];
  const reading = readPositive(sign ? text.slice(1).trim() : text);
  if (sign === undefined || sign === '+' || !('value' in reading)) return reading;
  return reading.value === 0 ? reading : { refused: 'negative' };
}

/** A number of a workbook: never grouped, so a fraction of three digits stays one. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? String(value) : '9'.repeat(20);
  return `${Math.sign(value) < 0 ? '-' : ''}0.5`;
}
