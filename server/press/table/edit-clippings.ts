import { randomUUID } from 'node:crypto';
import type { ClippingBatch, ClippingChange } from '../../../shared/press/clipping-batch.ts';
import { requireDepartment } from '../../accounts/require-department.ts';
import type { ActorContext } from '../../context.ts';
import { bulkInsert } from '../../database/bulk-insert.ts';
import { transact, type Write } from '../../transaction.ts';
import { requireLinked } from '../link-clipping.ts';
import { addToPressMonth, type MonthShare, shareOf, sumShares } from '../press-month.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import {
  type BatchRow,
  type batchColumns,
  replaceMessages,
  selectBatchRows,
  storeRow,
} from './batch-rows.ts';
import { prepareSelection, selectChosen } from './select-chosen.ts';

type Columns = Pick<BatchRow, (typeof batchColumns)[number]>;

/** What was approved or sent back is no longer what was looked at. */
const notReviewed = { reviewState: null, reviewedAt: null, reviewedBy: null };

/** The columns as a change leaves them; nothing when it leaves them all as they are. */
function changedColumns(
  write: Write,
  row: BatchRow,
  { isRemoved, addKeyMessageIds: _added, removeKeyMessageIds: _taken, ...change }: ClippingChange,
): Partial<Columns> | undefined {
  const wanted = { ...change, ...(isRemoved ? { deletedAt: write.at } : {}) };
  const changed = Object.entries(wanted).filter(
    ([column, value]) => value !== undefined && row[column as keyof Columns] !== value,
  );
  return changed.length > 0 ? Object.fromEntries(changed) : undefined;
}

function changedMessages(
  { keyMessageIds }: BatchRow,
  change: ClippingChange,
): string[] | undefined {
  const { addKeyMessageIds, removeKeyMessageIds } = change;
  const kept = keyMessageIds.filter((id) => !removeKeyMessageIds.includes(id));
  const after = [...new Set([...kept, ...addKeyMessageIds])];
  const isSame = after.length === keyMessageIds.length && kept.length === keyMessageIds.length;
  return isSame ? undefined : after;
}

interface Changed {
  /** What undoing puts back, as JSON. */
  before: string;
  version: number;
  shares: MonthShare[];
}

/** Changes one appearance; nothing when there is nothing to change. */
async function changeRow(
  write: Write,
  row: BatchRow,
  change: ClippingChange,
): Promise<Changed | undefined> {
  const columns = changedColumns(write, row, change);
  const messages = changedMessages(row, change);
  if (!columns && !messages) return undefined;
  const after = { ...columns, ...notReviewed };
  const version = await storeRow(write, row, after);
  if (messages) await replaceMessages(write, row.id, messages);
  const names = Object.keys(after) as (keyof Columns)[];
  const was = Object.fromEntries(names.map((name) => [name, row[name]]));
  const before = messages ? { ...was, keyMessageIds: row.keyMessageIds } : was;
  const shares = [...shareOf(row, -1), ...shareOf({ ...row, ...after }, 1)];
  return { before: JSON.stringify(before), version, shares };
}

const rowColumns = ['batch_id', 'clipping_id', 'version_after', 'before'];

async function insertBatch(
  write: Write,
  batch: { id: string; change: ClippingChange; count: number },
): Promise<void> {
  const { id, change, count } = batch;
  const stamp = { at: write.at, actorName: write.actor.name, undoneAt: null, undoneBy: null };
  await write.db
    .insertInto('clippingBatch')
    .values({ id, change: JSON.stringify(change), count, kept: 0, ...stamp })
    .execute();
  const details = { change, count };
  await write.audit({ action: 'edit', record: 'clipping_batch', recordId: id, details });
}

/**
 * Changes the same of many appearances, all or none, in a batch that can be undone; those that
 * are so already stay untouched and are not counted.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `selection_moved`,
 * `selection_too_large`; `month_closed` when any of them is in a closed month.
 */
export async function editClippings(
  context: ActorContext,
  { selection, change }: ClippingBatch,
): Promise<{ id: string; count: number }> {
  const prepared = await prepareSelection(context.database, selection);
  return transact(context, ['press'], async (write) => {
    const rows = await selectBatchRows(write, await selectChosen(write, selection, prepared));
    await refuseClosedMonths(
      write,
      rows.map(({ month }) => month),
    );
    await requireDepartment(write, change.departmentId ?? null);
    const { addKeyMessageIds: keyMessageIds, eventId = null } = change;
    await requireLinked(write, [{ evidenceIds: [], keyMessageIds, eventId }]);
    const id = randomUUID();
    const kept: (string | number)[][] = [];
    let shares: MonthShare[] = [];
    for (const row of rows) {
      const changed = await changeRow(write, row, change);
      if (!changed) continue;
      kept.push([id, row.id, changed.version, changed.before]);
      shares = sumShares([...shares, ...changed.shares]);
    }
    await insertBatch(write, { id, change, count: kept.length });
    const target = { table: 'clipping_batch_row', columns: rowColumns };
    await bulkInsert(context.database, write, target, kept);
    await addToPressMonth(write, shares);
    return { id, count: kept.length };
  });
}
