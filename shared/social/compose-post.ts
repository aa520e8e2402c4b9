import { z } from 'zod';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { PostsReading } from './network-readings.ts';
import type { NetworkPost, PostCounts, PostKind, PostMetric } from './post-metrics.ts';
import { readShape } from './read-shape.ts';

const longestText = 10_000;
const longestPostId = 400;
const Permalink = z.url({ protocol: /^https?$/ }).max(2_000);

/** A count of a post as given: what it counts, the network's word for it, and the value. */
export type GivenCount = readonly [metric: PostMetric, field: string, value: unknown];

/** A post as given; only the identifier is sure to be text. */
export interface GivenPost {
  externalId: string;
  publishedAt: unknown;
  kind: PostKind;
  text: unknown;
  permalink: unknown;
  counts: readonly GivenCount[];
}

/** A post that could be read, or none, with what of it could not. */
export interface ComposedPost {
  post: NetworkPost | null;
  failures: PostsReading['failures'];
}

/** A post that could not be read, and why; the others of its list are kept. */
export function failPost(failure: NetworkFailure, externalId: unknown): ComposedPost {
  const post = typeof externalId === 'string' ? externalId.slice(0, longestPostId) : '';
  return { post: null, failures: [{ metric: null, failure, post }] };
}

function malformed(field: string, value: unknown): NetworkFailure {
  const facts = { field, type: typeof value };
  return { kind: 'changed_shape', reason: 'field_malformed', facts };
}

/** Of two instants the earlier one; of one that is none, the other. */
export function earlierInstant(one: unknown, other: unknown): unknown {
  const instants = [readInstant(one), readInstant(other)].filter((instant) => instant !== null);
  return instants.toSorted()[0] ?? one ?? other;
}

/** ISO UTC of an instant, also of one written with `+0000`; null when it is none. */
export function readInstant(given: unknown): string | null {
  if (typeof given !== 'string') return null;
  const instant = Date.parse(given.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

/** Counts that were not given are absent; those below zero or of another form are failures of their own. */
function readCounts(given: readonly GivenCount[]) {
  const counts: PostCounts = {};
  const failures: PostsReading['failures'] = [];
  for (const [metric, field, value] of given) {
    const count = readNetworkCount(field, value);
    if ('value' in count) counts[metric] = count.value;
    else if (count.failure.reason !== 'value_not_given') {
      failures.push({ metric, failure: count.failure });
    }
  }
  return { counts, failures };
}

/** Makes a post of what a network gave; one without an instant of publication is none. */
export function composePost(given: GivenPost): ComposedPost {
  const { externalId, kind, text } = given;
  const publishedAt = readInstant(given.publishedAt);
  if (publishedAt === null) {
    return failPost(malformed('publishedAt', given.publishedAt), externalId);
  }
  const { counts, failures } = readCounts(given.counts);
  const permalink = Permalink.safeParse(given.permalink).data ?? null;
  const words = typeof text === 'string' ? text.slice(0, longestText) : '';
  return { post: { externalId, publishedAt, kind, text: words, permalink, counts }, failures };
}

/**
 * Reads each item of a list by itself, so that one of another shape costs itself alone: `Item` is
 * what every one must have, and `read` makes a post of it.
 */
export function composeEach<Item extends z.ZodType>(
  Item: Item,
  items: readonly unknown[],
  read: (item: z.output<Item>) => ComposedPost,
): ComposedPost[] {
  return items.map((given) => {
    const item = readShape(Item, given);
    if ('value' in item) return read(item.value);
    return failPost(item.failure, (given as { id?: unknown } | null | undefined)?.id);
  });
}

/** Clocks of networks may be so much ahead of this one. */
const clocksDifferMs = 10 * 60_000;

/** A post of a day to come has not taken place; it is told, and read once its day has come. */
function holdBack(one: ComposedPost, now: Date): ComposedPost {
  const { post } = one;
  if (post === null || Date.parse(post.publishedAt) <= now.getTime() + clocksDifferMs) return one;
  const facts = { publishedAt: post.publishedAt };
  return failPost({ kind: 'refused', reason: 'post_dated_ahead', facts }, post.externalId);
}

/**
 * The posts of a batch as they are at a moment, and what of them could not be read. One failure of
 * each kind and metric is told, however many posts share it; when no post could be read, it is the
 * list that failed.
 */
export function gatherPosts(
  composed: readonly ComposedPost[],
  now: Date,
): Omit<PostsReading, 'cursor'> {
  const settled = composed.map((one) => holdBack(one, now));
  const posts = settled.flatMap(({ post }) => (post ? [post] : []));
  const failures = new Map<string, PostsReading['failures'][number]>();
  for (const { post, ...entry } of settled.flatMap((one) => one.failures)) {
    const { kind, reason, facts } = entry.failure;
    const key = JSON.stringify([entry.metric, kind, reason, facts.field ?? '']);
    const isOfList = posts.length === 0 && kind === 'changed_shape';
    if (failures.has(key)) continue;
    failures.set(key, post === undefined || isOfList ? entry : { ...entry, post });
  }
  return { posts, failures: [...failures.values()] };
}
