import type { NumberLocale } from '../../shared/numbers/locale.ts';

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: NumberLocale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    formatters.set(key, found);
  }
  return found;
}

/** How a number is written: `decimals` keeps that many, as in `3,5`. No bare number, for lists and axes pass their place there. */
export interface NumberForm {
  decimals: number;
}

/** A count in full: `24.591`; `−3` with a true minus. */
export function formatNumber(
  value: number,
  locale: NumberLocale = 'es-CO',
  how: NumberForm | undefined = undefined,
): string {
  const options: Intl.NumberFormatOptions = {
    useGrouping: 'always' as unknown as boolean,
    maximumFractionDigits: how?.decimals ?? 2,
    minimumFractionDigits: how?.decimals ?? 0,
  };
  return formatter(locale, options).format(value).replace('-', '−');
}

/** A change with its sign: `+7`, `−1.204`, `0`. */
export function formatChange(value: number, locale: NumberLocale = 'es-CO'): string {
  return value > 0 ? `+${formatNumber(value, locale)}` : formatNumber(value, locale);
}

/** A count for an axis: `950`, `24,6 k`, `1,2 M`. */
export function formatShortNumber(value: number, locale: NumberLocale = 'es-CO'): string {
  const size = Math.abs(value);
  const short = (divisor: number, unit: string) =>
    `${formatter(locale, { maximumFractionDigits: size / divisor < 100 ? 1 : 0 })
      .format(value / divisor)
      .replace('-', '−')}\u00a0${unit}`;
  if (size >= 1_000_000) return short(1_000_000, 'M');
  if (size >= 10_000) return short(1_000, 'k');
  return formatNumber(value, locale);
}

/** A proportion as a percentage: `0,125` is `12,5 %`. */
export function formatShare(value: number, locale: NumberLocale = 'es-CO'): string {
  return `${formatter(locale, { maximumFractionDigits: 1 })
    .format(value * 100)
    .replace('-', '−')}\u00a0%`;
}
