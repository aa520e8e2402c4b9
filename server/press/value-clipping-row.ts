import type { Selectable } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import { addressKey, titleKey } from '../../shared/press/address-key.ts';
import { channelOf, type Medium } from '../../shared/press/channels.ts';
import { type AdvertisingContract, underContractOn } from '../../shared/press/contracts.ts';
import type { RateSource } from '../../shared/press/grading.ts';
import {
  type Format,
  type Measures,
  type RateUnit,
  rateUnitsFor,
} from '../../shared/press/measures.ts';
import { chooseRate, type RateGap } from '../../shared/press/rate-matching.ts';
import type { FrozenValuation } from '../../shared/press/rows.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import { computeValue, formulaVersion, type ValuingRate } from '../../shared/press/valuation.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type {
  ClippingTable,
  FlatPolicyTable,
  OutletTable,
  RateTable,
} from '../database/press-schema.ts';
import type { Flag } from '../database/record-columns.ts';

/** The fields that decide a value. */
export type Valuing = Pick<
  ClippingFields,
  'outletId' | 'day' | 'format' | 'section' | 'isPaid' | 'measures'
>;
type Outlet = Pick<
  Selectable<OutletTable>,
  'medium' | 'isOwnChannel' | 'contracts' | 'monthlyVisitors' | 'vatRate'
>;
type Rate = Selectable<RateTable> & { format: Format; unit: RateUnit };
type Policy = Selectable<FlatPolicyTable> & { format: Format };

/** What may price the appearances of an outlet: its own rates, and the flat policies of all. */
export interface PriceList {
  rates: readonly Rate[];
  policies: readonly Policy[];
}

/** What prices the appearances of an outlet now: nothing that is removed. */
export async function selectPriceList(
  db: OpenDatabase['db'],
  outletId: string,
): Promise<PriceList> {
  const rates = await db
    .selectFrom('rate')
    .selectAll()
    .where('outletId', '=', outletId)
    .where('deletedAt', 'is', null)
    .execute();
  const policies = await db
    .selectFrom('flatPolicy')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute();
  return { rates: rates as Rate[], policies: policies as Policy[] };
}

const keptRates = new WeakMap<Rate | Policy, Map<string, ValuingRate>>();

/** A rate adds its own VAT; a flat policy, which is of no outlet, that of the outlet that it prices. */
function asKept(rate: Rate | Policy, outletVatRate: string): ValuingRate {
  const { id, netPriceCop, priceCop, vatRate, validFrom, validTo, sourceReference } = rate;
  const quoted = { priceCop, vatIncluded: rate.vatIncluded === 1, vatRate };
  const isApproved = rate.approvedBy !== null;
  const priced = { id, netPriceCop, validFrom, validTo, sourceReference, quoted, isApproved };
  return 'outletId' in rate
    ? {
        ...priced,
        vatRate,
        section: rate.section,
        unit: rate.unit,
        unitQuantity: rate.unitQuantity,
        sourceType: rate.sourceType as RateSource,
      }
    : {
        ...priced,
        vatRate: outletVatRate,
        section: '',
        unit: 'flat',
        unitQuantity: '1',
        sourceType: 'flat_policy',
        isPolicy: true,
      };
}

/** What of a rate is kept with a value; the same object for the same rate, so that its text is made once. */
function rateKept(rate: Rate | Policy | RateGap, outletVatRate: string): ValuingRate | RateGap {
  if ('gap' in rate) return rate;
  const byVat = keptRates.get(rate) ?? new Map<string, ValuingRate>();
  keptRates.set(rate, byVat);
  const kept = byVat.get(outletVatRate) ?? asKept(rate, outletVatRate);
  byVat.set(outletVatRate, kept);
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
  const { monthlyVisitors, outletVatRate } = inputs;
  const ofOutlet = `"monthlyVisitors":${monthlyVisitors},"outletVatRate":"${outletVatRate}"`;
  const others = `"isOwnChannel":${isOwnChannel},"isPaid":${isPaid},"day":"${day}","format":"${format}",${ofOutlet}`;
  const given = `${others},"section":${JSON.stringify(section)},"measures":${measures}`;
  const frozen = `"inputs":{${given},"rate":${rateText(rate)}},"result":${JSON.stringify(result)}`;
  return `{"formula":${formula},"at":"${at}",${frozen}}`;
}

