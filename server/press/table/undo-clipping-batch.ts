import { AltavozFailure } from '../../../shared/failure.ts';
import type { ActorContext } from '../../context.ts';
import { transact, type Write } from '../../transaction.ts';
import { addToPressMonth, type MonthShare, shareOf, sumShares } from '../press-month.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import {
  type BatchRow,
  type batchColumns,
  replaceMessages,
  selectBatchRows,
  storeRow,
} from './batch-rows.ts';

type Before = Partial<Pick<BatchRow, (typeof batchColumns)[number] | 'keyMessageIds'>>;

/** What the appearances of a batch were, but for those that somebody changed since. */
async function selectUntouched(write: Write, batchId: string): Promise<Map<string, Before>> {
  const rows = await write.db
    .selectFrom('clippingBatchRow as row')
    .innerJoin('clipping', 'clipping.id', 'row.clippingId')
    .select(['row.clippingId', 'row.before'])
    .where('row.batchId', '=', batchId)
    .whereRef('clipping.version', '=', 'row.versionAfter')
    .orderBy('row.clippingId')
    .execute();
  return new Map(rows.map(({ clippingId, before }) => [clippingId, JSON.parse(before) as Before]));
}

async function putBack(write: Write, row: BatchRow, before: Before): Promise<MonthShare[]> {
  const { keyMessageIds, ...columns } = before;
  await storeRow(write, row, columns);
  if (keyMessageIds) await replaceMessages(write, row.id, keyMessageIds);
  return [...shareOf(row, -1), ...shareOf({ ...row, ...columns }, 1)];
}

/**
 * Puts the appearances of a batch back as they were before it; those that somebody changed since
 * stay as they are, and are counted.
 * @throws {AltavozFailure} `record_not_found`; `batch_undone` when it was undone before;
 * `month_closed` when a month was closed since.
 */
export function undoClippingBatch(
  context: ActorContext,
  { id }: { id: string },
): Promise<{ id: string; restored: number; kept: number }> {
  return transact(context, ['press'], async (write) => {
    const batch = await write.db
      .selectFrom('clippingBatch')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    const record = 'clipping_batch';
    if (!batch) throw new AltavozFailure({ code: 'record_not_found', record, id });
    if (batch.undoneAt !== null) throw new AltavozFailure({ code: 'batch_undone' });
    const untouched = await selectUntouched(write, id);
    const seen = new Map([...untouched.keys()].map((key) => [key, undefined]));
    const rows = await selectBatchRows(write, seen);
    await refuseClosedMonths(
      write,
      rows.map(({ month }) => month),
    );
    let shares: MonthShare[] = [];
    for (const row of rows) {
      shares = sumShares([...shares, ...(await putBack(write, row, untouched.get(row.id) ?? {}))]);
    }
    await addToPressMonth(write, shares);
    const [restored, kept] = [rows.length, batch.count - rows.length];
    const undone = { undoneAt: write.at, undoneBy: write.actor.name, kept };
    await write.db.updateTable('clippingBatch').set(undone).where('id', '=', id).execute();
    await write.audit({ action: 'undo', record, recordId: id, details: { restored, kept } });
    return { id, restored, kept };
  });
}
