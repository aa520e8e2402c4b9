import { sql } from 'kysely';
import type { PostHour, PostMonth } from '../../shared/social/figure-rows.ts';
import type { PostHoursQuery, PostMonthsQuery } from '../../shared/social/figure-schemas.ts';
import type { House } from '../context.ts';

interface DayHour {
  day: string;
  hour: number;
  posts: number;
  engagements: number | null;
}

const numberOf = (value: number | string | null) => (value === null ? null : Number(value));

/** The weekday of a day of the calendar, 0 for Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const add = (a: number | null, b: number | null) =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/** Posts by weekday and hour of the office's time zone; hours without any are left out. */
export async function readPostHours(house: House, query: PostHoursQuery): Promise<PostHour[]> {
  const ofPage = query.pageId === undefined ? sql`` : sql`and post.page_id = ${query.pageId}`;
  const { rows } = await sql<DayHour>`
    select post.day, post.hour, cast(count(*) as integer) as posts,
      cast(sum(post.engagements) as bigint) as engagements
    from post join page on page.id = post.page_id and page.deleted_at is null
    where post.day >= ${query.from} and post.day <= ${query.to} ${ofPage}
    group by post.day, post.hour`.execute(house.database.db);
  const hours = new Map<number, PostHour>();
  for (const { day, hour, posts, engagements } of rows) {
    const weekday = weekdayOf(day);
    const key = weekday * 24 + hour;
    const known = hours.get(key) ?? { weekday, hour, posts: 0, engagements: null };
    hours.set(key, {
      ...known,
      posts: known.posts + posts,
      engagements: add(known.engagements, numberOf(engagements)),
    });
  }
  return [...hours].toSorted(([a], [b]) => a - b).map(([, hour]) => hour);
}

/** A page's posts by month, with what they came to; months without any are left out. */
export async function readPostMonths(house: House, query: PostMonthsQuery): Promise<PostMonth[]> {
  const { rows } = await sql<PostMonth>`
    select month, cast(count(*) as integer) as posts,
      cast(sum(engagements) as bigint) as engagements, cast(sum(views) as bigint) as views
    from (
      select substr(day, 1, 7) as month, engagements, views from post
      where page_id = ${query.pageId} and day >= ${query.from} and day <= ${query.to}
    ) as dated
    group by month order by month`.execute(house.database.db);
  return rows.map((row) => ({
    ...row,
    engagements: numberOf(row.engagements),
    views: numberOf(row.views),
  }));
}
