import type { Format } from '../format/use-format.ts';

/**
 * What a person typed as a decimal with a point: `12,5` is `12.5` and `1.560` is `1560`, since a
 * point before every three digits separates thousands. Anything else is left for the server to refuse.
 */
export function toDecimalText(typed: string): string {
  const text = typed.trim().replace(/\s/g, '');
  if (text.includes(',')) return text.replaceAll('.', '').replace(',', '.');
  return /^[1-9]\d{0,2}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
}

/** Whether a decimal text is complete enough to ask the server about. */
export function isDecimalText(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text) && /[1-9]/.test(text);
}

/** A decimal text as people write it: `1560.5` is `1.560,5`; no digit is lost. */
export function writeDecimalText(text: string, { locale, number }: Format): string {
  const [whole = '0', decimals] = text.split('.');
  const mark = locale === 'en-US' ? '.' : ',';
  return decimals ? `${number(Number(whole))}${mark}${decimals}` : number(Number(whole));
}

/** A decimal text as it stands in a form, without separators of thousands. */
export function typeDecimalText(text: string, { locale }: Format): string {
  return locale === 'en-US' ? text : text.replace('.', ',');
}

/** `0.19` as `19`, `0.055` as `5,5`. */
export function writeRate(rate: string, format: Format): string {
  const [, decimals = ''] = rate.split('.');
  const whole = rate.startsWith('1')
    ? '100'
    : decimals.slice(0, 2).padEnd(2, '0').replace(/^0/, '');
  const rest = decimals.slice(2).replace(/0+$/, '');
  return writeDecimalText(rest ? `${whole}.${rest}` : whole, format);
}
