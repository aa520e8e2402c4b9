import { z } from 'zod';
import { explainGraphError } from '../../shared/social/graph-error.ts';
import { type GraphNode, readGraphId, readGraphNodes } from '../../shared/social/graph-nodes.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type MetricCount,
  type PageReading,
  type PageToRead,
} from '../../shared/social/network-readings.ts';
import type { Connector, NetworkClient } from '../network-contract.ts';

const version = '/v26.0';
const mostPostsAPage = 100;
const mostTurns = 5_000;
/** Of a year with more posts than this the edge may give only a ranked part. */
const rankedPostsAYear = 600;

const PostsPage = z.object({
  data: z.array(z.object({ id: z.string().min(1), created_time: z.string().optional() })),
  paging: z.object({ next: z.url({ protocol: /^https?$/ }).optional() }).optional(),
});
type PostsPage = z.infer<typeof PostsPage>;

const endless: NetworkFailure = { kind: 'changed_shape', reason: 'paging_endless', facts: {} };

/** What the graph knows the page by; null when no page can be called so. */
function graphIdOf(page: PageToRead): string | null {
  const name = page.externalId ?? page.handle.replace(/^@/, '');
  return /^[A-Za-z0-9._-]{1,100}$/.test(name) ? name : null;
}

function failPosts(failure: NetworkFailure): MetricCount {
  return { metric: 'posts', precision: 'exact', count: { failure } };
}

/** The next page's query without the token that the network writes into its address. */
function nextQuery(address: string): Record<string, string> {
  const query = Object.fromEntries(new URL(address).searchParams);
  delete query.access_token;
  return query;
}

/** Distinct posts, since a ranked list may repeat one from page to page. */
class PostCount {
  readonly #years = new Map<string, string>();

  add(posts: PostsPage['data']): void {
    for (const post of posts) this.#years.set(post.id, (post.created_time ?? '').slice(0, 4));
  }

  total(): MetricCount {
    const perYear = new Map<string, number>();
    for (const year of this.#years.values()) perYear.set(year, (perYear.get(year) ?? 0) + 1);
    const isPartial = [...perYear.values()].some((count) => count >= rankedPostsAYear);
    const count = { value: this.#years.size };
    return { metric: 'posts', precision: isPartial ? 'estimated' : 'exact', count };
  }
}

/** Counts the posts page by page to the last: the graph gives no total. */
async function countPosts(client: NetworkClient, graphId: string, token?: string) {
  const posts = new PostCount();
  let query: Record<string, string> = { fields: 'id,created_time' };
  let limit = mostPostsAPage;
  const followed = new Set<string>();
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const path = `${version}/${graphId}/published_posts`;
    const answer = await client.getJson({ path, query: { ...query, limit: `${limit}` }, token });
    if (!answer.ok && answer.failure.reason === 'answer_too_heavy' && limit > 1) {
      limit = Math.floor(limit / 2);
      continue;
    }
    if (!answer.ok) return failPosts(answer.failure);
    const page = PostsPage.safeParse(answer.body);
    if (!page.success) {
      const facts = { field: page.error.issues[0]?.path.join('.') ?? '' };
      return failPosts({ kind: 'changed_shape', reason: 'field_malformed', facts });
    }
    posts.add(page.data.data);
    const next = page.data.paging?.next;
    if (next === undefined) return posts.total();
    if (followed.has(next)) return failPosts(endless);
    followed.add(next);
    query = nextQuery(next);
  }
  return failPosts(endless);
}

async function readPage(
  client: NetworkClient,
  page: PageToRead,
  graphId: string,
  node: GraphNode | undefined,
  retired: NetworkFailure | undefined,
): Promise<PageReading> {
  const missing = {
    kind: 'changed_shape',
    reason: 'page_missing',
    facts: { id: graphId },
  } as const;
  if (node === undefined || 'failure' in node) return failPage(page, node?.failure ?? missing);
  const { id, access_token: token, followers_count: followers } = node.fields;
  const count = retired ? { failure: retired } : readNetworkCount('followers_count', followers);
  // A page's posts ask for the page's own token; the graph gives it to whoever manages the page.
  const posts = await countPosts(client, graphId, typeof token === 'string' ? token : undefined);
  return composeReading(page, readGraphId(id), [
    { metric: 'followers', precision: 'exact', count },
    posts,
  ]);
}

/**
 * Pages of Facebook, Graph API v26.0. Followers are `followers_count`, never `fan_count`: one
 * series never mixes the two.
 */
export const facebook: Connector = {
  network: 'facebook',
  defaultBaseUrl: 'https://graph.facebook.com',
  batchSize: 50,
  explainRefusal: explainGraphError,

  async readPages(client, pages) {
    const graphIds = new Map(pages.map((page) => [page.id, graphIdOf(page)]));
    const ids = [...new Set(graphIds.values())].filter((id) => id !== null);
    const fields = ['id', 'followers_count', 'access_token'];
    const { nodes, retired } = await readGraphNodes(ids, fields, (some, asked) =>
      client.getJson({
        path: `${version}/`,
        query: { ids: some.join(','), fields: asked.join(',') },
      }),
    );
    const readings: PageReading[] = [];
    for (const page of pages) {
      const id = graphIds.get(page.id) ?? null;
      const gone = retired.get('followers_count');
      if (id !== null) readings.push(await readPage(client, page, id, nodes.get(id), gone));
      else
        readings.push(failPage(page, { kind: 'refused', reason: 'handle_malformed', facts: {} }));
    }
    return readings;
  },
};
