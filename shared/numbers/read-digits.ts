import { type DecimalMark, markOf, type NumberLocale } from './locale.ts';

/** What a number may be, which decides what its signs can mean. */
export interface NumberRules {
  /** The language of the page: its own writing decides, and what it leaves open is asked. */
  locale?: NumberLocale | undefined;
  /** The mark of fractions that was settled for a whole column of a sheet; it decides alone. */
  mark?: DecimalMark | undefined;
  /** Whole figures such as pesos or people: one sign before three digits can only part thousands. */
  isWhole?: boolean | undefined;
  /** Whether less than nothing may be said. Yes when absent. */
  isSigned?: boolean | undefined;
  /** The decimals that are kept, where that is known: a reading with more is none. */
  decimals?: number | undefined;
  /** The most that is taken, where that is known: a larger reading is none when another fits. */
  max?: number | undefined;
}

/** Digits with a point before the fraction, the two things that they may be, or nothing where they are no number. */
export type DigitsReading = string | { either: readonly [string, string] } | undefined;

const shape = /^\d+(?:[., ']\d+)*$/;

/** Thousands are parted by one sign; people here also part millions by an apostrophe: `1'350.000`. */
function partsThousands(signs: readonly string[]): boolean {
  const kinds = new Set(signs);
  return kinds.size <= 1 || (kinds.size === 2 && kinds.has("'"));
}

function isInThousands([head = '', ...rest]: readonly string[]): boolean {
  return (
    /^\d{1,3}$/.test(head) &&
    (rest.length === 0 || !head.startsWith('0')) &&
    rest.every((group) => group.length === 3)
  );
}

/** The digits as whole, where their signs part thousands alone. */
function asWhole(groups: readonly string[], signs: readonly string[]): string | undefined {
  return isInThousands(groups) && partsThousands(signs) ? groups.join('') : undefined;
}

/** The digits with a fraction after their last sign. */
function asFraction(groups: readonly string[], signs: readonly string[]): string | undefined {
  const [last, before] = [signs.at(-1) ?? '', signs.slice(0, -1)];
  if (!/[.,]/.test(last) || before.includes(last)) return undefined;
  const head = groups.slice(0, -1);
  const whole = head.length === 1 ? head[0] : asWhole(head, before);
  return whole === undefined ? undefined : `${whole}.${groups.at(-1)}`;
}

function fits(reading: string, { decimals, max }: NumberRules): boolean {
  const [whole = '', decimal = ''] = reading.split('.');
  const part = decimal.replace(/(?<!0)0+$/, '');
  if (decimals !== undefined && part.length > decimals) return false;
  return max === undefined || whole.length < String(max).length || Number(reading) <= max;
}

/** Which of two readings the rules leave; both where either may be meant. */
function choose(fraction: string, whole: string, rules: NumberRules): DigitsReading {
  const fitting = [fraction, whole].filter((reading) => fits(reading, rules));
  return fitting.length === 1 ? fitting[0] : { either: [fraction, whole] };
}

/** One sign before three digits parts thousands to some and a fraction to others. */
function readOpen(fraction: string, whole: string, sign: string, rules: NumberRules) {
  const own = rules.mark ?? (rules.locale && markOf(rules.locale));
  if (own === undefined) return choose(fraction, whole, {});
  const isThousands = sign !== (own === 'comma' ? ',' : '.');
  if (isThousands) return whole;
  return rules.mark === undefined ? choose(fraction, whole, rules) : fraction;
}

/** Reads digits and the signs among them. Every apostrophe is `'` and every space one plain space. */
export function readDigits(text: string, rules: NumberRules): DigitsReading {
  if (/^\d+$/.test(text)) return text;
  if (!shape.test(text)) return undefined;
  const groups = text.split(/[., ']/);
  const signs = [...text.replace(/\d/g, '')];
  const [whole, fraction] = [asWhole(groups, signs), asFraction(groups, signs)];
  if (whole === undefined) {
    // `1,350.000` of whole figures: a fraction of nothing, or a million with two signs.
    const isOpen = rules.isWhole && fraction !== undefined && isInThousands(groups);
    return isOpen ? { either: [fraction, groups.join('')] } : fraction;
  }
  if (fraction === undefined || rules.isWhole || signs.includes("'")) return whole;
  return readOpen(fraction, whole, signs[0] ?? '', rules);
}

/** The mark of fractions that a written number leaves no doubt of, such as `1.350.000` or `12,5`. */
export function markTold(text: string): DecimalMark | undefined {
  const plain = text.replace(/\s/g, ' ').replace(/['’‘´`ʼ′]/g, "'");
  const digits = /\d[\d., ']*/.exec(plain)?.[0].replace(/(?<!\D)\D+$/, '') ?? '';
  const reading = readDigits(digits, {});
  if (typeof reading !== 'string') return undefined;
  const signs = digits.replace(/[^.,]/g, '');
  const isComma = signs.endsWith(',');
  if (reading.includes('.')) return isComma ? 'comma' : 'point';
  // Thousands parted twice over, or after an apostrophe: the other sign is that of fractions.
  const isParted = signs !== '' && digits.replace(/\d/g, '').length > 1;
  return isParted ? (isComma ? 'point' : 'comma') : undefined;
}
