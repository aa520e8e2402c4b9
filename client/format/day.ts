import { localTime } from '../../shared/calendar/local-time.ts';
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
  const time = localTime(instant, timeZone);
  return `${formatDay(time.slice(0, 10), locale)}, ${time.slice(11)}`;
}
