import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localTime } from '../../shared/calendar/local-time.ts';
import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { formatDay, formatInstant } from './day.ts';
import { formatMoney, formatShortMoney } from './money.ts';
import { formatLongMonth, formatMonth, formatPeriod, monthName } from './month-label.ts';
import {
  formatChange,
  formatNumber,
  formatShare,
  formatShortNumber,
  type NumberForm,
} from './number.ts';

/** Every way of writing a figure, in the language in use. */
export function useFormat() {
  const { i18n } = useTranslation();
  const locale: NumberLocale = i18n.language === 'en' ? 'en-US' : 'es-CO';
  return useMemo(
    () => ({
      locale,
      number: (value: number, how?: NumberForm) => formatNumber(value, locale, how),
      shortNumber: (value: number) => formatShortNumber(value, locale),
      change: (value: number) => formatChange(value, locale),
      share: (value: number) => formatShare(value, locale),
      money: (pesos: number) => formatMoney(pesos, locale),
      shortMoney: (pesos: number) => formatShortMoney(pesos, locale),
      day: (day: string) => formatDay(day, locale),
      instant: (instant: string, timeZone: string) => formatInstant(instant, timeZone, locale),
      localTime,
      month: (month: string) => formatMonth(month, locale),
      longMonth: (month: string) => formatLongMonth(month, locale),
      monthName: (number: number) => monthName(number, locale),
      period: (from: string, to: string) => formatPeriod(from, to, locale),
    }),
    [locale],
  );
}

export type Format = ReturnType<typeof useFormat>;
