import { Exact } from '../money/exact.ts';
import { markOf, type NumberLocale } from './locale.ts';

/** Whole digits with a sign between every three. */
function inThousands(digits: string, sign: string): string {
  const first = digits.length % 3;
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])];
  return groups.filter((group) => group !== '').join(sign);
}

/**
 * Exact decimal text as a language writes it: `-1560.5` is `−1.560,5`; no digit is lost. Three
 * decimals are written as four, since `1,125` could be read as thousands.
 */
export function writeNumber(value: string, locale: NumberLocale): string {
  const [, minus, whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(value) ?? [];
  if (whole === '') return value;
  const [thousands, mark] = markOf(locale) === 'comma' ? ['.', ','] : [',', '.'];
  const shown = part.length === 3 && whole !== '0' ? `${part}0` : part;
  return `${minus ? '−' : ''}${inThousands(whole, thousands)}${shown ? mark + shown : ''}`;
}

/** Pesos as a language writes them: `$ 1.560.000`. */
export function writePesos(value: string, locale: NumberLocale): string {
  const sign = value.startsWith('-') ? '−' : '';
  return `${sign}$\u00a0${writeNumber(value.replace(/^-/, ''), locale)}`;
}

/** A rate as a percentage without its sign: `0.19` as `19`, `0.055` as `5,5`. */
export function writeRate(rate: string, locale: NumberLocale): string {
  return writeNumber(new Exact(rate).times(100).toFixed(), locale);
}
