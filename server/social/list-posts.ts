import type { Expression, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Listed } from '../../shared/records.ts';
import type { PostRow, TopicRow } from '../../shared/social/figure-rows.ts';
import type { Period, PostList } from '../../shared/social/figure-schemas.ts';
import type { SnapshotSource } from '../../shared/social/metrics.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { type PostCounts, type PostKind, postMetrics } from '../../shared/social/post-metrics.ts';
import type { House } from '../context.ts';
import { searchConditions } from '../database/search.ts';

/** Posts of pages in use that match. */
function selectMatching({ database }: House, list: PostList) {
  return database.db
    .selectFrom('post')
    .innerJoin('page', 'page.id', 'post.pageId')
    .where('page.deletedAt', 'is', null)
    .where((expression) => {
      const conditions: Expression<SqlBool>[] = [
        expression('post.day', '>=', list.from),
        expression('post.day', '<=', list.to),
        ...searchConditions('post.searchText', list.search),
      ];
      if (list.pageId !== undefined) conditions.push(expression('post.pageId', '=', list.pageId));
      if (list.kind !== undefined) conditions.push(expression('post.kind', '=', list.kind));
      if (list.topic !== undefined) {
        const carrying = expression
          .selectFrom('postTopic')
          .select('postTopic.topic')
          .whereRef('postTopic.pageId', '=', 'post.pageId')
          .whereRef('postTopic.externalId', '=', 'post.externalId')
          .where('postTopic.topic', '=', list.topic);
        conditions.push(expression.exists(carrying));
      }
      return expression.and(conditions);
    });
}

async function selectTopicsOf(
  { database }: House,
  posts: readonly { pageId: string; externalId: string }[],
): Promise<Map<string, string[]>> {
  const topics = new Map<string, string[]>();
  if (posts.length === 0) return topics;
  const rows = await database.db
    .selectFrom('postTopic')
    .selectAll()
    .where('pageId', 'in', [...new Set(posts.map(({ pageId }) => pageId))])
    .where('externalId', 'in', [...new Set(posts.map(({ externalId }) => externalId))])
    .orderBy('topic')
    .execute();
  for (const { pageId, externalId, topic } of rows) {
    const key = `${pageId} ${externalId}`;
    topics.set(key, [...(topics.get(key) ?? []), topic]);
  }
  return topics;
}

/** Counts that were given; the others are left out. */
function countsOf(row: Record<(typeof postMetrics)[number], number | null>): PostCounts {
  const given = postMetrics.flatMap((metric) => {
    const value = row[metric];
    return value === null ? [] : [[metric, value] as const];
  });
  return Object.fromEntries(given);
}

/** Posts of a period, the newest or the highest first; posts without the count ranked by come last. */
export async function listPosts(house: House, list: PostList): Promise<Listed<PostRow>> {
  const matching = selectMatching(house, list);
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const ranked =
    list.rankBy === 'day'
      ? matching
      : matching.orderBy((by) => sql`coalesce(${by.ref(`post.${list.rankBy}`)}, -1)`, 'desc');
  const rows = await ranked
    .orderBy('post.publishedAt', 'desc')
    .orderBy('post.externalId')
    .select(['post.pageId', 'page.title as pageTitle', 'page.network', 'page.handle'])
    .select(['post.externalId', 'publishedAt', 'day', 'kind', 'text', 'permalink'])
    .select(['post.source', 'post.capturedAt', 'post.implied', 'hasHour', 'goneAt', 'engagements'])
    .select(postMetrics)
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const topics = await selectTopicsOf(house, rows);
  return {
    total,
    rows: rows.map((row) => {
      const { pageId, pageTitle, handle, externalId, publishedAt, day, text } = row;
      const { permalink, engagements, capturedAt, goneAt } = row;
      return {
        ...{ pageId, pageTitle, handle, externalId, publishedAt, day, text },
        ...{ permalink, engagements, capturedAt, goneAt },
        hasHour: row.hasHour === 1,
        network: row.network as NetworkId,
        kind: row.kind as PostKind,
        source: row.source as SnapshotSource,
        counts: countsOf(row),
        isImplied: row.implied === 1,
        topics: topics.get(`${pageId} ${externalId}`) ?? [],
      };
    }),
  };
}

/** Every topic in use, of a period or of all posts, with the posts that carry it, the most used first. */
export async function listTopics(
  { database }: House,
  period: Period | undefined,
): Promise<TopicRow[]> {
  const within = period ? sql`and post.day >= ${period.from} and post.day <= ${period.to}` : sql``;
  // A topic stays in use where the posts that carry it are gone: only the counts leave them out.
  const { rows } = await sql<TopicRow>`
    select post_topic.topic, cast(sum(case when post.gone_at is null then 1 else 0 end) as integer) as posts,
      cast(sum(case when post.gone_at is null then post.engagements end) as bigint) as engagements
    from post_topic
    join post on post.page_id = post_topic.page_id and post.external_id = post_topic.external_id
    join page on page.id = post.page_id and page.deleted_at is null ${within}
    group by post_topic.topic
    order by posts desc, post_topic.topic`.execute(database.db);
  return rows.map((row) => ({
    ...row,
    engagements: row.engagements === null ? null : Number(row.engagements),
  }));
}
