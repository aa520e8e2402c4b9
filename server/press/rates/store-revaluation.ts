import { randomUUID } from 'node:crypto';
import type { OutletMove } from '../../../shared/press/outlet-reach.ts';
import type { RevaluationScope } from '../../../shared/press/revaluation.ts';
import { foldForSearch, type RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { bulkInsert } from '../../database/bulk-insert.ts';
import type { Write } from '../../transaction.ts';
import { addToPressMonth, type MonthShare, shareOf, sumShares } from '../press-month.ts';
import type { PlannedPart, PlannedValue } from './plan-revaluation.ts';

const rowsAtATime = 500;

/** The columns that undoing puts back. */
export const keptColumns = [
  'channel',
  'rateId',
  'standing',
  'valueCop',
  'valueWithVatCop',
  'grade',
  'valuation',
  'reviewState',
  'reviewedAt',
  'reviewedBy',
] as const;

/** What was approved or sent back is no longer what was looked at. */
const notReviewed = { reviewState: null, reviewedAt: null, reviewedBy: null };

async function storePart(
  context: ActorContext,
  write: Write,
  revaluationId: string,
  part: readonly PlannedValue[],
): Promise<MonthShare[]> {
  const before = await write.db
    .selectFrom('clipping')
    .select(['id', 'version', 'month', 'tone', 'underContract', 'deletedAt'])
    .select(keptColumns)
    .where(
      'id',
      'in',
      part.map(({ row }) => row.id),
    )
    .execute();
  const byId = new Map(before.map((row) => [row.id, row]));
  const stamp = { updatedAt: write.at, updatedBy: write.actor.name, ...notReviewed };
  const shares: MonthShare[] = [];
  const kept: (string | number)[][] = [];
  for (const { row, after } of part) {
    const was = byId.get(row.id);
    if (!was) continue;
    const version = was.version + 1;
    await write.db
      .updateTable('clipping')
      .set({ ...after, ...stamp, version })
      .where('id', '=', row.id)
      .execute();
    const columns = Object.fromEntries(keptColumns.map((column) => [column, was[column]]));
    kept.push([revaluationId, row.id, version, JSON.stringify(columns)]);
    shares.push(...shareOf(was, -1), ...shareOf({ ...was, ...after }, 1));
  }
  const columns = ['revaluation_id', 'clipping_id', 'version_after', 'before'];
  await bulkInsert(context.database, write, { table: 'revaluation_change', columns }, kept);
  return shares;
}

async function storeParts(
  context: ActorContext,
  write: Write,
  revaluationId: string,
  parts: AsyncIterable<PlannedPart>,
): Promise<void> {
  let shares: MonthShare[] = [];
  for await (const { changes } of parts) {
    for (let start = 0; start < changes.length; start += rowsAtATime) {
      const some = changes.slice(start, start + rowsAtATime);
      const moved = await storePart(context, write, revaluationId, some);
      shares = sumShares([...shares, ...moved]);
    }
  }
  await addToPressMonth(write, shares);
}

interface NewRevaluation {
  /** Empty where an outlet was followed, which says it. */
  reason: string;
  scope: RevaluationScope;
  count: number;
  valueBefore: number;
  valueAfter: number;
  /** The outlet that the appearances follow, in the version that it has now. */
  outlet?: RecordVersion & OutletMove;
}

/**
 * Stores a plan as one batch that can be undone, with its audit row and what its months count.
 * @returns the id of the batch.
 * @throws {AltavozFailure} `total_and_records` where a month's total is counted too and nobody chose so.
 */
export async function storeRevaluation(
  context: ActorContext,
  write: Write,
  { scope, outlet, ...own }: NewRevaluation,
  parts: AsyncIterable<PlannedPart>,
): Promise<string> {
  const id = randomUUID();
  const { id: outletId = null, version: outletVersion = null, ...move } = outlet ?? {};
  const row = {
    ...own,
    id,
    at: write.at,
    actorName: write.actor.name,
    searchText: foldForSearch(`${outlet?.name ?? own.reason} ${write.actor.name}`),
    criteria: JSON.stringify(scope),
    undoneAt: null,
    undoneBy: null,
    kept: 0,
    outletId,
    outletVersion,
    outletMove: outlet ? JSON.stringify(move) : null,
  };
  await write.db.insertInto('revaluation').values(row).execute();
  await storeParts(context, write, id, parts);
  const details = { ...scope, ...own, ...(outlet ? { outlet: move } : {}) };
  await write.audit({ action: 'revalue', record: 'revaluation', recordId: id, details });
  return id;
}
