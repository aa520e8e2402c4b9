import { z } from 'zod';
import { type CallGraph, readGraphList } from './graph-list.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { MetricCount } from './network-readings.ts';

const mostPostsAPage = 100;
const mostTurns = 5_000;
/** Of a year with more posts than this the edge may give only a ranked part. */
const rankedPostsAYear = 600;

const Posts = z.array(
  z.looseObject({ id: z.string().min(1), created_time: z.string().optional() }),
);
const endless: NetworkFailure = { kind: 'changed_shape', reason: 'paging_endless', facts: {} };

function failPosts(failure: NetworkFailure): MetricCount {
  return { metric: 'posts', precision: 'exact', count: { failure } };
}

/** How a list of posts is asked for. */
interface PostList {
  fields: string;
  /** Whether years with many posts are given in part only. */
  isRanked: boolean;
  /** Which posts count; absent: all. */
  isOwn?(item: unknown): boolean;
}
const publishedPosts: PostList = { fields: 'id,created_time', isRanked: true };

/** Distinct posts, since a ranked list may repeat one from page to page. */
class PostCount {
  readonly #years = new Map<string, string>();
  readonly #isRanked: boolean;

  constructor(isRanked: boolean) {
    this.#isRanked = isRanked;
  }

  add(posts: z.infer<typeof Posts>): void {
    for (const post of posts) this.#years.set(post.id, (post.created_time ?? '').slice(0, 4));
  }

  total(): MetricCount {
    const perYear = new Map<string, number>();
    for (const year of this.#years.values()) perYear.set(year, (perYear.get(year) ?? 0) + 1);
    const isPartial =
      this.#isRanked && [...perYear.values()].some((count) => count >= rankedPostsAYear);
    const count = { value: this.#years.size };
    return { metric: 'posts', precision: isPartial ? 'estimated' : 'exact', count };
  }
}

/** One page of the list into the count; the query of the next, null after the last. */
function countPage(
  body: unknown,
  posts: PostCount,
  isOwn: PostList['isOwn'],
): { next: Record<string, string> | null } | { failure: NetworkFailure } {
  const page = readGraphList(body);
  if ('failure' in page) return page;
  const parsed = Posts.safeParse(page.items);
  if (!parsed.success) {
    const facts = { field: `data.${parsed.error.issues[0]?.path.join('.') ?? ''}` };
    const failure = { kind: 'changed_shape', reason: 'field_malformed', facts } as const;
    return { failure };
  }
  posts.add(isOwn ? parsed.data.filter(isOwn) : parsed.data);
  return { next: page.next };
}

/** Counts a page's posts list by list to the last: the graph gives no total. */
export async function countFacebookPosts(
  path: string,
  call: CallGraph,
  { fields, isRanked, isOwn }: PostList = publishedPosts,
): Promise<MetricCount> {
  const posts = new PostCount(isRanked);
  let query: Record<string, string> = { fields };
  let limit = mostPostsAPage;
  const followed = new Set<string>();
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const answer = await call(path, { ...query, limit: `${limit}` });
    if (!answer.ok && answer.failure.reason === 'answer_too_heavy' && limit > 1) {
      limit = Math.floor(limit / 2);
      continue;
    }
    if (!answer.ok) return failPosts(answer.failure);
    const counted = countPage(answer.body, posts, isOwn);
    if ('failure' in counted) return failPosts(counted.failure);
    if (counted.next === null) return posts.total();
    const next = new URLSearchParams(counted.next).toString();
    if (followed.has(next)) return failPosts(endless);
    followed.add(next);
    query = counted.next;
  }
  return failPosts(endless);
}
