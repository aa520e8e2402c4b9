import { checkFacebookToken } from '../../shared/social/facebook-accounts.ts';
import {
  facebookDayMetrics,
  readFacebookAudience,
  readFacebookDays,
} from '../../shared/social/facebook-insights.ts';
import { countFacebookPosts } from '../../shared/social/facebook-post-count.ts';
import { readFacebookPosts } from '../../shared/social/facebook-posts.ts';
import { explainGraphError } from '../../shared/social/graph-error.ts';
import type { CallGraph } from '../../shared/social/graph-list.ts';
import {
  type GraphNode,
  readGraphId,
  readGraphName,
  readGraphNodes,
} from '../../shared/social/graph-nodes.ts';
import type { RetiredParts } from '../../shared/social/graph-posts.ts';
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
const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };

/** What was learned through one credential, as long as it is in use. */
interface Learned {
  /** A page's posts and insights ask for the page's own token; the graph gives it to who manages it. */
  pageTokens: Map<string, string | undefined>;
  retiredParts: RetiredParts;
}
const learnedThrough = new WeakMap<NetworkClient, Learned>();

function learnedBy(client: NetworkClient): Learned {
  const learned = learnedThrough.get(client) ?? { pageTokens: new Map(), retiredParts: new Map() };
  learnedThrough.set(client, learned);
  return learned;
}

function callWith(client: NetworkClient, token?: string): CallGraph {
  return (path, query) => client.getJson({ path, query, token });
}

/** What the graph knows the page by; null when no page can be called so. */
function graphIdOf(page: PageToRead): string | null {
  const name = page.externalId ?? page.handle.replace(/^@/, '');
  return /^[A-Za-z0-9._-]{1,100}$/.test(name) ? name : null;
}

function keepToken(client: NetworkClient, graphId: string, given: unknown): string | undefined {
  const token = typeof given === 'string' && given !== '' ? given : undefined;
  learnedBy(client).pageTokens.set(graphId, token);
  return token;
}

/** The path of a page and a way to call it with its own token. */
async function openPage(
  client: NetworkClient,
  page: PageToRead,
): Promise<{ path: string; call: CallGraph } | { failure: NetworkFailure }> {
  const graphId = graphIdOf(page);
  if (graphId === null) return { failure: malformed };
  const path = `${version}/${graphId}`;
  const { pageTokens } = learnedBy(client);
  if (pageTokens.has(graphId)) return { path, call: callWith(client, pageTokens.get(graphId)) };
  const answer = await client.getJson({ path, query: { fields: 'id,access_token' } });
  if (!answer.ok) return answer;
  const given = (answer.body as { access_token?: unknown } | null)?.access_token;
  return { path, call: callWith(client, keepToken(client, graphId, given)) };
}

async function readPage(
  client: NetworkClient,
  page: PageToRead,
  graphId: string,
  node: GraphNode | undefined,
  retired: NetworkFailure | undefined,
): Promise<PageReading> {
  const facts = { id: graphId };
  const missing = { kind: 'changed_shape', reason: 'page_missing', facts } as const;
  if (node === undefined || 'failure' in node) return failPage(page, node?.failure ?? missing);
  const { id, access_token: given, followers_count: followers, username } = node.fields;
  const count = retired ? { failure: retired } : readNetworkCount('followers_count', followers);
  const call = callWith(client, keepToken(client, graphId, given));
  const posts = await countFacebookPosts(`${version}/${graphId}/published_posts`, call);
  const counts: MetricCount[] = [{ metric: 'followers', precision: 'exact', count }, posts];
  return composeReading(page, readGraphId(id), counts, { handle: readGraphName(username) });
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
  days: {
    metrics: facebookDayMetrics,
    reachesBackDays: 729,
    daysPerCall: 90,
    settlesAfterDays: 3,
  },

  async readPages(client, pages) {
    const graphIds = new Map(pages.map((page) => [page.id, graphIdOf(page)]));
    const ids = [...new Set(graphIds.values())].filter((id) => id !== null);
    const fields = ['id', 'followers_count', 'access_token', 'username'];
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
      if (id === null) readings.push(failPage(page, malformed));
      else readings.push(await readPage(client, page, id, nodes.get(id), gone));
    }
    return readings;
  },

  async readDays(client, page, period) {
    const opened = await openPage(client, page);
    if ('failure' in opened) {
      return { readings: [], failures: [{ metric: null, failure: opened.failure }] };
    }
    return readFacebookDays(`${opened.path}/insights`, period, opened.call);
  },

  postsListed: 'ranked',
  async readPosts(client, page, { cursor }) {
    const opened = await openPage(client, page);
    if ('failure' in opened) {
      return { posts: [], cursor: null, failures: [{ metric: null, failure: opened.failure }] };
    }
    const { path, call } = opened;
    const { retiredParts: retired } = learnedBy(client);
    const source = { path: `${path}/published_posts`, version, retired, call, now: client.now() };
    return readFacebookPosts(cursor, source);
  },

  async readAudience(client, page) {
    const opened = await openPage(client, page);
    if ('failure' in opened) return { slices: [], failures: [{ failure: opened.failure }] };
    return readFacebookAudience(`${opened.path}/insights`, opened.call);
  },

  checkCredential(client) {
    return checkFacebookToken(version, client.secret.accessToken ?? '', callWith(client));
  },
};
