import { type ComposedPost, gatherPosts } from './compose-post.ts';
import { type CallGraph, readGraphList } from './graph-list.ts';
import { askWithoutRetired } from './graph-retired.ts';
import type { NetworkAnswer, NetworkFailure } from './network-failure.ts';
import type { PostsReading } from './network-readings.ts';
import type { PostMetric } from './post-metrics.ts';

const usualBatch = 50;
const longestCursor = 4_000;

/** What was found out of a credential's calls: which parts of a post the network retired. */
export type RetiredParts = Map<string, NetworkFailure>;

/** How the posts of one network of the graph are asked for and read. */
export interface GraphPostsRule {
  /** What each count is called; each may be retired by itself. */
  partOf: Partial<Record<PostMetric, string>>;
  fieldsOf(parts: readonly string[]): string;
  readPost(given: Record<string, unknown>): ComposedPost;
}

export const failPosts = (failure: NetworkFailure): PostsReading => ({
  posts: [],
  cursor: null,
  failures: [{ metric: null, failure }],
});

/**
 * Asks for one batch of a list of posts: without the parts that are retired, which are kept in
 * `retired` from batch to batch, and in halves while it is too heavy.
 */
export async function askGraphPosts(
  path: string,
  query: Record<string, string>,
  { partOf, fieldsOf }: GraphPostsRule,
  retired: RetiredParts,
  call: CallGraph,
): Promise<NetworkAnswer> {
  const parts = Object.values(partOf).filter((part) => !retired.has(part));
  let limit = Number(query.limit ?? usualBatch);
  for (;;) {
    const asked = { ...query, limit: `${limit}` };
    const kept = await askWithoutRetired(parts, (some) =>
      call(path, { ...asked, fields: fieldsOf(some) }),
    );
    for (const [part, failure] of kept.retired) retired.set(part, failure);
    if (kept.answer.ok || kept.answer.failure.reason !== 'answer_too_heavy' || limit <= 1) {
      return kept.answer;
    }
    limit = Math.floor(limit / 2);
  }
}

function retiredFailures(
  { partOf }: GraphPostsRule,
  retired: RetiredParts,
): PostsReading['failures'] {
  const metricOf = new Map(
    Object.entries(partOf).map(([metric, part]) => [part, metric as PostMetric]),
  );
  return [...retired].map(([part, failure]) => ({ metric: metricOf.get(part) ?? null, failure }));
}

/** What a batch is asked by: the cursor of the one before, or the beginning. */
export function queryOfCursor(cursor: string | null): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(cursor ?? ''));
}

/** Reads a batch; its cursor is the query of the next one. */
export function readGraphBatch(
  body: unknown,
  cursor: string | null,
  rule: GraphPostsRule,
  retired: RetiredParts,
): PostsReading {
  const page = readGraphList(body);
  if ('failure' in page) return failPosts(page.failure);
  const gathered = gatherPosts(page.items.map(rule.readPost));
  const failures = [...retiredFailures(rule, retired), ...gathered.failures];
  if (page.next === null) return { ...gathered, cursor: null, failures };
  const { fields: _, ...rest } = page.next;
  const next = new URLSearchParams(rest).toString();
  if (next !== cursor && next.length <= longestCursor) {
    return { ...gathered, cursor: next, failures };
  }
  const endless = { kind: 'changed_shape', reason: 'paging_endless', facts: {} } as const;
  return { ...gathered, cursor: null, failures: [...failures, { metric: null, failure: endless }] };
}
