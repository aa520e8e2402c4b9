import type { NumberLocale } from '../../shared/numbers/locale.ts';

const names = {
  'es-CO': [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  'en-US': [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** The name of a month by its number from 1, in lower case in Spanish. */
export function monthName(number: number, locale: NumberLocale = 'es-CO'): string {
  return names[locale][number - 1] ?? '';
}

/** `2026-11` as `nov 2026`. */
export function formatMonth(month: string, locale: NumberLocale = 'es-CO'): string {
  return `${monthName(Number(month.slice(5, 7)), locale).slice(0, 3)} ${month.slice(0, 4)}`;
}

/** `2026-11` as `noviembre de 2026`. */
export function formatLongMonth(month: string, locale: NumberLocale = 'es-CO'): string {
  const name = monthName(Number(month.slice(5, 7)), locale);
  return `${name}${locale === 'es-CO' ? ' de ' : ' '}${month.slice(0, 4)}`;
}

/** A period of months: `ene – nov 2026`, `nov 2025 – mar 2026`, `nov 2026`. */
export function formatPeriod(from: string, to: string, locale: NumberLocale = 'es-CO'): string {
  if (from === to) return formatMonth(from, locale);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = sameYear ? formatMonth(from, locale).slice(0, -5) : formatMonth(from, locale);
  return `${start} – ${formatMonth(to, locale)}`;
}
