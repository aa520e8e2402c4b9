import { monthOf } from '../../shared/calendar/day.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import { removeRecords } from '../database/many-records.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
} from '../database/versioned-record.ts';
import { transact } from '../transaction.ts';
import { findOutlet } from './find-outlet.ts';
import { insertLinks, requireLinked } from './link-clipping.ts';
import {
  addToPressMonth,
  type MonthShare,
  movePressMonth,
  shareOf,
  sumShares,
} from './press-month.ts';
import { refuseClosedMonths } from './refuse-closed-months.ts';
import { refuseDaysToCome } from './refuse-days-to-come.ts';
import { settlePeople } from './settle-people.ts';
import { clippingKind } from './tables.ts';
import { notReviewed, ownColumns } from './update-clippings.ts';
import { derivedColumns, freezeValuation, selectPriceList } from './value-clipping-row.ts';

/**
 * Logs an appearance with its value by the rates in force on its day.
 * @throws {AltavozFailure} `record_not_found` for what it names; `invalid_input` for a day to come;
 * `month_closed`; `total_and_records`.
 */
export function createClipping(
  context: ActorContext,
  given: ClippingFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const [fields = given] = await settlePeople(write, [given]);
    refuseDaysToCome(context, [fields.day]);
    await refuseClosedMonths(write, [monthOf(fields.day)]);
    const outlet = await findOutlet(write.db, fields.outletId);
    await requireDepartment(write, fields.departmentId);
    await requireLinked(write, [fields]);
    const prices = await selectPriceList(write.db, fields.outletId);
    const valuation = freezeValuation(fields, outlet, prices, write.at);
    const derived = derivedColumns(fields, outlet, valuation);
    const unreviewed = { syndicationId: null, ...notReviewed };
    const columns = { ...ownColumns(fields), ...derived, ...unreviewed };
    const row = await insertRecord(write, clippingKind(outlet.name), columns);
    await insertLinks(write, [{ ...fields, id: row.id }]);
    await movePressMonth(write, undefined, row);
    return { id: row.id, version: row.version };
  });
}

/** Removes an appearance so that it can be brought back with the value it has. */
export function removeClipping(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, clippingKind(''), at);
    await refuseClosedMonths(write, [before.month]);
    const row = await removeRecord(write, clippingKind(''), at);
    await movePressMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}

const countedOf = [
  'month',
  'channel',
  'tone',
  'grade',
  'standing',
  'underContract',
  'deletedAt',
  'valueCop',
  'valueWithVatCop',
] as const;

/**
 * Removes many appearances so that they can be brought back; those that somebody changed since stay.
 * @returns those that were, in their new version.
 * @throws {AltavozFailure} `month_closed`.
 */
export function removeClippings(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return transact(context, ['press'], async (write) => {
    let shares: MonthShare[] = [];
    const removed = await removeRecords(write, clippingKind(''), ats, {
      columns: countedOf,
      ifMoved: 'leave',
      async see(rows) {
        await refuseClosedMonths(
          write,
          rows.map(({ month }) => month),
        );
        shares = sumShares([...shares, ...rows.flatMap((row) => shareOf(row, -1))]);
      },
    });
    await addToPressMonth(write, shares);
    return removed;
  });
}

/** Brings back a removed appearance. */
export function restoreClipping(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, clippingKind(''), at);
    await refuseClosedMonths(write, [before.month]);
    const row = await restoreRecord(write, clippingKind(''), at);
    await movePressMonth(write, before, row);
    return { id: row.id, version: row.version };
  });
}
