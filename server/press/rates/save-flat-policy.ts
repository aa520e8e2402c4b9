import { AltavozFailure } from '../../../shared/failure.ts';
import type { FlatPolicyFields } from '../../../shared/press/flat-policy.ts';
import { periodsOverlap } from '../../../shared/press/rate-matching.ts';
import { netPrice } from '../../../shared/press/valuation.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { Flag } from '../../database/record-columns.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { flatPolicyKind } from '../tables.ts';
import { justChanged, justEntered } from './approve-price.ts';
import { replacePriceEvidence } from './price-evidence.ts';

function columnsOf({ evidenceIds: _files, ...fields }: FlatPolicyFields) {
  return {
    ...fields,
    netPriceCop: netPrice(fields.priceCop, fields.vatRate, fields.vatIncluded),
    vatIncluded: (fields.vatIncluded ? 1 : 0) as Flag,
  };
}

interface Terms {
  format: string;
  validFrom: string;
  validTo: string | null;
}

async function refuseOverlap(write: Write, terms: Terms, exceptId?: string): Promise<void> {
  const policies = await write.db
    .selectFrom('flatPolicy')
    .select(['id', 'validFrom', 'validTo'])
    .where('format', '=', terms.format)
    .where('deletedAt', 'is', null)
    .execute();
  const other = policies.find((one) => one.id !== exceptId && periodsOverlap(one, terms));
  if (other) {
    const { id: rateId, validFrom, validTo } = other;
    throw new AltavozFailure({ code: 'rate_overlaps', rateId, validFrom, validTo });
  }
}

/**
 * Adds the flat price of a format. Appearances keep the value they have.
 * @throws {AltavozFailure} `rate_overlaps`; `record_not_found` for a file.
 */
export function createFlatPolicy(
  context: ActorContext,
  fields: FlatPolicyFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    await refuseOverlap(write, fields);
    const columns = { ...columnsOf(fields), ...justEntered(write) };
    const { id, version } = await insertRecord(write, flatPolicyKind, columns);
    await replacePriceEvidence(write, 'flatPolicyEvidence', id, fields.evidenceIds);
    return { id, version };
  });
}

/** Changes a flat price, which then waits to be approved. @throws {AltavozFailure} `rate_overlaps`, `record_changed`, `record_not_found`. */
export function updateFlatPolicy(
  context: ActorContext,
  at: RecordVersion,
  fields: FlatPolicyFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, flatPolicyKind, at);
    await refuseOverlap(write, fields, at.id);
    const columns = { ...columnsOf(fields), ...justChanged(write) };
    const { id, version } = await updateRecord(write, flatPolicyKind, before, columns);
    await replacePriceEvidence(write, 'flatPolicyEvidence', id, fields.evidenceIds);
    return { id, version };
  });
}

/** Removes a flat price: what it valued keeps its value. */
export function removeFlatPolicy(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { id, version } = await removeRecord(write, flatPolicyKind, at);
    return { id, version };
  });
}

/** Brings back a removed flat price. @throws {AltavozFailure} `rate_overlaps` when another took its days. */
export function restoreFlatPolicy(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    await refuseOverlap(write, await readForChange(write, flatPolicyKind, at), at.id);
    const { id, version } = await restoreRecord(write, flatPolicyKind, at);
    return { id, version };
  });
}
