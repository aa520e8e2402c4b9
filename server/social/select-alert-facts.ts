import { type Kysely, sql } from 'kysely';
import { addDays, dayInZone } from '../../shared/calendar/day.ts';
import type { PartFailing } from '../../shared/social/alerts.ts';
import type { PostsKnown } from '../../shared/social/judge-alerts.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PullPart } from '../../shared/social/pull.ts';
import type { PageFailure, Reading } from '../../shared/social/rows.ts';
import { type House, today } from '../context.ts';
import type { Tables } from '../database/schema.ts';
import { selectBounds } from './select-bounds.ts';

/** A page that alerts may tell of. */
export interface WatchedPage {
  id: string;
  network: NetworkId;
  title: string;
  handle: string;
  isPulled: boolean;
  createdAt: string;
}

/** Every page in use. */
export async function selectWatchedPages(db: Kysely<Tables>): Promise<WatchedPage[]> {
  const rows = await db
    .selectFrom('page')
    .select(['id', 'network', 'title', 'handle', 'isPulled', 'createdAt'])
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    network: row.network as NetworkId,
    isPulled: row.isPulled === 1,
  }));
}

/** The first and last reading of followers of each page within so many days until today. */
export function selectFollowerBounds(
  house: House,
  pages: readonly WatchedPage[],
  days: number,
): Promise<Map<string, Partial<Record<'first' | 'last', Reading>>>> {
  const to = today(house);
  const period = { metric: 'followers', from: addDays(to, -days), to } as const;
  return selectBounds(
    house.database.db,
    pages.map(({ id }) => id),
    [
      { name: 'first', which: 'first', ...period },
      { name: 'last', which: 'last', ...period },
    ],
  );
}

/** What is known of each page's posts until today; by a file, when it was brought in. */
export async function selectPostsKnown(
  house: House,
  pages: readonly WatchedPage[],
): Promise<Map<string, PostsKnown>> {
  const { rows } = await sql<{ id: string; lastPostDay: string | null; lookedAt: string | null }>`
    select page.id,
      (select max(post.day) from post where post.page_id = page.id and post.day <= ${today(house)}
          and post.gone_at is null)
        as last_post_day,
      case when part.succeeded_at is not null then part.succeeded_at
        else (select max(post.captured_at) from post where post.page_id = page.id)
      end as looked_at
    from page
    left join page_part as part on part.page_id = page.id and part.part = 'posts'
    where page.deleted_at is null`.execute(house.database.db);
  const added = new Map(pages.map(({ id, createdAt }) => [id, createdAt]));
  const dayOf = (instant: string) => dayInZone(new Date(instant), house.timeZone);
  return new Map(
    rows.map(({ id, lastPostDay, lookedAt }) => [
      id,
      {
        lastPostDay,
        knownUntil: lookedAt === null ? null : dayOf(lookedAt),
        addedDay: dayOf(added.get(id) ?? house.now().toISOString()),
      },
    ]),
  );
}

/** What no further attempt brings and nobody can mend: the network does not have it. */
const notGiven: ReadonlySet<string | undefined> = new Set(['value_not_given', 'metric_retired']);

/** The parts of each page whose last attempt did not read them. */
export async function selectFailingParts(
  house: House,
  pages: readonly WatchedPage[],
): Promise<Map<string, PartFailing[]>> {
  const rows = await house.database.db
    .selectFrom('pagePart')
    .select(['pageId', 'part', 'outcome', 'details', 'attemptedAt', 'succeededAt'])
    .where('attemptedAt', 'is not', null)
    .where((expression) =>
      expression.or([
        expression('succeededAt', 'is', null),
        expression('succeededAt', '<', expression.ref('attemptedAt')),
      ]),
    )
    .orderBy('part')
    .execute();
  const added = new Map(pages.map(({ id, createdAt }) => [id, createdAt]));
  const found = new Map<string, PartFailing[]>();
  for (const { pageId, part, outcome, details, succeededAt } of rows) {
    const since = succeededAt ?? added.get(pageId);
    const reason = (JSON.parse(details) as PageFailure[])[0]?.failure.reason;
    if (since === undefined || outcome === null || notGiven.has(reason)) continue;
    const parts = found.get(pageId) ?? [];
    found.set(pageId, parts);
    parts.push({
      part: part as PullPart,
      since: dayInZone(new Date(since), house.timeZone),
      outcome,
      reason: reason ?? null,
    });
  }
  return found;
}
