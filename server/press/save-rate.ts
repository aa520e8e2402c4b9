import { AltavozFailure } from '../../shared/failure.ts';
import type { Format, RateUnit } from '../../shared/press/measures.ts';
import { type RateTerms, ratesOverlap, sectionKey } from '../../shared/press/rate-matching.ts';
import type { RateFields } from '../../shared/press/schemas.ts';
import { netPrice } from '../../shared/press/valuation.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import { removeRecords } from '../database/many-records.ts';
import type { Flag } from '../database/record-columns.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { findOutlet } from './find-outlet.ts';
import { justChanged, justEntered } from './rates/approve-price.ts';
import { replacePriceEvidence } from './rates/price-evidence.ts';
import { rateKind } from './tables.ts';

/**
 * What of a rate its values look at; a price that includes VAT is kept as quoted and valued
 * without it, and a rate that says no VAT has that of its outlet.
 */
export function pricedColumns(
  { evidenceIds: _files, ...fields }: RateFields,
  outlet: { vatRate: string },
) {
  const vatRate = fields.vatRate ?? outlet.vatRate;
  return {
    ...fields,
    vatRate,
    sectionKey: sectionKey(fields.section),
    netPriceCop: netPrice(fields.priceCop, vatRate, fields.vatIncluded),
    vatIncluded: (fields.vatIncluded ? 1 : 0) as Flag,
  };
}

/** A rate as stored, in the words of the rule; the schema let no other format or unit in. */
function termsOf<Row extends { format: string; unit: string }>(row: Row) {
  return { ...row, format: row.format as Format, unit: row.unit as RateUnit };
}

async function refuseOverlap(write: Write, terms: RateTerms, exceptId?: string): Promise<void> {
  const rates = await write.db
    .selectFrom('rate')
    .selectAll()
    .where('outletId', '=', terms.outletId)
    .where('deletedAt', 'is', null)
    .execute();
  const other = rates
    .map(termsOf)
    .find((rate) => rate.id !== exceptId && ratesOverlap(rate, terms));
  if (other) {
    const { id: rateId, validFrom, validTo } = other;
    throw new AltavozFailure({ code: 'rate_overlaps', rateId, validFrom, validTo });
  }
}

/**
 * Stores a new rate inside a write under way.
 * @throws {AltavozFailure} `rate_overlaps`; `record_not_found` for its outlet or a file.
 */
export async function insertRate(write: Write, fields: RateFields): Promise<RecordVersion> {
  const outlet = await findOutlet(write.db, fields.outletId);
  await refuseOverlap(write, fields);
  const columns = { ...pricedColumns(fields, outlet), ...justEntered(write) };
  const { id, version } = await insertRecord(write, rateKind(outlet.name), columns);
  await replacePriceEvidence(write, 'rateEvidence', id, fields.evidenceIds);
  return { id, version };
}

/** Adds a rate. @throws {AltavozFailure} `rate_overlaps`; `record_not_found` for the outlet or a file. */
export function createRate(context: ActorContext, fields: RateFields): Promise<RecordVersion> {
  return transact(context, ['press'], (write) => insertRate(write, fields));
}

/**
 * Changes a rate, which then waits to be approved; appearances valued with it keep their value.
 * @throws {AltavozFailure} `rate_overlaps`, `record_changed`, `record_not_found`.
 */
export function updateRate(
  context: ActorContext,
  at: RecordVersion,
  fields: RateFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, rateKind(''), at);
    const staysWithOutlet = before.outletId === fields.outletId;
    const outlet = await findOutlet(write.db, fields.outletId, staysWithOutlet);
    await refuseOverlap(write, fields, at.id);
    const columns = { ...pricedColumns(fields, outlet), ...justChanged(write) };
    const { id, version } = await updateRecord(write, rateKind(outlet.name), before, columns);
    await replacePriceEvidence(write, 'rateEvidence', id, fields.evidenceIds);
    return { id, version };
  });
}

/** Removes a rate: it values nothing new, and what it valued keeps its value. */
export function removeRate(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { id, version } = await removeRecord(write, rateKind(''), at);
    return { id, version };
  });
}

/** Removes many rates, but for those that somebody changed since; returns them. */
export function removeRates(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return transact(context, ['press'], (write) =>
    removeRecords(write, rateKind(''), ats, { columns: [], ifMoved: 'leave' }),
  );
}

/** Brings back a removed rate. @throws {AltavozFailure} `rate_overlaps` when another took its days. */
export function restoreRate(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const row = await readForChange(write, rateKind(''), at);
    await refuseOverlap(write, termsOf(row), at.id);
    const { id, version } = await restoreRecord(write, rateKind(''), at);
    return { id, version };
  });
}
