/** How figures are written: Colombian Spanish, or English. */
export type NumberLocale = 'es-CO' | 'en-US';

/** Which sign stands before the fraction: `1.234,5` or `1,234.5`. */
export type DecimalMark = 'comma' | 'point';

/** The mark of fractions of a language. */
export function markOf(locale: NumberLocale): DecimalMark {
  return locale === 'en-US' ? 'point' : 'comma';
}
