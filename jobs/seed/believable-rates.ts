import type { Format } from '../../shared/press/measures.ts';
import { RateFields } from '../../shared/press/schemas.ts';

/** What one outlet charges for one space in the demonstration's year; prices are invented. */
interface Tariff {
  outlet: string;
  format: Format;
  section?: string;
  unit: 'page_area' | 'column_cm' | 'second' | 'note';
  unitQuantity?: string;
  priceCop: number;
  vatIncluded?: boolean;
  sourceType: RateFields['sourceType'];
  /** Present where the price goes up in the middle of the year. */
  fromJuly?: number;
  /** Present where the rate ran out in the middle of the year and nobody asked for another. */
  endsInJune?: boolean;
}

const published = 'published_tariff';
const quoted = 'quotation';

/** El Metro and Munera Eastman have none: their appearances stay without a value. */
export const tariffs: Tariff[] = [
  {
    outlet: 'El Colombiano',
    format: 'print',
    unit: 'page_area',
    unitQuantity: '793.6',
    priceCop: 24_800_000,
    fromJuly: 26_300_000,
    sourceType: published,
  },
  {
    outlet: 'El Colombiano',
    format: 'web',
    unit: 'note',
    priceCop: 1_450_000,
    sourceType: published,
  },
  {
    outlet: 'El Tiempo',
    format: 'print',
    unit: 'column_cm',
    priceCop: 212_000,
    sourceType: published,
  },
  {
    outlet: "Q'hubo",
    format: 'print',
    unit: 'page_area',
    unitQuantity: '720',
    priceCop: 9_400_000,
    sourceType: quoted,
  },
  {
    outlet: 'Ciudad Sur',
    format: 'print',
    unit: 'note',
    priceCop: 450_000,
    sourceType: 'flat_policy',
  },
  { outlet: 'Minuto 30', format: 'web', unit: 'note', priceCop: 620_000, sourceType: quoted },
  {
    outlet: 'Teleantioquia',
    format: 'television',
    unit: 'second',
    unitQuantity: '30',
    priceCop: 2_380_000,
    vatIncluded: true,
    sourceType: published,
  },
  {
    outlet: 'Telemedellín',
    format: 'television',
    unit: 'second',
    unitQuantity: '30',
    priceCop: 1_260_000,
    sourceType: published,
  },
  {
    outlet: 'Caracol Televisión',
    format: 'television',
    section: 'Noticiero',
    unit: 'second',
    unitQuantity: '30',
    priceCop: 11_900_000,
    sourceType: published,
  },
  {
    outlet: 'Cosmovisión',
    format: 'television',
    unit: 'second',
    unitQuantity: '30',
    priceCop: 780_000,
    sourceType: quoted,
  },
  {
    outlet: 'Estrella Estéreo',
    format: 'radio',
    unit: 'second',
    unitQuantity: '30',
    priceCop: 48_000,
    sourceType: quoted,
  },
  {
    outlet: 'Caracol Radio',
    format: 'radio',
    unit: 'second',
    unitQuantity: '30',
    priceCop: 690_000,
    sourceType: published,
  },
  {
    outlet: 'RCN Radio',
    format: 'radio',
    unit: 'second',
    unitQuantity: '30',
    priceCop: 640_000,
    sourceType: quoted,
    endsInJune: true,
  },
];

/** The rates of a tariff over a year: one, two where the price changed, or half of one. */
export function ratesOf(tariff: Tariff, outletId: string, year: number): RateFields[] {
  const { outlet, fromJuly, endsInJune, ...terms } = tariff;
  const reference = `Tarifario de demostración ${outlet} ${year}`;
  const halves = fromJuly !== undefined || endsInJune === true;
  const first = {
    ...terms,
    outletId,
    validFrom: `${year - 1}-01-01`,
    validTo: halves ? `${year}-06-30` : null,
    sourceReference: tariff.sourceType === 'flat_policy' ? 'Acuerdo interno' : reference,
  };
  const second = { ...first, priceCop: fromJuly, validFrom: `${year}-07-01`, validTo: null };
  return (fromJuly === undefined ? [first] : [first, second]).map((rate) => RateFields.parse(rate));
}
