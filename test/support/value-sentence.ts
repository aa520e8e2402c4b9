import i18next, { type TFunction } from 'i18next';
import { formatDay } from '../../client/format/day.ts';
import { formatMoney } from '../../client/format/money.ts';
import { formatNumber } from '../../client/format/number.ts';
import type { Format } from '../../client/format/use-format.ts';
import { explainGrade, explainValue, explainVat } from '../../client/press/explain-value.ts';
import { press as es } from '../../client/words/es/press.ts';
import type { Valuation } from '../../shared/press/explain-valuation.ts';

/** Whole pesos as screens write them, with plain spaces. */
export const pesos = (value: number) => formatMoney(value).replaceAll('\u00a0', ' ');

const words = i18next.createInstance({
  lng: 'es',
  resources: { es: { press: es } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
words.init();
const t = words.getFixedT('es', 'press') as TFunction<'press'>;
const format = {
  locale: 'es-CO',
  number: (value: number) => formatNumber(value),
  money: (value: number) => formatMoney(value),
  day: (day: string) => formatDay(day),
} as Format;

/** Everything that a screen says of how a value came to be, in Spanish. */
export function sayValue(valuation: Valuation): string {
  const said = [
    explainValue(valuation, t, format),
    explainVat(valuation, t, format),
    explainGrade(valuation, t),
  ];
  return said.join(' ').replaceAll('\u00a0', ' ');
}
