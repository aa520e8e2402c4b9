import { type Kysely, sql } from 'kysely';
import type { Period } from '../../shared/social/figure-schemas.ts';
import type { Tables } from '../database/schema.ts';

/** What is known of a page's posts over two periods; null where its posts were never read. */
export interface PostSums {
  posts: number;
  postsBefore: number;
  engagements: number | null;
  engagementsBefore: number | null;
  /** How many of them have engagements. */
  counted: number;
  countedBefore: number;
  lastPostDay: string | null;
}

const unread: PostSums = {
  posts: 0,
  postsBefore: 0,
  engagements: null,
  engagementsBefore: null,
  counted: 0,
  countedBefore: 0,
  lastPostDay: null,
};

const idsPerQuery = 500;

const within = ({ from, to }: Period) => sql`day >= ${from} and day <= ${to}`;
const engagementsOf = (period: Period) =>
  sql`cast(sum(case when ${within(period)} then engagements end) as bigint)`;
const countedOf = (period: Period) =>
  sql`cast(count(case when ${within(period)} then engagements end) as integer)`;
const given = (sum: number | string | null) => (sum === null ? null : Number(sum));

interface SumRow extends PostSums {
  pageId: string;
}

/**
 * Posts of each page in a period and in the one it is compared with, and the day of the newest
 * until the period's end. Pages of which no post is kept and none was ever read are missing.
 */
export async function selectPostSums(
  db: Kysely<Tables>,
  ids: readonly string[],
  period: Period,
  before: Period,
): Promise<Map<string, PostSums>> {
  const found = new Map<string, PostSums>();
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const some = ids.slice(start, start + idsPerQuery);
    const read = await db
      .selectFrom('pagePart')
      .select('pageId')
      .where('pageId', 'in', some)
      .where('part', '=', 'posts')
      .where('succeededAt', 'is not', null)
      .execute();
    for (const { pageId } of read) found.set(pageId, unread);
    const { rows } = await sql<SumRow>`
      select page_id,
        cast(sum(case when ${within(period)} then 1 else 0 end) as integer) as posts,
        cast(sum(case when ${within(before)} then 1 else 0 end) as integer) as posts_before,
        ${engagementsOf(period)} as engagements, ${engagementsOf(before)} as engagements_before,
        ${countedOf(period)} as counted, ${countedOf(before)} as counted_before,
        max(case when day <= ${period.to} then day end) as last_post_day
      from post where page_id in (${sql.join(some)})
      group by page_id`.execute(db);
    for (const { pageId, ...sums } of rows) {
      const engagements = given(sums.engagements);
      found.set(pageId, { ...sums, engagements, engagementsBefore: given(sums.engagementsBefore) });
    }
  }
  return found;
}
