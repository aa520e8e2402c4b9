import type { ClippingFields } from '../../shared/press/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact } from '../transaction.ts';
import { findOutlet } from './find-outlet.ts';
import { movePressMonth } from './press-month.ts';
import { clippingKind } from './tables.ts';
import {
  derivedColumns,
  freezeValuation,
  keptValuation,
  selectRatesOf,
} from './value-clipping-row.ts';

/**
 * Logs an appearance with its value by the rates in force on its day.
 * @throws {AltavozFailure} `record_not_found` for the outlet or the department.
 */
export function createClipping(
  context: ActorContext,
  fields: ClippingFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const outlet = await findOutlet(write.db, fields.outletId);
    await requireDepartment(write, fields.departmentId);
    const rates = await selectRatesOf(write.db, fields.outletId);
    const valuation = freezeValuation(fields, outlet, rates, write.at);
    const columns = { ...fields, ...derivedColumns(fields, outlet, valuation) };
    const row = await insertRecord(write, clippingKind(outlet.name), columns);
    await movePressMonth(write, undefined, row);
    return { id: row.id, version: row.version };
  });
}

/**
 * Changes an appearance. It keeps its value while nothing that decided it changes.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`.
 */
export function updateClipping(
  context: ActorContext,
  at: RecordVersion,
  fields: ClippingFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, clippingKind(''), at);
    const staysWithOutlet = before.outletId === fields.outletId;
    const outlet = await findOutlet(write.db, fields.outletId, staysWithOutlet);
    await requireDepartment(write, fields.departmentId);
    const valuation =
      keptValuation(before, fields) ??
      freezeValuation(fields, outlet, await selectRatesOf(write.db, fields.outletId), write.at);
    const columns = { ...fields, ...derivedColumns(fields, outlet, valuation) };
    const row = await updateRecord(write, clippingKind(outlet.name), before, columns);
    await movePressMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Removes an appearance so that it can be brought back with the value it has. */
export function removeClipping(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, clippingKind(''), at);
    const row = await removeRecord(write, clippingKind(''), at);
    await movePressMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

/** Brings back a removed appearance. */
export function restoreClipping(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, clippingKind(''), at);
    const row = await restoreRecord(write, clippingKind(''), at);
    await movePressMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}
