import { type Kysely, sql } from 'kysely';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import { headlineTones } from '../../../shared/press/headline.ts';
import type { ClosedRow, ReviewedRow, ReviewedTally } from '../../../shared/press/review-rows.ts';
import type { Flag } from '../../database/record-columns.ts';
import type { Tables } from '../../database/schema.ts';
import { findDuplicatesOf } from '../duplicates/list-likeness.ts';
import { rateApproval } from '../rate-approval.ts';

interface StoredRow
  extends Omit<ReviewedRow, 'underContract' | 'isDuplicated' | 'evidenceCount' | 'commentCount'> {
  underContract: Flag;
  urlKey: string | null;
  titleKey: string;
}

/** The addresses of a month that several appearances of any month have; one text syndicated on purpose aside. */
async function selectSharedAddresses(db: Kysely<Tables>, month: string): Promise<Set<string>> {
  // Removed ones are left out after grouping: with nothing but the address to go by, it is what is looked up.
  const { rows } = await sql<{ urlKey: string }>`select url_key as "urlKey" from clipping
    where url_key in (
      select url_key from clipping where month = ${month} and deleted_at is null
        and url_key is not null)
    group by url_key
    having count(case when deleted_at is null then 1 end) > 1
      and (count(case when deleted_at is null and syndication_id is null then 1 end) > 0
        or count(distinct case when deleted_at is null then syndication_id end) > 1)`.execute(
    db.withoutPlugins(),
  );
  return new Set(rows.map((row) => row.urlKey));
}

/** Whether any file of a month's appearances belongs to another appearance too. */
async function isEvidenceShared(db: Kysely<Tables>, month: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select evidence_id as id from clipping_evidence
    where evidence_id in (
      select evidence_id from clipping_evidence
      where clipping_id in (select id from clipping where month = ${month} and deleted_at is null))
    group by evidence_id having count(*) > 1 limit 1`.execute(db.withoutPlugins());
  return rows.length > 0;
}

/** How many files or comments each appearance of a month has; those without any have no row. */
async function countAttached(
  db: Kysely<Tables>,
  table: 'clipping_evidence' | 'clipping_comment',
  month: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select clipping_id as id, count(*) as count from ${sql.table(table)}
    where clipping_id in (select id from clipping where month = ${month} and deleted_at is null)
    group by clipping_id`.execute(db.withoutPlugins());
  return new Map(rows.map((row) => [row.id, row.count]));
}

const pieceOf = ({ outletId, day, titleKey }: StoredRow) => `${outletId} ${day} ${titleKey}`;

/** How many appearances each outlet, day and title has. */
function countPieces(rows: readonly StoredRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(pieceOf(row), (counts.get(pieceOf(row)) ?? 0) + 1);
  return counts;
}

interface Told extends Pick<ReviewedRow, 'isDuplicated' | 'evidenceCount' | 'commentCount'> {
  row: StoredRow;
}

/** By name, and not copied: a month may have thousands. */
function reviewedRow({ row, isDuplicated, evidenceCount, commentCount }: Told): ReviewedRow {
  return {
    id: row.id,
    version: row.version,
    day: row.day,
    title: row.title,
    outletId: row.outletId,
    outletName: row.outletName,
    medium: row.medium,
    channel: row.channel,
    format: row.format,
    tone: row.tone,
    standing: row.standing,
    grade: row.grade,
    valueCop: row.valueCop,
    valueWithVatCop: row.valueWithVatCop,
    underContract: row.underContract === 1,
    rateApproval: row.rateApproval,
    reviewState: row.reviewState,
    evidenceCount,
    commentCount,
    isDuplicated,
  };
}

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
      url_key as "urlKey", title_key as "titleKey", ${rateApproval} as "rateApproval"
    from clipping join outlet on outlet.id = clipping.outlet_id
    where month = ${month} and clipping.deleted_at is null
    order by day, clipping.id`.execute(db.withoutPlugins());
  const addresses = await selectSharedAddresses(db, month);
  const evidence = await countAttached(db, 'clipping_evidence', month);
  const comments = await countAttached(db, 'clipping_comment', month);
  const pieces = countPieces(rows);
  const looksTwice = (row: StoredRow) =>
    (row.urlKey !== null && addresses.has(row.urlKey)) || (pieces.get(pieceOf(row)) ?? 0) > 1;
  // Few months have any sign of one appearance twice, and only those are looked at closely.
  const hasSigns = rows.some(looksTwice) || (await isEvidenceShared(db, month));
  const twice = hasSigns ? await findDuplicatesOf(db, month) : new Set<string>();
  return rows.map((row) =>
    reviewedRow({
      row,
      evidenceCount: evidence.get(row.id) ?? 0,
      commentCount: comments.get(row.id) ?? 0,
      isDuplicated: twice.has(row.id),
    }),
  );
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
    from press_month_mix where tone in (${sql.join(headlineTones)}) and month in (${sql.join(months)})
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

/** The SHA-256 of the files of a month's closings. */
export function selectFileHashes(db: Kysely<Tables>, month: string) {
  return db
    .selectFrom('monthCloseFile')
    .innerJoin('monthClose', 'monthClose.id', 'monthCloseFile.monthCloseId')
    .select(['monthCloseId', 'format', 'sha256'])
    .where('month', '=', month)
    .orderBy('format')
    .execute();
}
