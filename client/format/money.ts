import type { NumberLocale } from '../../shared/numbers/locale.ts';
import { formatNumber, formatShortNumber } from './number.ts';

/** Whole pesos in full: `$ 505.048.327`. */
export function formatMoney(pesos: number, locale: NumberLocale = 'es-CO'): string {
  const sign = pesos < 0 ? '−' : '';
  return `${sign}$\u00a0${formatNumber(Math.abs(pesos), locale)}`;
}

/** Pesos for an axis: `$ 92,3 M`. */
export function formatShortMoney(pesos: number, locale: NumberLocale = 'es-CO'): string {
  const sign = pesos < 0 ? '−' : '';
  return `${sign}$\u00a0${formatShortNumber(Math.abs(pesos), locale)}`;
}