/** Values an appearance of an outlet with its rates, as it would be kept at that instant. */
export function freezeValuation(
  fields: Valuing,
  outlet: Outlet,
  { rates, policies }: PriceList,
  at: string,
): FrozenValuation {
  const { outletId, day, format, section, isPaid, measures } = fields;
  const units = rateUnitsFor(measures);
  const { monthlyVisitors, vatRate: outletVatRate } = outlet;
  const wanted = { outletId, format, section, units, day };
  const rate = rateKept(chooseRate(rates, policies, wanted), outletVatRate);
  const isOwnChannel = outlet.isOwnChannel === 1;
  const ofOutlet = { isOwnChannel, monthlyVisitors, outletVatRate };
  const inputs = { ...ofOutlet, isPaid, day, format, section, measures, rate };
  return { formula: formulaVersion, at, inputs, result: computeValue(inputs) };
}

function valuingText(fields: Valuing): string {
  const { outletId, day, format, section, isPaid, measures } = fields;
  return JSON.stringify([outletId, day, format, section, isPaid, measures]);
}

/** What of a stored appearance decided its value. */
export function valuingOf(
  row: Pick<
    Selectable<ClippingTable>,
    'outletId' | 'day' | 'format' | 'section' | 'isPaid' | 'measures'
  >,
): Valuing {
  return {
    outletId: row.outletId,
    day: row.day,
    format: row.format as Format,
    section: row.section,
    isPaid: row.isPaid === 1,
    measures: JSON.parse(row.measures) as Measures,
  };
}

/** Whether an edit leaves alone everything that decides the value of an appearance. */
function isValuedAlike(before: Selectable<ClippingTable>, fields: Valuing): boolean {
  return valuingText(valuingOf(before)) === valuingText(fields);
}

/**
 * The outlet by which an edited appearance is tried again: while nothing that decides its value
 * changes, it is an own channel, or none, as it was when the appearance was valued.
 */
export function outletAsValued<Known extends Outlet>(
  before: Selectable<ClippingTable>,
  fields: Valuing,
  outlet: Known,
): Known {
  if (!isValuedAlike(before, fields)) return outlet;
  const { inputs } = JSON.parse(before.valuation) as FrozenValuation;
  return { ...outlet, isOwnChannel: (inputs.isOwnChannel ? 1 : 0) as Flag };
}

/** The channel of an edited appearance: its own while nothing that decides its value changes. */
export function editedChannel(
  before: Selectable<ClippingTable>,
  fields: Valuing,
  { medium }: Pick<Outlet, 'medium'>,
): string {
  return isValuedAlike(before, fields) ? before.channel : channelOf(medium as Medium);
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
  if (!isValuedAlike(before, fields)) return undefined;
  return JSON.parse(before.valuation) as FrozenValuation;
}

const knownContracts = new Map<string, readonly AdvertisingContract[]>();

/** Whether an outlet had an advertising contract on a day, as kept with an appearance. */
export function contractFlag({ contracts }: Pick<Outlet, 'contracts'>, day: string): Flag {
  if (contracts === '[]') return 0;
  let known = knownContracts.get(contracts);
  if (!known) {
    if (knownContracts.size >= 1_000) knownContracts.clear();
    known = JSON.parse(contracts) as AdvertisingContract[];
    knownContracts.set(contracts, known);
  }
  return underContractOn(known, day) ? 1 : 0;
}

/** The rate that made a value; a policy's stands in the valuation alone. */
function rateIdOf({ result, inputs: { rate, measures } }: FrozenValuation): string | null {
  const isByRate = result.standing === 'valued' && measures.unit !== 'manual' && 'id' in rate;
  return isByRate && !rate.isPolicy ? rate.id : null;
}

/** The columns of an appearance that hold its value; `measures` is the JSON of its size. */
export function valueColumns(valuation: FrozenValuation, measures: string) {
  const { result } = valuation;
  return {
    rateId: rateIdOf(valuation),
    standing: result.standing,
    valueCop: result.valueCop,
    valueWithVatCop: result.valueWithVatCop,
    grade: result.standing === 'valued' ? result.grade : null,
    valuation: valuationText(valuation, measures),
  };
}

/** The columns of an appearance that follow from its fields, its outlet and its valuation. */
export function derivedColumns(
  { day, isPaid, measures, url, title }: ClippingFields,
  outlet: Outlet,
  valuation: FrozenValuation,
) {
  const measuresText = JSON.stringify(measures);
  return {
    channel: channelOf(outlet.medium as Medium),
    month: monthOf(day),
    isPaid: (isPaid ? 1 : 0) as Flag,
    underContract: contractFlag(outlet, day),
    urlKey: addressKey(url),
    titleKey: titleKey(title),
    measures: measuresText,
    ...valueColumns(valuation, measuresText),
  };
}
