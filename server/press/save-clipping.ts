import type { Selectable } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import { removeRecords } from '../database/many-records.ts';
import type { ClippingTable } from '../database/press-schema.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { findOutlet } from './find-outlet.ts';
import { insertLinks, replaceLinks, requireLinked } from './link-clipping.ts';
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
import {
  derivedColumns,
  editedChannel,
  freezeValuation,
  keptValuation,
  outletAsValued,
  selectPriceList,
} from './value-clipping-row.ts';

/** The fields that are columns of their own: the rest are links. */
function ownColumns({ evidenceIds: _files, keyMessageIds: _messages, ...own }: ClippingFields) {
  return own;
}

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

/** What was approved or sent back is no longer what was looked at. */
const notReviewed = { reviewState: null, reviewedAt: null, reviewedBy: null };

type Outlet = Awaited<ReturnType<typeof findOutlet>>;

async function valueAgain(
  write: Write,
  before: Selectable<ClippingTable>,
  fields: ClippingFields,
  outlet: Outlet,
) {
  const prices = await selectPriceList(write.db, fields.outletId);
  return freezeValuation(fields, outletAsValued(before, fields, outlet), prices, write.at);
}

/**
 * Changes an appearance. It keeps its value and its channel while nothing that decides them changes.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `month_closed` for the month it
 * is in or goes to, `invalid_input` for a day to come, `total_and_records`.
 */
export function updateClipping(
  context: ActorContext,
  at: RecordVersion,
  given: ClippingFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const [fields = given] = await settlePeople(write, [given]);
    const before = await readForChange(write, clippingKind(''), at);
    if (before.day !== fields.day) refuseDaysToCome(context, [fields.day]);
    await refuseClosedMonths(write, [before.month, monthOf(fields.day)]);
    const staysWithOutlet = before.outletId === fields.outletId;
    const outlet = await findOutlet(write.db, fields.outletId, staysWithOutlet);
    await requireDepartment(write, fields.departmentId);
    await requireLinked(write, [fields]);
    const valuation =
      keptValuation(before, fields) ?? (await valueAgain(write, before, fields, outlet));
    const derived = {
      ...derivedColumns(fields, outlet, valuation),
      channel: editedChannel(before, fields, outlet),
    };
    const columns = { ...ownColumns(fields), entry: before.entry, ...derived, ...notReviewed };
    const row = await updateRecord(write, clippingKind(outlet.name), before, columns);
    await replaceLinks(write, row.id, fields);
    await movePressMonth(write, before, row);
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
