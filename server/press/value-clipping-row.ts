import type { Selectable } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import { channelOf, type Medium } from '../../shared/press/channels.ts';
import type { RateSource } from '../../shared/press/grading.ts';
import type { Format, Measures, Unit } from '../../shared/press/measures.ts';
import { chooseRate, type RateGap } from '../../shared/press/rate-matching.ts';
import type { FrozenValuation } from '../../shared/press/rows.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import { formulaVersion, type ValuingRate, valueClipping } from '../../shared/press/valuation.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { ClippingTable, Flag, OutletTable, RateTable } from '../database/schema.ts';

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

function rateKept(rate: Rate | RateGap): ValuingRate | RateGap {
  if ('gap' in rate) return rate;
  const { id, section, unit, unitQuantity, netPriceCop, vatRate, validFrom, validTo } = rate;
  const sourceType = rate.sourceType as RateSource;
  return {
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
  const inputs = { isOwnChannel: outlet.isOwnChannel === 1, isPaid, measures, rate };
  return {
    formula: formulaVersion,
    at,
    inputs: { ...inputs, day, format, section },
    result: valueClipping(inputs),
  };
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

/** The columns of an appearance with its valuation. */
export function clippingColumns(
  fields: ClippingFields,
  outlet: Outlet,
  valuation: FrozenValuation,
) {
  const { result, inputs } = valuation;
  return {
    ...fields,
    channel: channelOf(outlet.medium as Medium),
    month: monthOf(fields.day),
    isPaid: (fields.isPaid ? 1 : 0) as Flag,
    measures: JSON.stringify(fields.measures),
    rateId: result.standing === 'valued' && 'id' in inputs.rate ? inputs.rate.id : null,
    standing: result.standing,
    valueCop: result.valueCop,
    valueWithVatCop: result.valueWithVatCop,
    grade: result.standing === 'valued' ? result.grade : null,
    valuation: JSON.stringify(valuation),
  };
}
