import { sql } from 'kysely';
import type { PostsListed } from '../../shared/social/pull.ts';
import type { Write } from '../transaction.ts';

/** A reading of all the posts of a page that came to its end. */
export interface WholeReading {
  pageId: string;
  /** ISO UTC: what was read since then, the reading saw. */
  beganAt: string;
  listed: PostsListed;
}

interface YearSeen {
  year: string;
  posts: number;
  oldest: string;
}

/** A network that ranks its list gives six hundred posts of a year at most; of fewer it left none out. */
const ofRankedYear = 500;

const ofNetwork = sql`post_reading.page_id = post.page_id
  and post_reading.external_id = post.external_id and post_reading.source = 'api'`;

/** What the reading saw of each year. */
async function selectYearsSeen(write: Write, { pageId, beganAt }: WholeReading) {
  const { rows } = await sql<YearSeen>`
    select year, cast(count(*) as integer) as posts, min(published_at) as oldest
    from (
      select substr(post.published_at, 1, 4) as year, post.published_at from post
      where post.page_id = ${pageId} and exists (
        select 1 from post_reading where ${ofNetwork} and post_reading.captured_at >= ${beganAt}
      )
    ) as seen
    group by year order by year`.execute(write.db);
  return rows;
}

/**
 * Marks the posts that the network gave once and that a reading of all of them no longer saw, inside a
 * write under way; one that saw none marks none. Returns how many it marked. A post that the network
 * gives again is there again (`writePosts`).
 */
export async function markGonePosts(write: Write, reading: WholeReading): Promise<number> {
  const { pageId, beganAt, listed } = reading;
  const years = await selectYearsSeen(write, reading);
  const [first] = years;
  if (!first) return 0;
  const whole = years.filter(({ posts }) => posts < ofRankedYear).map(({ year }) => year);
  if (listed === 'ranked' && whole.length === 0) return 0;
  const ofYears =
    listed === 'ranked' ? sql`and substr(published_at, 1, 4) in (${sql.join(whole)})` : sql``;
  const { numAffectedRows = 0n } = await sql`
    update post set gone_at = ${write.at}
    where page_id = ${pageId} and gone_at is null ${ofYears}
      and published_at >= ${listed === 'whole' ? '' : first.oldest} and exists (
        select 1 from post_reading where ${ofNetwork} and post_reading.captured_at < ${beganAt}
      )`.execute(write.db);
  return Number(numAffectedRows);
}
