import { z } from 'zod';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { PostsReading } from './network-readings.ts';
import type { NetworkPost, PostCounts, PostKind, PostMetric } from './post-metrics.ts';

const longestText = 10_000;
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

function malformed(field: string, value: unknown): NetworkFailure {
  const facts = { field, type: typeof value };
  return { kind: 'changed_shape', reason: 'field_malformed', facts };
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
    const failure = malformed('publishedAt', given.publishedAt);
    return { post: null, failures: [{ metric: null, failure }] };
  }
  const { counts, failures } = readCounts(given.counts);
  const permalink = Permalink.safeParse(given.permalink).data ?? null;
  const words = typeof text === 'string' ? text.slice(0, longestText) : '';
  return { post: { externalId, publishedAt, kind, text: words, permalink, counts }, failures };
}

/** One failure of each kind and metric is told of a batch, however many posts share it. */
export function gatherPosts(composed: readonly ComposedPost[]): Omit<PostsReading, 'cursor'> {
  const failures = new Map<string, PostsReading['failures'][number]>();
  for (const entry of composed.flatMap((one) => one.failures)) {
    failures.set(JSON.stringify([entry.metric, entry.failure]), entry);
  }
  return {
    posts: composed.flatMap(({ post }) => (post ? [post] : [])),
    failures: [...failures.values()],
  };
}
