import { type Kysely, sql } from 'kysely';
import type { Period } from '../../shared/social/figure-schemas.ts';
import type { Tables } from '../database/schema.ts';

/** What the days come to of which both engagements and reach were read. */
export interface SharedDays {
  days: number;
  engagements: number;
  reach: number;
}

/** The believed reading of a day: the names of sources are in the order in which they are believed. */
const isBelieved = (reading: string) => sql`not exists (
  select 1 from snapshot as better
  where better.page_id = ${sql.ref(`${reading}.page_id`)}
    and better.metric = ${sql.ref(`${reading}.metric`)}
    and better.day = ${sql.ref(`${reading}.day`)}
    and better.source < ${sql.ref(`${reading}.source`)}
)`;

/** Engagements and reach of a page over the same days; null where no day has both. */
export async function selectShared(
  db: Kysely<Tables>,
  pageId: string,
  { from, to }: Period,
): Promise<SharedDays | null> {
  const { rows } = await sql<Record<keyof SharedDays, number | string | null>>`
    select cast(count(*) as integer) as days, cast(sum(engaged.value) as bigint) as engagements,
      cast(sum(reached.value) as bigint) as reach
    from snapshot as engaged
    join snapshot as reached on reached.page_id = engaged.page_id
      and reached.metric = 'reach' and reached.day = engaged.day
    where engaged.page_id = ${pageId} and engaged.metric = 'engagements'
      and engaged.day >= ${from} and engaged.day <= ${to}
      and ${isBelieved('engaged')} and ${isBelieved('reached')}`.execute(db);
  const [row] = rows;
  if (!row || Number(row.days) === 0) return null;
  return {
    days: Number(row.days),
    engagements: Number(row.engagements),
    reach: Number(row.reach),
  };
}
