import { type Kysely, sql } from 'kysely';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { ClosedRow, ReviewedRow, ReviewedTally } from '../../../shared/press/review-rows.ts';
import type { Flag } from '../../database/record-columns.ts';
import type { Tables } from '../../database/schema.ts';

interface StoredRow extends Omit<ReviewedRow, 'underContract' | 'isDuplicated'> {
  underContract: Flag;
  isDuplicated: Flag;
}

/** Another appearance has the address, or the outlet, day and title; texts syndicated on purpose aside. */
const isDuplicated = sql`case when exists (
    select 1 from clipping other where other.url_key = clipping.url_key
      and other.id <> clipping.id and other.deleted_at is null
      and (other.syndication_id is null or other.syndication_id is distinct from clipping.syndication_id)
  ) or exists (
    select 1 from clipping other where other.title_key = clipping.title_key
      and other.day = clipping.day and other.outlet_id = clipping.outlet_id
      and other.id <> clipping.id and other.deleted_at is null
  ) then 1 else 0 end`;

/** The appearances of a month, removed ones aside, in the order in which they were published. */
export async function selectReviewedRows(
  db: Kysely<Tables>,
  month: string,
): Promise<ReviewedRow[]> {
  const { rows } = await sql<StoredRow>`
    select clipping.id, clipping.version, day, title, outlet_id as "outletId",
      outlet.name as "outletName", outlet.medium, channel, format, tone, standing, grade,
      value_cop as "valueCop", value_with_vat_cop as "valueWithVatCop",
      under_contract as "underContract", review_state as "reviewState",
      (select count(*) from clipping_evidence where clipping_id = clipping.id) as "evidenceCount",
      (select count(*) from clipping_comment where clipping_id = clipping.id) as "commentCount",
      ${isDuplicated} as "isDuplicated"
    from clipping join outlet on outlet.id = clipping.outlet_id
    where month = ${month} and clipping.deleted_at is null
    order by day, clipping.id`.execute(db.withoutPlugins());
  return rows.map((row) => ({
    ...row,
    underContract: row.underContract === 1,
    isDuplicated: row.isDuplicated === 1,
  }));
}

/** The totals of a month that stand for records it does not have. */
export async function selectReviewedTallies(
  db: Kysely<Tables>,
  month: string,
): Promise<ReviewedTally[]> {
  const rows = await db
    .selectFrom('pressTally')
    .select(['channel', 'count', 'valueCop', 'source'])
    .where('month', '=', month)
    .where('deletedAt', 'is', null)
    .orderBy('channel', 'desc')
    .execute();
  return rows as ReviewedTally[];
}

/** The whole pesos from which the office looks at an appearance; absent when it set none. */
export async function selectThreshold(db: Kysely<Tables>): Promise<number | null> {
  const row = await db.selectFrom('reviewThreshold').select('amountCop').executeTakeFirst();
  return row?.amountCop ?? null;
}

interface StoredSum {
  month: string;
  count: number;
  value: number;
  unvalued: number;
}

const sums = sql`month, sum(count) as count, sum(value) as value, sum(unvalued) as unvalued`;

/** What some months add up to, records and monthly totals together; those without any have no row. */
export async function selectMonthSums(db: Kysely<Tables>, months: readonly string[]) {
  const { rows } = await sql<StoredSum>`select ${sums} from press_month
    where month in (${sql.join(months)}) group by month`.execute(db.withoutPlugins());
  return new Map(rows.map((row) => [row.month, row]));
}

/** What each month of a period adds up to; those without any have no row. */
export async function selectMonthsWithin(db: Kysely<Tables>, { from, to }: MonthPeriod) {
  const { rows } = await sql<StoredSum>`select ${sums} from press_month
    where month >= ${from} and month <= ${to} group by month`.execute(db.withoutPlugins());
  return new Map(rows.map((row) => [row.month, row]));
}

/** The headline of some months, from records alone; those without any have no row. */
export async function selectHeadlines(db: Kysely<Tables>, months: readonly string[]) {
  const { rows } = await sql<StoredSum>`select month, sum(count) as count, sum(value) as value,
      sum(case when grade = '' then count else 0 end) as unvalued
    from press_month_mix where tone in ('positive', 'neutral') and month in (${sql.join(months)})
    group by month`.execute(db.withoutPlugins());
  return new Map(rows.map((row) => [row.month, row]));
}

/** The closings and reopenings of a month, the newest first. */
export function selectRevisions(db: Kysely<Tables>, month: string) {
  return db
    .selectFrom('monthClose')
    .selectAll()
    .where('month', '=', month)
    .orderBy('revision', 'desc')
    .execute();
}

/** The newest revision of each month of a period that was ever closed. */
export async function selectLastRevisions(db: Kysely<Tables>, { from, to }: MonthPeriod) {
  return db
    .selectFrom('monthClose as last')
    .select(['month', 'revision', 'action', 'at', 'actorName', 'reason'])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where((last) =>
      last.not(
        last.exists(
          last
            .selectFrom('monthClose as later')
            .select('later.id')
            .whereRef('later.month', '=', 'last.month')
            .whereRef('later.revision', '>', 'last.revision'),
        ),
      ),
    )
    .execute();
}

/** The appearances of a closing, in the order in which they were kept. */
export async function selectClosedRows(db: Kysely<Tables>, closeId: string): Promise<ClosedRow[]> {
  const rows = await db
    .selectFrom('monthCloseClipping')
    .select('frozenRow')
    .where('monthCloseId', '=', closeId)
    .orderBy('position')
    .execute();
  return rows.map((row) => JSON.parse(row.frozenRow) as ClosedRow);
}
