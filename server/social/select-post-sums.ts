import { type Kysely, sql } from 'kysely';
import type { Period } from '../../shared/social/figure-schemas.ts';
import type { Tables } from '../database/schema.ts';
import { arePostsKnown, type PostSpan, selectPostSpans } from './select-post-spans.ts';

/** What is known of a page's posts over two periods; null where its posts of then were never read. */
export interface PostSums {
  posts: number | null;
  postsBefore: number | null;
  engagements: number | null;
  engagementsBefore: number | null;
  /** How many of them have engagements. */
  counted: number;
  countedBefore: number;
  lastPostDay: string | null;
  /** The days whose posts are known; null when that cannot be told. */
  known: PostSpan | null;
}

const idsPerQuery = 500;

interface SumRow {
  pageId: string;
  posts: number;
  postsBefore: number;
  ofFiles: number;
  ofFilesBefore: number;
  engagements: number | null;
  engagementsBefore: number | null;
  counted: number;
  countedBefore: number;
  lastPostDay: string | null;
  firstDay: string;
  lookedAt: string;
}

const none = {
  ...{ posts: 0, postsBefore: 0, ofFiles: 0, ofFilesBefore: 0 },
  ...{ engagements: null, engagementsBefore: null, counted: 0, countedBefore: 0 },
  lastPostDay: null,
};

interface Periods {
  period: Period;
  before: Period;
}

/** Posts of each page that the network still has, in two periods. */
async function sumPosts(
  db: Kysely<Tables>,
  ids: readonly string[],
  { period, before }: Periods,
): Promise<SumRow[]> {
  const within = ({ from, to }: Period) => sql`day >= ${from} and day <= ${to}`;
  const count = (days: Period, ofFiles = sql``) =>
    sql`cast(sum(case when ${within(days)} ${ofFiles} then 1 else 0 end) as integer)`;
  const ofFiles = sql`and source <> 'api'`;
  const engagements = (days: Period) => sql`case when ${within(days)} then engagements end`;
  const { rows } = await sql<SumRow>`
    select page_id, ${count(period)} as posts, ${count(before)} as posts_before,
      ${count(period, ofFiles)} as of_files, ${count(before, ofFiles)} as of_files_before,
      cast(sum(${engagements(period)}) as bigint) as engagements,
      cast(sum(${engagements(before)}) as bigint) as engagements_before,
      cast(count(${engagements(period)}) as integer) as counted,
      cast(count(${engagements(before)}) as integer) as counted_before,
      max(case when day <= ${period.to} then day end) as last_post_day,
      min(day) as first_day, max(captured_at) as looked_at
    from post where page_id in (${sql.join(ids)}) and gone_at is null
    group by page_id`.execute(db);
  return rows;
}

const given = (sum: number | string | null) => (sum === null ? null : Number(sum));

function composeSums(
  span: PostSpan | undefined,
  row: Omit<SumRow, 'pageId' | 'firstDay' | 'lookedAt'> & Partial<SumRow>,
  { period, before }: Periods,
): PostSums {
  const { posts, postsBefore, ofFiles, ofFilesBefore, firstDay, lookedAt } = row;
  const isKnown = arePostsKnown(span, period, { kept: posts, ofFiles });
  const wasKnown = arePostsKnown(span, before, { kept: postsBefore, ofFiles: ofFilesBefore });
  const brought =
    firstDay !== undefined && lookedAt !== undefined
      ? { from: firstDay, to: lookedAt.slice(0, 10) }
      : null;
  return {
    posts: isKnown ? posts : null,
    postsBefore: wasKnown ? postsBefore : null,
    engagements: isKnown ? given(row.engagements) : null,
    engagementsBefore: wasKnown ? given(row.engagementsBefore) : null,
    counted: isKnown ? row.counted : 0,
    countedBefore: wasKnown ? row.countedBefore : 0,
    lastPostDay: row.lastPostDay,
    known: span ?? brought,
  };
}

/**
 * Posts of each page in a period and in the one it is compared with, and the day of the newest
 * until the period's end; those that their network no longer has are in none. Pages of which no post is
 * kept and none was ever read are missing.
 */
export async function selectPostSums(
  db: Kysely<Tables>,
  ids: readonly string[],
  period: Period,
  before: Period,
): Promise<Map<string, PostSums>> {
  const found = new Map<string, PostSums>();
  const periods = { period, before };
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const some = ids.slice(start, start + idsPerQuery);
    const spans = await selectPostSpans(db, some);
    for (const [id, span] of spans) found.set(id, composeSums(span, none, periods));
    for (const row of await sumPosts(db, some, periods)) {
      found.set(row.pageId, composeSums(spans.get(row.pageId), row, periods));
    }
  }
  return found;
}
