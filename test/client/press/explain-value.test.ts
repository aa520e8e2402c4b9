import i18next, { type TFunction } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatDay } from '../../../client/format/day.ts';
import { formatMoney } from '../../../client/format/money.ts';
import { formatNumber } from '../../../client/format/number.ts';
import type { Format } from '../../../client/format/use-format.ts';
import { explainValue, explainVat } from '../../../client/press/explain-value.ts';
import { press as en } from '../../../client/words/en/press.ts';
import { press as es } from '../../../client/words/es/press.ts';
import { valueClipping } from '../../../shared/press/explain-valuation.ts';
import type { Measures } from '../../../shared/press/measures.ts';
import type { ValuingRate } from '../../../shared/press/valuation.ts';

const page: ValuingRate = {
  id: 'page',
  section: '',
  unit: 'page_area',
  unitQuantity: '1560',
  netPriceCop: 18_400_000,
  vatRate: '0.19',
  validFrom: '2026-01-01',
  validTo: null,
  sourceType: 'published_tariff',
};
const piece: Measures = {
  unit: 'page_area',
  widthCm: '12',
  heightCm: '8',
  share: '1',
  isEstimated: false,
};

function write(locale: 'es-CO' | 'en-US') {
  return {
    locale,
    number: (value: number) => formatNumber(value, locale),
    money: (pesos: number) => formatMoney(pesos, locale),
    day: (day: string) => formatDay(day, locale),
  } as Format;
}

function sentence(measures: Measures, rate: ValuingRate, language: 'es' | 'en' = 'es'): string {
  const t = i18next.getFixedT(language, 'press') as TFunction<'press'>;
  const valuation = valueClipping({ isOwnChannel: false, isPaid: false, measures, rate });
  const words = explainValue(valuation, t, write(language === 'es' ? 'es-CO' : 'en-US'));
  return words.replaceAll('\u00a0', ' ');
}

beforeAll(() =>
  i18next.init({
    lng: 'es',
    resources: { es: { press: es }, en: { press: en } },
    interpolation: { escapeValue: false },
  }),
);

describe('how a value came to be', () => {
  test('reads as a sentence in Spanish and in English', () => {
    expect(sentence(piece, page)).toBe(
      '12 × 8 cm = 96 cm² de 1.560 cm² de página, tarifa $ 18.400.000 vigente desde 1 ene 2026.',
    );
    expect(sentence(piece, page, 'en')).toBe(
      '12 × 8 cm = 96 cm² of 1,560 cm² of page, rate $ 18,400,000 in force since 1 Jan 2026.',
    );
  });

  test('says the section, the end of the rate and the municipal part where there are any', () => {
    const rate = { ...page, section: 'Metro', validTo: '2026-06-30' };
    expect(sentence({ ...piece, share: '0.5' }, rate)).toBe(
      '12 × 8 cm = 96 cm² de 1.560 cm² de página, tarifa $ 18.400.000 vigente del 1 ene 2026 al 30 jun 2026 (sección Metro), parte municipal 0,5.',
    );
  });

  test('speaks of seconds, columns and notes in their own words', () => {
    const common = { share: '1', isEstimated: false };
    const rate = (unit: ValuingRate['unit'], unitQuantity: string) => ({
      ...page,
      unit,
      unitQuantity,
    });
    expect(sentence({ unit: 'second', seconds: '45', ...common }, rate('second', '30'))).toMatch(
      /^45 s, con referencia de 30 s, tarifa/,
    );
    expect(
      sentence(
        { unit: 'column_cm', columns: '3', heightCm: '10.5', ...common },
        rate('column_cm', '1'),
      ),
    ).toMatch(/^3 col. × 10,5 cm = 31,5 centímetros-columna, tarifa/);
    expect(sentence({ unit: 'note', ...common }, rate('note', '1'))).toMatch(/^Una nota, tarifa/);
  });

  test('without a value it says why, and never says $ 0 for what is unvalued', () => {
    const t = i18next.getFixedT('es', 'press') as TFunction<'press'>;
    const inputs = { isOwnChannel: false, isPaid: false, measures: piece };
    const unvalued = valueClipping({ ...inputs, rate: { gap: 'day' } });
    expect(explainValue(unvalued, t, write('es-CO'))).toBe(
      'Sin valorar: ninguna tarifa del medio rige ese día.',
    );
    expect(explainVat(unvalued, t, write('es-CO'))).toBeUndefined();
    const paid = valueClipping({ ...inputs, isPaid: true, rate: page });
    expect(explainValue(paid, t, write('es-CO'))).toContain('Es pauta');
  });

  test('the value with VAT stands beside it', () => {
    const t = i18next.getFixedT('es', 'press') as TFunction<'press'>;
    const valuation = valueClipping({
      isOwnChannel: false,
      isPaid: false,
      measures: piece,
      rate: page,
    });
    expect(explainVat(valuation, t, write('es-CO'))?.replaceAll('\u00a0', ' ')).toBe(
      'Con IVA del 19 %: $ 1.347.447.',
    );
  });
});

test('no word on screen calls the value a saving or an income', () => {
  expect(JSON.stringify(es)).not.toMatch(/ahorr|ingreso|recursos gestionados/i);
  expect(es.value).toBe('Valor publicitario equivalente (referencial)');
});
