import { sql } from 'kysely';
import { monthOf } from '../../shared/calendar/day.ts';
import { listMonths } from '../../shared/calendar/month.ts';
import type { PostHour, PostMonth } from '../../shared/social/figure-rows.ts';
import type { PostHoursQuery, PostMonthsQuery } from '../../shared/social/figure-schemas.ts';
import type { House } from '../context.ts';
import { arePostsKnown, selectPostSpans } from './select-post-spans.ts';

interface DayHour {
  day: string;
  hour: number;
  posts: number;
  counted: number;
  engagements: number | null;
}

const numberOf = (value: number | string | null) => (value === null ? null : Number(value));

/** The weekday of a day of the calendar, 0 for Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const add = (a: number | null, b: number | null) =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/**
 * Posts by weekday and hour of the office's time zone; hours without any are left out, and so are posts
 * that their network no longer has or whose file tells no hour.
 */
export async function readPostHours(house: House, query: PostHoursQuery): Promise<PostHour[]> {
  const ofPage = query.pageId === undefined ? sql`` : sql`and post.page_id = ${query.pageId}`;
  const { rows } = await sql<DayHour>`
    select post.day, post.hour, cast(count(*) as integer) as posts,
      cast(count(post.engagements) as integer) as counted,
      cast(sum(post.engagements) as bigint) as engagements
    from post join page on page.id = post.page_id and page.deleted_at is null
    where post.day >= ${query.from} and post.day <= ${query.to} ${ofPage}
      and post.has_hour = 1 and post.gone_at is null
    group by post.day, post.hour`.execute(house.database.db);
  const hours = new Map<number, PostHour>();
  for (const { day, hour, posts, counted, engagements } of rows) {
    const weekday = weekdayOf(day);
    const key = weekday * 24 + hour;
    const known = hours.get(key) ?? { weekday, hour, posts: 0, counted: 0, engagements: null };
    hours.set(key, {
      ...known,
      posts: known.posts + posts,
      counted: known.counted + counted,
      engagements: add(known.engagements, numberOf(engagements)),
    });
  }
  return [...hours].toSorted(([a], [b]) => a - b).map(([, hour]) => hour);
}

interface MonthRow extends PostMonth {
  ofFiles: number;
}

/**
 * A page's posts by month, with what they came to: none in a month of which it is known that there were
 * none; a month whose posts were not read is left out.
 */
export async function readPostMonths(house: House, query: PostMonthsQuery): Promise<PostMonth[]> {
  const { db } = house.database;
  const { pageId, from, to } = query;
  const span = (await selectPostSpans(db, [pageId])).get(pageId);
  const { rows } = await sql<MonthRow>`
    select month, cast(count(*) as integer) as posts,
      cast(sum(case when source <> 'api' then 1 else 0 end) as integer) as of_files,
      cast(sum(engagements) as bigint) as engagements, cast(sum(views) as bigint) as views
    from (
      select substr(day, 1, 7) as month, source, engagements, views from post
      where page_id = ${pageId} and day >= ${from} and day <= ${to} and gone_at is null
    ) as dated
    group by month`.execute(db);
  const counted = new Map(rows.map((row) => [row.month, row]));
  return listMonths(monthOf(from), monthOf(to)).flatMap((month) => {
    const { posts = 0, ofFiles = 0, engagements = null, views = null } = counted.get(month) ?? {};
    const since = [from, `${month}-01`].toSorted().at(-1) ?? from;
    if (!arePostsKnown(span, { from: since }, { kept: posts, ofFiles })) return [];
    return [{ month, posts, engagements: numberOf(engagements), views: numberOf(views) }];
  });
}
