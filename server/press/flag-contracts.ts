import type { Selectable } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import type { OutletTable } from '../database/press-schema.ts';
import type { Flag } from '../database/record-columns.ts';
import type { Write } from '../transaction.ts';
import { addToPressMonth, shareOf } from './press-month.ts';
import { selectClosedMonths } from './refuse-closed-months.ts';
import { contractFlag } from './value-clipping-row.ts';

/** A statement takes only so many parameters. */
const idsAtATime = 500;

async function setFlag(write: Write, ids: readonly string[], underContract: Flag): Promise<void> {
  for (let start = 0; start < ids.length; start += idsAtATime) {
    await write.db
      .updateTable('clipping')
      .set({ underContract })
      .where('id', 'in', ids.slice(start, start + idsAtATime))
      .execute();
  }
}

/**
 * Marks the appearances of an outlet anew by its contracts, and moves the sums that tell them
 * apart; closed months stay as they were closed.
 * @returns how many changed.
 */
export async function flagContracts(
  write: Write,
  outlet: Pick<Selectable<OutletTable>, 'id' | 'contracts'>,
): Promise<number> {
  const rows = await write.db
    .selectFrom('clipping')
    .select(['id', 'day', 'month', 'channel', 'tone', 'grade', 'standing', 'underContract'])
    .select(['valueCop', 'valueWithVatCop', 'deletedAt'])
    .where('outletId', '=', outlet.id)
    .execute();
  const closed = await selectClosedMonths(
    write.db,
    rows.map(({ day }) => monthOf(day)),
  );
  const isClosed = new Set(closed.map(({ month }) => month));
  const moved = rows.flatMap((row) => {
    const after = contractFlag(outlet, row.day);
    return after === row.underContract || isClosed.has(row.month) ? [] : [{ row, after }];
  });
  for (const flag of [0, 1] as const) {
    const ids = moved.filter(({ after }) => after === flag).map(({ row }) => row.id);
    await setFlag(write, ids, flag);
  }
  const shares = moved.flatMap(({ row, after }) => [
    ...shareOf(row, -1),
    ...shareOf({ ...row, underContract: after }, 1),
  ]);
  await addToPressMonth(write, shares);
  return moved.length;
}
