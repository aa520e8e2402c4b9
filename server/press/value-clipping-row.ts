import type { Selectable } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import { channelOf, type Medium } from '../../shared/press/channels.ts';
import type { RateSource } from '../../shared/press/grading.ts';
import type { Format, Measures, Unit } from '../../shared/press/measures.ts';
import { chooseRate, type RateGap } from '../../shared/press/rate-matching.ts';
import type { FrozenValuation } from '../../shared/press/rows.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import { computeValue, formulaVersion, type ValuingRate } from '../../shared/press/valuation.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { Flag } from '../database/record-columns.ts';
import type { ClippingTable, OutletTable, RateTable } from '../database/schema.ts';

/** The fields that decide a value. */
export type Valuing = Pick<
  ClippingFields,
  'outletId' | 'day' | 'format' | 'section' | 'isPaid' | 'measures'
>;
type Outlet = Pick<Selectable<OutletTable>, 'medium' | 'isOwnChannel'>;
type Rate = Selectable<RateTable> & { format: Format; unit: Unit };

/** The rates of an outlet that are not removed. */
export async function selectRatesOf(db: OpenDatabase['db'], outletId: string): Promise<Rate[]> {
  const rows = await db
    .selectFrom('rate')
    .selectAll()
    .where('outletId', '=', outletId)
    .where('deletedAt', 'is', null)
    .execute();
  return rows as Rate[];
}

const keptRates = new WeakMap<Rate, ValuingRate>();

/** What of a rate is kept with a value; the same object for the same rate, so that its text is made once. */
function rateKept(rate: Rate | RateGap): ValuingRate | RateGap {
  if ('gap' in rate) return rate;
  let kept = keptRates.get(rate);
  if (!kept) {
    const { id, section, unit, unitQuantity, netPriceCop, vatRate, validFrom, validTo } = rate;
    const sourceType = rate.sourceType as RateSource;
    kept = {
      id,
      section,
      unit,
      unitQuantity,
      netPriceCop,
      vatRate,
      validFrom,
      validTo,
      sourceType,
    };
    keptRates.set(rate, kept);
  }
  return kept;
}

const rateTexts = new WeakMap<ValuingRate | RateGap, string>();

function rateText(rate: ValuingRate | RateGap): string {
  let text = rateTexts.get(rate);
  if (text === undefined) {
    text = JSON.stringify(rate);
    rateTexts.set(rate, text);
  }
  return text;
}

/** The JSON of a valuation, put together from parts: made whole, it is a sixth of the time of a bulk load. */
function valuationText({ formula, at, inputs, result }: FrozenValuation, measures: string): string {
  const { isOwnChannel, isPaid, day, format, section, rate } = inputs;
  const others = `"isOwnChannel":${isOwnChannel},"isPaid":${isPaid},"day":"${day}","format":"${format}"`;
  const given = `${others},"section":${JSON.stringify(section)},"measures":${measures}`;
  const frozen = `"inputs":{${given},"rate":${rateText(rate)}},"result":${JSON.stringify(result)}`;
  return `{"formula":${formula},"at":"${at}",${frozen}}`;
}

/** Values an appearance of an outlet with its rates, as it would be kept at that instant. */
export function freezeValuation(
  fields: Valuing,
  outlet: Outlet,
  rates: readonly Rate[],
  at: string,
): FrozenValuation {
  const { outletId, day, format, section, isPaid, measures } = fields;
  const rate = rateKept(chooseRate(rates, { outletId, format, section, unit: measures.unit, day }));
  const isOwnChannel = outlet.isOwnChannel === 1;
  const inputs = { isOwnChannel, isPaid, day, format, section, measures, rate };
  return { formula: formulaVersion, at, inputs, result: computeValue(inputs) };
}

function valuingText(fields: Valuing): string {
  const { outletId, day, format, section, isPaid, measures } = fields;
  return JSON.stringify([outletId, day, format, section, isPaid, measures]);
}

/** What of a stored appearance decided its value. */
export function valuingOf(row: Selectable<ClippingTable>): Valuing {
  return {
    outletId: row.outletId,
    day: row.day,
    format: row.format as Format,
    section: row.section,
    isPaid: row.isPaid === 1,
    measures: JSON.parse(row.measures) as Measures,
  };
}

/**
 * The valuation that an appearance keeps when it is edited: its own while nothing that decided
 * it changes, however rates have changed since. One without a value is always tried again.
 */
export function keptValuation(
  before: Selectable<ClippingTable>,
  fields: Valuing,
): FrozenValuation | undefined {
  if (before.standing === 'unvalued') return undefined;
  if (valuingText(valuingOf(before)) !== valuingText(fields)) return undefined;
  return JSON.parse(before.valuation) as FrozenValuation;
}

/** The columns of an appearance that follow from its fields, its outlet and its valuation. */
export function derivedColumns(
  { day, isPaid, measures }: ClippingFields,
  outlet: Outlet,
  valuation: FrozenValuation,
) {
  const { result, inputs } = valuation;
  const measuresText = JSON.stringify(measures);
  return {
    channel: channelOf(outlet.medium as Medium),
    month: monthOf(day),
    isPaid: (isPaid ? 1 : 0) as Flag,
    measures: measuresText,
    rateId: result.standing === 'valued' && 'id' in inputs.rate ? inputs.rate.id : null,
    standing: result.standing,
    valueCop: result.valueCop,
    valueWithVatCop: result.valueWithVatCop,
    grade: result.standing === 'valued' ? result.grade : null,
    valuation: valuationText(valuation, measuresText),
  };
}
