import { randomUUID } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import {
  mostRevalued,
  type RevaluationAgreed,
  type RevaluationPreview,
  type RevaluationPreviewed,
  type RevaluationScope,
} from '../../../shared/press/revaluation.ts';
import { foldForSearch } from '../../../shared/records.ts';
import type { ActorContext, House } from '../../context.ts';
import { bulkInsert } from '../../database/bulk-insert.ts';
import { transact, type Write } from '../../transaction.ts';
import { addToPressMonth, type MonthShare, shareOf, sumShares } from '../press-month.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import {
  byPricesOfNow,
  type PlannedPart,
  type PlannedValue,
  planRevaluation,
} from './plan-revaluation.ts';
import { showValueChanges, sumUpPlan } from './sum-up-plan.ts';

/** What valuing a scope again would change, and the seal by which it is agreed to. Nothing is stored. */
export async function previewRevaluation(
  { database, now }: House,
  { page, pageSize, ...scope }: RevaluationPreviewed,
): Promise<RevaluationPreview> {
  const plan = planRevaluation(database.db, scope, byPricesOfNow(now().toISOString()));
  return showValueChanges(database.db, plan, { page, pageSize });
}

const rowsAtATime = 500;

/** The columns that undoing puts back. */
const keptColumns = [
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
    .select(['id', 'version', 'month', 'channel', 'tone', 'underContract', 'deletedAt'])
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

async function storePlan(
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

/**
 * Values appearances again by the prices of now, exactly as a preview showed it, in one batch
 * that can be undone. The plan is read twice: added up, and only then written, some at a time.
 * @throws {AltavozFailure} `revaluation_moved` when anything changed since the preview, or
 * nothing would; `month_closed` when a closed month would change; `invalid_input` when there are
 * more than one batch takes.
 */
export function revalueClippings(
  context: ActorContext,
  { seal, reason, ...scope }: RevaluationAgreed,
): Promise<{ id: string; count: number }> {
  return transact(context, ['press'], async (write) => {
    const plan = () => planRevaluation(write.db, scope, byPricesOfNow(write.at));
    const sum = await sumUpPlan(plan(), { most: mostRevalued });
    const { total: count, valueBefore, valueAfter } = sum;
    if (count > mostRevalued) throw tooMany();
    if (count === 0 || sum.seal !== seal) throw new AltavozFailure({ code: 'revaluation_moved' });
    await refuseClosedMonths(write, sum.months);
    const id = randomUUID();
    const sums = { count, valueBefore, valueAfter };
    await insertRevaluation(write, { id, reason, scope, ...sums });
    await storePlan(context, write, id, plan());
    const details = { ...scope, reason, ...sums };
    await write.audit({ action: 'revalue', record: 'revaluation', recordId: id, details });
    return { id, count };
  });
}

/** Others wait while a batch is written: a larger one is done in several. */
function tooMany(): AltavozFailure {
  const field = { path: 'to', rule: 'period_too_long', facts: {} };
  return new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

interface NewRevaluation {
  id: string;
  reason: string;
  scope: RevaluationScope;
  count: number;
  valueBefore: number;
  valueAfter: number;
}

async function insertRevaluation(write: Write, { scope, ...own }: NewRevaluation): Promise<void> {
  const row = {
    ...own,
    at: write.at,
    actorName: write.actor.name,
    searchText: foldForSearch(`${own.reason} ${write.actor.name}`),
    criteria: JSON.stringify(scope),
    undoneAt: null,
    undoneBy: null,
    kept: 0,
  };
  await write.db.insertInto('revaluation').values(row).execute();
}
