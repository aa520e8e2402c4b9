import { sql } from 'kysely';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { CoveragePart, ToneCounts } from '../../../shared/press/coverage.ts';
import type { OpenDatabase } from '../../database/connection.ts';

type Db = OpenDatabase['db'];

const columnOf = {
  topic: 'clipping.topic',
  department: 'clipping.departmentId',
  origin: 'clipping.origin',
  spokesperson: 'clipping.spokesperson',
  event: 'clipping.eventId',
} as const;
type Column = Exclude<CoveragePart, 'medium' | 'outlet'> | 'event';

/** The appearances of a period that count: neither removed, nor paid for, nor of an own channel. */
function counted(db: Db, { from, to }: MonthPeriod) {
  return db
    .selectFrom('clipping')
    .where('clipping.deletedAt', 'is', null)
    .where('clipping.standing', '<>', 'not_counted')
    .where('clipping.month', '>=', from)
    .where('clipping.month', '<=', to);
}

const toneCount = (tone: string) =>
  sql<number>`sum(case when ${sql.ref('clipping.tone')} = ${tone} then 1 else 0 end)`;

export interface SummedPart extends Omit<ToneCounts, 'unclassified'> {
  key: string | null;
  count: number;
  value: number | null;
  unvalued: number;
  /** The last month of them: its names are the names told. */
  month: string;
}

const sums = [
  sql<number>`count(*)`.as('count'),
  toneCount('positive').as('positive'),
  toneCount('neutral').as('neutral'),
  toneCount('negative').as('negative'),
  sql<number | null>`sum(${sql.ref('clipping.valueCop')})`.as('value'),
  sql<number>`sum(case when ${sql.ref('clipping.standing')} = 'unvalued' then 1 else 0 end)`.as(
    'unvalued',
  ),
] as const;

/** Counts, tones and value of the appearances of a period by outlet, month by month. */
export async function sumOutletMonths(db: Db, period: MonthPeriod): Promise<SummedPart[]> {
  return counted(db, period)
    .select(['clipping.outletId as key', 'clipping.month'])
    .select(sums)
    .groupBy(['clipping.outletId', 'clipping.month'])
    .orderBy('clipping.month')
    .orderBy('clipping.outletId')
    .execute();
}

/** Counts, tones and value of the appearances of a period by one of their columns, the most first. */
export async function sumCoverageBy(
  db: Db,
  period: MonthPeriod,
  column: Column,
): Promise<SummedPart[]> {
  const key = sql.ref<string | null>(columnOf[column]);
  return counted(db, period)
    .select([key.as('key'), sql<string>`max(${sql.ref('clipping.month')})`.as('month')])
    .select(sums)
    .groupBy(key)
    .orderBy('count', 'desc')
    .orderBy(key)
    .execute();
}

/** How many appearances of a period carry each key message, the most first. */
export async function sumMessages(db: Db, period: MonthPeriod) {
  return counted(db, period)
    .innerJoin('clippingKeyMessage as link', 'link.clippingId', 'clipping.id')
    .innerJoin('keyMessage', 'keyMessage.id', 'link.keyMessageId')
    .select(['keyMessage.id', 'keyMessage.text', sql<number>`count(*)`.as('count')])
    .select(sql<string>`max(${sql.ref('clipping.month')})`.as('month'))
    .groupBy(['keyMessage.id', 'keyMessage.text'])
    .orderBy('count', 'desc')
    .orderBy('keyMessage.text')
    .execute();
}

/** How many appearances of a period carry a key message at all. */
export async function countWithMessage(db: Db, period: MonthPeriod): Promise<number> {
  const { count } = await counted(db, period)
    .where((clipping) =>
      clipping.exists(
        clipping
          .selectFrom('clippingKeyMessage as link')
          .select('link.keyMessageId')
          .whereRef('link.clippingId', '=', 'clipping.id'),
      ),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The sums of the period by tone, contract and grade, from the roll-up. */
export async function sumMix(db: Db, { from, to }: MonthPeriod) {
  return db
    .selectFrom('pressMonthMix')
    .select(['tone', 'underContract', 'grade'])
    .select([
      sql<number>`sum(count)`.as('count'),
      sql<number>`sum(value)`.as('value'),
      sql<number>`sum(with_vat)`.as('withVat'),
    ])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .groupBy(['tone', 'underContract', 'grade'])
    .execute();
}

/** What monthly totals add to a period: appearances, their value, absent where none has one, and how many have none. */
export async function sumTallies(db: Db, { from, to }: MonthPeriod) {
  const { tallies, value, count, unvalued } = await db
    .selectFrom('pressTally')
    .select([sql<number>`count(*)`.as('tallies'), sql<number | null>`sum(value_cop)`.as('value')])
    .select([
      sql<number>`coalesce(sum(count), 0)`.as('count'),
      sql<number>`coalesce(sum(case when value_cop is null then count end), 0)`.as('unvalued'),
    ])
    .where('deletedAt', 'is', null)
    .where('month', '>=', from)
    .where('month', '<=', to)
    .executeTakeFirstOrThrow();
  return { hasTallies: tallies > 0, value, count, unvalued };
}

/** The names of some records by identifier. */
export async function selectNames(
  db: Db,
  table: 'department' | 'outputItem',
  ids: readonly string[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const column = table === 'outputItem' ? 'title' : 'name';
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom(table as 'department')
      .select(['id', sql.ref<string>(column).as('name')])
      .where('id', 'in', ids.slice(start, start + 500))
      .execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** What of the outlets tells their appearances apart: few rows, read whole. */
export async function selectOutletFacts(db: Db) {
  const rows = await db.selectFrom('outlet').select(['id', 'name', 'medium', 'audience']).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What people wrote before as topic or spokesperson, the most used first. */
export async function selectWritten(db: Db, column: 'topic' | 'spokesperson', most: number) {
  const key = sql.ref<string>(column);
  const rows = await db
    .selectFrom('clipping')
    .select([key.as('text'), sql<number>`count(*)`.as('count')])
    .where('deletedAt', 'is', null)
    .where(column, 'is not', null)
    .groupBy(key)
    .orderBy('count', 'desc')
    .orderBy(key)
    .limit(most)
    .execute();
  return rows.map(({ text }) => text);
}
