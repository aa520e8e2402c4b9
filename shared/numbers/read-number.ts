import { Exact } from '../money/exact.ts';
import { type NumberRules, readDigits } from './read-digits.ts';

/** Why a text is no number. */
export type NumberRefusal = 'not_a_number' | 'not_whole' | 'negative' | 'too_large';

/**
 * A number as exact decimal text, without thousands nor needless zeros; whether it was written as a
 * percent, and whether it was rounded by who wrote it (`15,8 mil`).
 */
export interface WrittenNumber {
  value: string;
  isPercent: boolean;
  isRounded: boolean;
}

/** A number, nothing where nothing is said, the two that it may be, or why it is none. */
export type NumberReading =
  | { number: WrittenNumber }
  | { absent: true }
  | { ambiguous: readonly [string, string] }
  | { refused: NumberRefusal };

const emptyMarks = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  '−',
  'n/a',
  'na',
  'n.a.',
  's/d',
  'sin dato',
  'no data',
  'null',
]);
const multiples: Record<string, number> = { mil: 1_000, k: 1_000, m: 1_000_000 };
const words =
  /(mil(?:lones|lón|lon)?|mill|thousand|million|k|m|mm)\.?(?:\s*(?:de\s+)?(?:pesos|seguidores|personas))?$/i;
const currency = /(?:COP|\$|pesos?(?:\s*m\/?c(?:te)?\.?)?|m\/cte\.?)$/i;

/** At most so many digits are kept of a number: more are no figure of an office. */
const mostDigits = 18;

/** Longer texts are no number, and are not looked through for one. */
const longestText = 80;

function multipleOf(word: string): number {
  const plain = word.toLowerCase();
  if (/^mill|^mm$/.test(plain)) return 1_000_000;
  return plain === 'thousand' ? 1_000 : (multiples[plain] ?? 1);
}

/** Every space is one plain space, every apostrophe one plain apostrophe, every minus a hyphen. */
function plainSigns(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\d)['’‘´`ʼ′](?=\d)/g, "'")
    .replace(/^([($ COP]*)[−–]/i, '$1-');
}

/** Cents written with letters, `1.350.000,oo`, say that what stands before them is whole. */
function withoutLetters(digits: string): { digits: string; isWhole: boolean } {
  const found = /^(.*\d)[.,][oO]{1,2}$/.exec(digits);
  return { digits: found?.[1] ?? digits, isWhole: found !== null };
}

/** What stands around the digits: sign, currency, percent, a word for thousands or millions. */
function undress(text: string) {
  let rest = plainSigns(text);
  const isBracketed = /^\(.*\)$/.test(rest);
  if (isBracketed) rest = rest.slice(1, -1).trim();
  let isNegative = isBracketed;
  const signed = /^((?:COP|US|\$| )*)([-+]) ?/i.exec(rest);
  if (signed) {
    isNegative ||= signed[2] === '-';
    rest = `${signed[1]}${rest.slice(signed[0].length)}`;
  }
  rest = rest.replace(/^(?:COP|US|\$| )+/i, '');
  const isPercent = rest.endsWith('%');
  rest = isPercent ? rest.slice(0, -1).trim() : rest;
  const word = words.exec(rest)?.[1];
  rest = (word === undefined ? rest.replace(currency, '') : rest.replace(words, '')).trim();
  return { ...withoutLetters(rest), isNegative, isPercent, multiple: multipleOf(word ?? '') };
}

/** Exact text without needless zeros. */
function trimmed(digits: string): string {
  const [whole = '', part = ''] = digits.split('.');
  const kept = part.replace(/(?<!0)0+$/, '');
  const head = whole.replace(/^0+(?=\d)/, '');
  return kept === '' ? head : `${head}.${kept}`;
}

function sizeOf(digits: string, isNegative: boolean, multiple: number): string {
  const size = multiple === 1 ? trimmed(digits) : new Exact(digits).times(multiple).toFixed();
  return isNegative && size !== '0' ? `-${size}` : size;
}

/** Why a value is not one that the rules take. */
function refusalOf(
  value: string,
  { isWhole, isSigned = true }: NumberRules,
): NumberRefusal | undefined {
  if (value.replace(/\D/g, '').length > mostDigits) return 'too_large';
  if (isWhole && value.includes('.')) return 'not_whole';
  if (!isSigned && value.startsWith('-')) return 'negative';
  if (isWhole && !Number.isSafeInteger(Number(value))) return 'too_large';
  return undefined;
}

/**
 * Reads a number as people write it: `$ 1.350.000`, `$ 1'350.000`, `1,350,000.00`, `15,8 mil`,
 * `85,28 %`. What may be two numbers is answered as both, and never guessed.
 */
export function readNumber(text: string, rules: NumberRules = {}): NumberReading {
  if (/^\d{1,15}$/.test(text)) {
    return { number: { value: trimmed(text), isPercent: false, isRounded: false } };
  }
  if (text.length > longestText) return { refused: 'not_a_number' };
  if (emptyMarks.has(text.replace(/\s+/g, ' ').trim().toLowerCase())) return { absent: true };
  const { digits, isWhole, isNegative, isPercent, multiple } = undress(text);
  const own: NumberRules = { ...rules, isWhole: isWhole || (rules.isWhole && multiple === 1) };
  // A share of a hundred has a fraction after its one sign, where no language says otherwise.
  if (isPercent && !rules.locale) own.mark = digits.includes(',') ? 'comma' : 'point';
  const read = readDigits(digits, own);
  if (read === undefined) return { refused: 'not_a_number' };
  const say = (one: string) => sizeOf(one, isNegative, multiple);
  if (typeof read === 'object') return { ambiguous: [say(read.either[0]), say(read.either[1])] };
  const value = say(read);
  const refused = refusalOf(value, rules);
  return refused ? { refused } : { number: { value, isPercent, isRounded: multiple > 1 } };
}
