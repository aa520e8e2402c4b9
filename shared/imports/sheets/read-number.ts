import { Exact } from '../../money/exact.ts';
import { type SheetCell, sheetText } from './sheet.ts';

/** Which sign stands before the fraction: `1.234,5` or `1,234.5`. */
export type DecimalMark = 'comma' | 'point';

/** Why a cell is no number. */
export type NumberRefusal = 'not_a_number' | 'too_large' | 'error_cell';

/**
 * A number as exact decimal text, without thousands; whether it was written as a percent, and
 * whether it was rounded by who wrote it (`15,8 mil`).
 */
export interface WrittenNumber {
  value: string;
  isPercent: boolean;
  isRounded: boolean;
}

/** A number, nothing where the cell is empty, a question of how it is to be read, or why it is none. */
export type NumberReading =
  | { number: WrittenNumber }
  | { absent: true }
  | { ambiguous: true }
  | { refused: NumberRefusal };

const emptyMarks = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'na',
  'n.a.',
  's/d',
  'sin dato',
  'null',
]);
const multiples: Record<string, number> = { mil: 1_000, k: 1_000, m: 1_000_000 };
const words = /\s*(mil(?:lones|lón|lon)?|k|m|mm)\.?\s*(?:de\s+)?(?:pesos|seguidores|personas)?$/i;

function multipleOf(word: string): number {
  const plain = word.toLowerCase();
  return plain.startsWith('millo') || plain === 'mm' ? 1_000_000 : (multiples[plain] ?? 1);
}

/** What stands around the digits: sign, currency, percent, a word for thousands or millions. */
function undress(text: string) {
  let rest = text.replace(/[\u00a0\u202f]/g, ' ').trim();
  const isNegative = /^\(.*\)$/.test(rest) || /^[-−]/.test(rest);
  rest = rest.replace(/^\(|\)$/g, '').replace(/^[-−+]\s*/, '');
  rest = rest.replace(/^(?:COP|US|\$|\s)+/i, '').replace(/\s*(?:COP|\$)$/i, '');
  const isPercent = /%$/.test(rest);
  rest = rest.replace(/\s*%$/, '');
  const word = words.exec(rest)?.[1];
  if (word !== undefined) rest = rest.replace(words, '');
  return { digits: rest.trim(), isNegative, isPercent, multiple: multipleOf(word ?? '') };
}

const grouped = { '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/, ',': /^[1-9]\d{0,2}(?:,\d{3})+$/ };

type Sign = '.' | ',';

/** Digits with both signs: the last one stands before the fraction, the other parts thousands. */
function withBothSigns(digits: string): string | undefined {
  const last: Sign = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  const other: Sign = last === '.' ? ',' : '.';
  const [whole = '', part = '', ...more] = digits.split(last);
  const fits = more.length === 0 && grouped[other].test(whole) && /^\d+$/.test(part);
  return fits ? `${whole.replaceAll(other, '')}.${part}` : undefined;
}

/** Digits with one sign: before three digits it parts thousands to some and a fraction to others. */
function withOneSign(
  digits: string,
  sign: Sign,
  mark: DecimalMark | undefined,
): string | { ambiguous: true } | undefined {
  const fraction = /^\d+[.,]\d+$/.test(digits) ? digits.replace(',', '.') : undefined;
  if (!grouped[sign].test(digits)) return fraction;
  if (fraction === undefined) return digits.replaceAll(sign, '');
  if (mark === undefined) return { ambiguous: true };
  return (mark === 'comma') === (sign === ',') ? fraction : digits.replace(sign, '');
}

/** The digits with a point before the fraction; nothing where they are no number. */
function plainDigits(
  digits: string,
  mark: DecimalMark | undefined,
): string | { ambiguous: true } | undefined {
  const spaced = digits.replace(/(?<=\d)[ '’](?=\d{3})/g, '');
  if (/^\d+$/.test(spaced)) return spaced;
  const hasPoint = spaced.includes('.');
  if (hasPoint && spaced.includes(',')) return withBothSigns(spaced);
  return withOneSign(spaced, hasPoint ? '.' : ',', mark);
}

/** At most so many digits are kept of a number: more are no figure of an office. */
const mostDigits = 18;

/** Longer texts are no number, and are not looked through for one. */
const longestText = 80;

function readKept(number: number): NumberReading {
  if (!Number.isFinite(number)) return { refused: 'not_a_number' };
  if (Math.abs(number) >= 10 ** mostDigits) return { refused: 'too_large' };
  return { number: { value: new Exact(number).toFixed(), isPercent: false, isRounded: false } };
}

/**
 * Reads a number as people write it: `$ 1.350.000`, `1,350,000.00`, `15,8 mil`, `85,28 %`. A number
 * of a workbook is exact as it stands.
 * @param mark settles what `1.350` means; without it such a cell is ambiguous.
 */
export function readNumber(cell: SheetCell | undefined, mark?: DecimalMark): NumberReading {
  if (typeof cell === 'number') return readKept(cell);
  if (typeof cell === 'object' && 'error' in cell) return { refused: 'error_cell' };
  const text = sheetText(cell);
  if (emptyMarks.has(text.toLowerCase())) return { absent: true };
  if (typeof cell !== 'string' || text.length > longestText) return { refused: 'not_a_number' };
  const { digits, isNegative, isPercent, multiple } = undress(text);
  // A share of a hundred has a fraction after its one sign.
  const own = isPercent ? (digits.includes(',') ? 'comma' : 'point') : mark;
  const plain = plainDigits(digits, own);
  if (plain === undefined) return { refused: 'not_a_number' };
  if (typeof plain === 'object') return plain;
  if (plain.length > mostDigits + 1) return { refused: 'too_large' };
  const size = new Exact(plain).times(multiple);
  const value = (isNegative ? size.negated() : size).toFixed();
  return { number: { value, isPercent, isRounded: multiple > 1 } };
}
