import { z } from 'zod';
import { type ComposedPost, composePost, type GivenCount, gatherPosts } from './compose-post.ts';
import { readInsights, singleValue } from './graph-insights.ts';
import { type CallGraph, readGraphList } from './graph-list.ts';
import { askWithoutRetired } from './graph-retired.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { PostsReading } from './network-readings.ts';
import type { PostKind, PostMetric } from './post-metrics.ts';

const fields: Partial<Record<PostMetric, string>> = {
  reactions: 'reactions',
  comments: 'comments',
  shares: 'shares',
};
const insights: Partial<Record<PostMetric, string>> = {
  views: 'post_media_view',
  reach: 'post_total_media_view_unique',
  clicks: 'post_clicks',
};
const partOf: Partial<Record<PostMetric, string>> = { ...insights, ...fields };
const metricOf = new Map(
  Object.entries(partOf).map(([metric, part]) => [part, metric as PostMetric]),
);
const usualBatch = 50;

function fieldsOf(parts: readonly string[]): string {
  const metrics = Object.values(insights).filter((metric) => parts.includes(metric));
  return [
    'id,created_time,message,permalink_url,status_type,attachments{media_type}',
    ...(parts.includes('shares') ? ['shares'] : []),
    ...['reactions', 'comments']
      .filter((field) => parts.includes(field))
      .map((field) => `${field}.summary(true).limit(0)`),
    ...(metrics.length > 0 ? [`insights.metric(${metrics.join(',')})`] : []),
  ].join(',');
}

const Attachments = z.object({ data: z.array(z.object({ media_type: z.string() })).min(1) });

const kindOfMedia: Record<string, PostKind> = {
  photo: 'photo',
  album: 'album',
  video: 'video',
  link: 'link',
  share: 'link',
};
const kindOfStatus: Record<string, PostKind> = {
  added_photos: 'photo',
  added_video: 'video',
  shared_story: 'link',
  mobile_status_update: 'text',
};

function kindOf({ attachments, status_type: status, permalink_url: link }: Given): PostKind {
  const media = Attachments.safeParse(attachments).data?.data[0]?.media_type ?? '';
  const kind = kindOfMedia[media] ?? kindOfStatus[typeof status === 'string' ? status : ''];
  if (kind === 'video' && typeof link === 'string' && /\/reels?\//.test(link)) return 'short_video';
  return kind ?? (attachments === undefined ? 'text' : 'other');
}

type Given = Record<string, unknown>;

/** A total inside a field: absent where the field is; what has another form is no count. */
function within(given: unknown, ...keys: string[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined || given === undefined || given === null) return given;
  if (typeof given !== 'object') return { given };
  return within((given as Given)[key], ...rest);
}

function countsOf(given: Given): GivenCount[] {
  const read = given.insights === undefined ? new Map() : readInsights(given.insights);
  const counts = Object.entries(insights).map(([metric, name]): GivenCount => {
    const value = 'failure' in read ? { given } : singleValue(read.get(name));
    return [metric as PostMetric, name, value];
  });
  return [
    ...counts,
    ['reactions', 'reactions', within(given.reactions, 'summary', 'total_count')],
    ['comments', 'comments', within(given.comments, 'summary', 'total_count')],
    ['shares', 'shares', within(given.shares, 'count')],
  ];
}

function readPost(given: Given): ComposedPost {
  if (typeof given.id !== 'string' || given.id === '') {
    const facts = { field: 'id' };
    const failure = { kind: 'changed_shape', reason: 'field_malformed', facts } as const;
    return { post: null, failures: [{ metric: null, failure }] };
  }
  return composePost({
    externalId: given.id,
    publishedAt: given.created_time,
    kind: kindOf(given),
    text: given.message,
    permalink: given.permalink_url,
    counts: countsOf(given),
  });
}

/** What was found out of a credential's calls: which parts of a post the network retired. */
export type RetiredParts = Map<string, NetworkFailure>;

const failPosts = (failure: NetworkFailure): PostsReading => ({
  posts: [],
  cursor: null,
  failures: [{ metric: null, failure }],
});

function retiredFailures(retired: RetiredParts): PostsReading['failures'] {
  return [...retired].map(([part, failure]) => ({ metric: metricOf.get(part) ?? null, failure }));
}

function readBatch(body: unknown, cursor: string | null, retired: RetiredParts): PostsReading {
  const page = readGraphList(body);
  if ('failure' in page) return failPosts(page.failure);
  const gathered = gatherPosts(page.items.map(readPost));
  const failures = [...retiredFailures(retired), ...gathered.failures];
  if (page.next === null) return { ...gathered, cursor: null, failures };
  const { fields: _, ...rest } = page.next;
  const next = new URLSearchParams(rest).toString();
  if (next !== cursor && next.length <= 4_000) return { ...gathered, cursor: next, failures };
  const endless = { kind: 'changed_shape', reason: 'paging_endless', facts: {} } as const;
  return { ...gathered, cursor: null, failures: [...failures, { metric: null, failure: endless }] };
}

/**
 * One batch of `published_posts`. The list is ranked, so that it is read to its end whatever its
 * dates; a batch that is too heavy is asked in halves. `retired` is kept from batch to batch.
 */
export async function readFacebookPosts(
  path: string,
  cursor: string | null,
  retired: RetiredParts,
  call: CallGraph,
): Promise<PostsReading> {
  const asked = Object.fromEntries(new URLSearchParams(cursor ?? ''));
  const parts = Object.values(partOf).filter((part) => !retired.has(part));
  let limit = Number(asked.limit ?? usualBatch);
  for (;;) {
    const query = { ...asked, limit: `${limit}` };
    const kept = await askWithoutRetired(parts, (some) =>
      call(path, { ...query, fields: fieldsOf(some) }),
    );
    for (const [part, failure] of kept.retired) retired.set(part, failure);
    if (kept.answer.ok) return readBatch(kept.answer.body, cursor, retired);
    const { failure } = kept.answer;
    if (failure.reason !== 'answer_too_heavy' || limit <= 1) return failPosts(failure);
    limit = Math.floor(limit / 2);
  }
}
