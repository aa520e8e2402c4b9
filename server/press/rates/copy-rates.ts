import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { addDays } from '../../../shared/calendar/day.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import {
  type RateCopy,
  type RateCopyAgreed,
  type RateCopyPreview,
  type RateCopyRow,
  raisedPrice,
} from '../../../shared/press/copy-rates.ts';
import type { RateSource } from '../../../shared/press/grading.ts';
import type { Format, RateUnit } from '../../../shared/press/measures.ts';
import { periodsOverlap, ratesOverlap } from '../../../shared/press/rate-matching.ts';
import { PriceCop, type RateFields } from '../../../shared/press/schemas.ts';
import type { ActorContext, House } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { RateTable } from '../../database/press-schema.ts';
import { updateRecord } from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { insertRate } from '../save-rate.ts';
import { rateKind } from '../tables.ts';
import { changedBy } from './approve-price.ts';

type Rate = Selectable<RateTable> & { format: Format; unit: RateUnit };

interface PlannedCopy {
  original: Rate;
  outletName: string;
  fields: RateFields;
  endsOriginal: boolean;
  obstacle: RateCopyRow['obstacle'];
}

function copied(original: Rate, copy: RateCopy): RateFields {
  const { outletId, format, section, unit, unitQuantity, vatRate } = original;
  const { validFrom, validTo, sourceReference, evidenceIds } = copy;
  const sourceType = copy.sourceType ?? (original.sourceType as RateSource);
  return {
    ...{ outletId, format, section, unit, unitQuantity, vatRate },
    ...{ validFrom, validTo, sourceType, sourceReference, evidenceIds },
    priceCop: raisedPrice(original.priceCop, copy.increasePercent),
    vatIncluded: original.vatIncluded === 1,
  };
}

function planOne(
  original: Rate,
  outletName: string,
  all: readonly Rate[],
  copy: RateCopy,
): PlannedCopy {
  const fields = copied(original, copy);
  const stillHolds = periodsOverlap(original, fields);
  const endsOriginal = stillHolds && copy.endOriginals && original.validFrom < copy.validFrom;
  const others = all.filter((rate) => !(endsOriginal && rate.id === original.id));
  const isTaken = others.some((rate) => ratesOverlap(rate, fields));
  const isPriced = PriceCop.safeParse(fields.priceCop).success;
  const obstacle = isTaken ? 'overlaps' : isPriced ? null : 'price';
  return { original, outletName, fields, endsOriginal: endsOriginal && !obstacle, obstacle };
}

async function planCopies(db: OpenDatabase['db'], copy: RateCopy): Promise<PlannedCopy[]> {
  const { outletId, onDay } = copy;
  const rows = await db
    .selectFrom('rate')
    .innerJoin('outlet', 'outlet.id', 'rate.outletId')
    .selectAll('rate')
    .select('outlet.name as outletName')
    .where('rate.deletedAt', 'is', null)
    .where('outlet.deletedAt', 'is', null)
    .$if(outletId !== null, (query) => query.where('rate.outletId', '=', outletId as string))
    .orderBy('rate.searchText')
    .orderBy('rate.format')
    .orderBy('rate.validFrom')
    .orderBy('rate.id')
    .execute();
  const all = rows.map(({ outletName: _name, ...rate }) => rate as Rate);
  return rows.flatMap(({ outletName }, at) => {
    const rate = all[at];
    if (!rate || !periodsOverlap(rate, { validFrom: onDay, validTo: onDay })) return [];
    return [planOne(rate, outletName, all, copy)];
  });
}

/** What tells one plan from any other: the copied rates, their versions and what would be made of them. */
function sealOf(copies: readonly PlannedCopy[]): string {
  const parts = copies.map(({ original, fields, endsOriginal, obstacle }) => [
    original.id,
    original.version,
    fields.priceCop,
    fields.validFrom,
    fields.validTo,
    fields.sourceType,
    endsOriginal,
    obstacle,
  ]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function rowOf({ original, outletName, fields, endsOriginal, obstacle }: PlannedCopy): RateCopyRow {
  const { id: rateId, format, section, unit, priceCop, validFrom, validTo } = original;
  const space = { outletName, format, section, unit, priceCop };
  return {
    rateId,
    ...space,
    newPriceCop: fields.priceCop,
    validFrom,
    validTo,
    sourceType: original.sourceType as RateSource,
    newSourceType: fields.sourceType,
    endsOriginal,
    obstacle,
  };
}

/** The rates that would be copied, and those that something stands in the way of. Nothing is stored. */
export async function previewRateCopies(house: House, copy: RateCopy): Promise<RateCopyPreview> {
  const copies = await planCopies(house.database.db, copy);
  const left = copies.filter(({ obstacle }) => obstacle !== null).length;
  return { rows: copies.map(rowOf), copied: copies.length - left, left, seal: sealOf(copies) };
}

async function storeCopy(
  write: Write,
  { original, outletName, fields, endsOriginal }: PlannedCopy,
) {
  if (endsOriginal) {
    const validTo = addDays(fields.validFrom, -1);
    // Its price was looked at, if it was: ending it takes no approval away.
    const ended = { validTo, ...changedBy(write) };
    await updateRecord(write, rateKind(outletName), original, ended);
  }
  return insertRate(write, fields);
}

/**
 * Copies rates to other days with an increase, each of the source that it was of unless another is
 * said, all of them or none; what something stands in the
 * way of is left out, as the preview said. The copies wait to be approved.
 * @throws {AltavozFailure} `rates_moved` when a rate changed since the preview, or none is copied.
 */
export function copyRates(
  context: ActorContext,
  { copy, seal }: RateCopyAgreed,
): Promise<{ count: number }> {
  return transact(context, ['press'], async (write) => {
    const copies = await planCopies(write.db, copy);
    const possible = copies.filter(({ obstacle }) => obstacle === null);
    if (possible.length === 0 || sealOf(copies) !== seal) {
      throw new AltavozFailure({ code: 'rates_moved' });
    }
    for (const one of possible) await storeCopy(write, one);
    return { count: possible.length };
  });
}
