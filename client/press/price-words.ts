import type { TFunction } from 'i18next';
import { writeNumber, writeRate } from '../../shared/numbers/write-number.ts';
import type { LoggedTerms, PricedField } from '../../shared/press/price-detail.ts';
import type { Format } from '../format/use-format.ts';

type Words = TFunction<['prices', 'press']>;
type Writers = { [Field in PricedField]: (value: never, t: Words, format: Format) => string };

/** How each part of a price is written; what is absent says what that means. */
const writers = {
  outletName: (name: string) => name,
  format: (format: LoggedTerms['format'], t) => t(`press:formats.${format}`),
  section: (section: string, t) => section || t('press:rates.general'),
  unit: (unit: LoggedTerms['unit'], t) => t(`press:units.${unit}`),
  unitQuantity: (quantity: string, _, { locale }) => writeNumber(quantity, locale),
  priceCop: (pesos: number, _, format) => format.money(pesos),
  vatIncluded: (isIncluded: boolean, t) =>
    t(isIncluded ? 'prices:detail.included' : 'prices:detail.onTop'),
  vatRate: (rate: string, _, { locale }) => `${writeRate(rate, locale)} %`,
  netPriceCop: (pesos: number, _, format) => format.money(pesos),
  validFrom: (day: string, _, format) => format.day(day),
  validTo: (day: string, _, format) => format.day(day),
  sourceType: (source: LoggedTerms['sourceType'], t) => t(`press:sources.${source}`),
  sourceReference: (reference: string) => reference,
  files: (names: string) => names,
} satisfies Writers;

/** One part of a price in words; absent is until further notice for its last day, and nothing elsewhere. */
export function writePricedField(
  field: PricedField,
  value: LoggedTerms[PricedField] | undefined,
  t: Words,
  format: Format,
): string {
  if (value === null || value === undefined || value === '') {
    if (field === 'section') return t('press:rates.general');
    return t(field === 'validTo' ? 'prices:detail.noEnd' : 'prices:detail.nothing');
  }
  const write = writers[field] as (value: unknown, t: Words, format: Format) => string;
  return write(value, t, format);
}
