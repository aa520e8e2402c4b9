import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { monthName } from './month-label.ts';

/** `2026-11-22` as `22 nov 2026`. */
export function formatDay(day: string, locale: NumberLocale = 'es-CO'): string {
  const name = monthName(Number(day.slice(5, 7)), locale).slice(0, 3);
  return `${Number(day.slice(8, 10))} ${name} ${day.slice(0, 4)}`;
}

/** An ISO instant in the office's time zone: `22 nov 2026, 10:05`. */
export function formatInstant(
  instant: string,
  timeZone: string,
  locale: NumberLocale = 'es-CO',
): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  const day = formatDay(`${part('year')}-${part('month')}-${part('day')}`, locale);
  return `${day}, ${part('hour')}:${part('minute')}`;
}
