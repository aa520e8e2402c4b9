import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { listMonths, type MonthPeriod } from '../../../shared/calendar/month.ts';
import type {
  MonthProduction,
  MonthProductionRow,
  ProductionOfKind,
  ProductionState,
} from '../../../shared/output/months/production.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { OutputConfirmationTable } from '../../database/output-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { listKinds } from '../output-kinds.ts';

/** How much of each kind each month of a period has, planned and called off too. */
async function selectCounts(db: Kysely<Tables>, { from, to }: MonthPeriod) {
  const counted = await db
    .selectFrom('outputMonth')
    .select(['month', 'kind', 'source', 'count'])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .execute();
  // Every item has one value of a dimension, empty where it says none: any of them counts all.
  const notDone = await db
    .selectFrom('outputMonthState')
    .select(['month', 'kind', 'state'])
    .select(({ fn }) => fn.sum<number | string>('count').as('count'))
    .where('dimension', '=', 'department')
    .where('state', 'in', ['planned', 'cancelled'])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['month', 'kind', 'state'])
    .execute();
  return { counted, notDone: notDone.map((row) => ({ ...row, count: Number(row.count) })) };
}

function stateOf(last: OutputConfirmationTable | undefined): ProductionState {
  if (!last) return { state: 'open' };
  const { revision, at, actorName: by, reason } = last;
  return last.action === 'confirm'
    ? { state: 'confirmed', revision, at, by }
    : { state: 'reopened', revision, at, by, reason: reason ?? '' };
}

/** What a month has of every kind that is logged, or that it has anything of. */
export async function readTotals(
  database: Pick<OpenDatabase, 'db'>,
  month: string,
): Promise<ProductionOfKind[]> {
  const { counted, notDone } = await selectCounts(database.db, { from: month, to: month });
  const has = new Set([...counted, ...notDone].map(({ kind }) => kind));
  const kinds = await listKinds(database as OpenDatabase);
  return kinds
    .filter(({ id, isActive }) => isActive || has.has(id))
    .map(({ id }) => {
      const of = (source: string) =>
        counted.find((row) => row.kind === id && row.source === source)?.count;
      const standing = (state: string) =>
        notDone.find((row) => row.kind === id && row.state === state)?.count ?? 0;
      return {
        kind: id,
        done: of('records') ?? 0,
        planned: standing('planned'),
        cancelled: standing('cancelled'),
        tally: of('tally') ?? null,
      };
    });
}

/** Tells what a month has from what it had. */
export function stampOf(totals: readonly ProductionOfKind[]): string {
  return createHash('sha256').update(JSON.stringify(totals)).digest('hex').slice(0, 32);
}

/** The confirmations and reopenings of a month, the newest first. */
export function selectRevisions(db: Kysely<Tables>, month: string) {
  return db
    .selectFrom('outputConfirmation')
    .selectAll()
    .where('month', '=', month)
    .orderBy('revision', 'desc')
    .execute();
}

/** A month's output: what it has, whether it is confirmed, and every revision. */
export async function readMonthProduction(
  database: OpenDatabase,
  month: string,
): Promise<MonthProduction> {
  const totals = await readTotals(database, month);
  const revisions = await selectRevisions(database.db, month);
  return {
    month,
    state: stateOf(revisions[0]),
    totals,
    stamp: stampOf(totals),
    revisions: revisions.map(({ revision, action, at, actorName: by, reason, frozen }) => ({
      ...{ revision, action, at, by, reason },
      totals: frozen === null ? null : (JSON.parse(frozen) as ProductionOfKind[]),
    })),
  };
}

/** Every month of a period, the newest first: what it has in all and whether it is confirmed. */
export async function listMonthProductions(
  { db }: OpenDatabase,
  period: MonthPeriod,
): Promise<MonthProductionRow[]> {
  const { counted, notDone } = await selectCounts(db, period);
  const revisions = await db
    .selectFrom('outputConfirmation')
    .selectAll()
    .where('month', '>=', period.from)
    .where('month', '<=', period.to)
    .orderBy('revision')
    .execute();
  const last = new Map(revisions.map((row) => [row.month, row]));
  const sum = (rows: readonly { count: number }[]) =>
    rows.reduce((total, { count }) => total + count, 0);
  return listMonths(period.from, period.to)
    .reverse()
    .map((month) => {
      const own = counted.filter((row) => row.month === month);
      const standing = (state: string) =>
        sum(notDone.filter((row) => row.month === month && row.state === state));
      return {
        month,
        counted: own.length === 0 ? null : sum(own),
        planned: standing('planned'),
        cancelled: standing('cancelled'),
        ...stateOf(last.get(month)),
      };
    });
}
