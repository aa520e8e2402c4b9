import type { Selectable } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import type { RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import { type IfMoved, readManyForChange, updateRecords } from '../database/many-records.ts';
import type { ClippingTable } from '../database/press-schema.ts';
import { mapInSteps } from '../map-in-steps.ts';
import { transact, type Write } from '../transaction.ts';
import { findOutlet } from './find-outlet.ts';
import { replaceLinks, requireLinked } from './link-clipping.ts';
import { addToPressMonth, shareOf } from './press-month.ts';
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
  type PriceList,
  selectPriceList,
} from './value-clipping-row.ts';

/** The fields that are columns of their own: the rest are links. */
export function ownColumns({ evidenceIds: _files, keyMessageIds: _, ...own }: ClippingFields) {
  return own;
}

/** What was approved or sent back is no longer what was looked at. */
export const notReviewed = { reviewState: null, reviewedAt: null, reviewedBy: null };

/** What an appearance that somebody saw is to become. */
export interface ClippingChange {
  at: RecordVersion;
  fields: ClippingFields;
}

type Outlet = Awaited<ReturnType<typeof findOutlet>>;

/** A change and the record that it is of. */
interface Known {
  before: Selectable<ClippingTable>;
  fields: ClippingFields;
}

/** The outlets that appearances name; a removed one only where each named it before. */
async function findOutlets({ db }: Write, all: readonly Known[]): Promise<Map<string, Outlet>> {
  const stay = new Map<string, boolean>();
  for (const { before, fields } of all) {
    const { outletId } = fields;
    stay.set(outletId, (stay.get(outletId) ?? true) && before.outletId === outletId);
  }
  const outlets = new Map<string, Outlet>();
  for (const [id, allStay] of stay) outlets.set(id, await findOutlet(db, id, allStay));
  return outlets;
}

/** The prices of the outlets whose appearances are valued again. */
async function findPrices({ db }: Write, again: readonly Known[]): Promise<Map<string, PriceList>> {
  const prices = new Map<string, PriceList>();
  for (const id of new Set(again.map(({ fields }) => fields.outletId))) {
    prices.set(id, await selectPriceList(db, id));
  }
  return prices;
}

/** The columns of changed appearances, each as if it were changed alone. */
async function prepare(write: Write, all: readonly Known[]) {
  const outlets = await findOutlets(write, all);
  const kept = await mapInSteps(all, ({ before, fields }) => keptValuation(before, fields));
  const prices = await findPrices(
    write,
    all.filter((_, at) => !kept[at]),
  );
  return mapInSteps(all, ({ before, fields }, at) => {
    const outlet = outlets.get(fields.outletId) as Outlet;
    const valued = outletAsValued(before, fields, outlet);
    const priceList = prices.get(fields.outletId) as PriceList;
    const valuation = kept[at] ?? freezeValuation(fields, valued, priceList, write.at);
    const channel = editedChannel(before, fields, outlet);
    const derived = { ...derivedColumns(fields, outlet, valuation), channel };
    const own = { ...ownColumns(fields), entry: before.entry, ...derived, ...notReviewed };
    return { kind: clippingKind(outlet.name), before, own };
  });
}

async function requireNamed(context: ActorContext, write: Write, all: readonly Known[]) {
  const moved = all.filter(({ before, fields }) => before.day !== fields.day);
  refuseDaysToCome(
    context,
    moved.map(({ fields }) => fields.day),
  );
  const months = all.flatMap(({ before, fields }) => [before.month, monthOf(fields.day)]);
  await refuseClosedMonths(write, months);
  const given = all.map(({ fields }) => fields);
  await requireDepartment(write, ...given.map(({ departmentId }) => departmentId));
  await requireLinked(write, given);
}

/**
 * Changes many appearances, all or none of them. One keeps its value and its channel while nothing that
 * decides them changes.
 * @returns those that were changed, in the order given.
 * @throws {AltavozFailure} `record_changed`, `record_not_found` unless what moved is left; `month_closed`
 * for the month it is in or goes to, `invalid_input` for a day to come, `total_and_records`.
 */
export function updateClippings(
  context: ActorContext,
  changes: readonly ClippingChange[],
  ifMoved: IfMoved = 'refuse',
): Promise<RecordVersion[]> {
  return transact(context, ['press'], async (write) => {
    const named = await settlePeople(
      write,
      changes.map(({ fields }) => fields),
    );
    const ats = changes.map(({ at }) => at);
    const befores = await readManyForChange(write, clippingKind(''), ats, ifMoved);
    const all = ats.flatMap(({ id }, at): Known[] => {
      const before = befores.get(id);
      const fields = named[at];
      return before && fields ? [{ before, fields }] : [];
    });
    await requireNamed(context, write, all);
    const rows = await updateRecords(context.database, write, await prepare(write, all));
    await replaceLinks(
      write,
      rows.map(({ id }, at) => ({ id, ...linksOf(all[at]?.fields) })),
    );
    await addToPressMonth(write, [
      ...all.flatMap(({ before }) => shareOf(before, -1)),
      ...rows.flatMap((row) => shareOf(row, 1)),
    ]);
    return rows.map(({ id, version }) => ({ id, version }));
  });
}

const linksOf = ({ evidenceIds = [], keyMessageIds = [] }: Partial<ClippingFields> = {}) => ({
  evidenceIds,
  keyMessageIds,
});

/** Changes an appearance. @throws {AltavozFailure} as `updateClippings`. */
export async function updateClipping(
  context: ActorContext,
  at: RecordVersion,
  fields: ClippingFields,
): Promise<RecordVersion> {
  const [changed] = await updateClippings(context, [{ at, fields }]);
  return changed ?? at;
}
