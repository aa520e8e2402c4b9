import { readGraphAudience } from '../../shared/social/graph-audience.ts';
import { explainGraphError } from '../../shared/social/graph-error.ts';
import type { CallGraph } from '../../shared/social/graph-list.ts';
import {
  type AskGraph,
  type GraphNode,
  readGraphId,
  readGraphName,
  readGraphNodes,
} from '../../shared/social/graph-nodes.ts';
import type { RetiredParts } from '../../shared/social/graph-posts.ts';
import { renewLongLivedToken } from '../../shared/social/graph-token.ts';
import { checkInstagramToken, listAccountNames } from '../../shared/social/instagram-accounts.ts';
import { instagramDayMetrics, readInstagramDays } from '../../shared/social/instagram-insights.ts';
import { readInstagramPosts } from '../../shared/social/instagram-posts.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type MetricCount,
  type PageReading,
  type PageToRead,
  type PulledMetric,
} from '../../shared/social/network-readings.ts';
import type { Connector, NetworkClient } from '../network-contract.ts';

const version = '/v26.0';
const ownLogin = 'login';
const fieldOf = { followers: 'followers_count', posts: 'media_count' } as const;

/** Where an account's number is known, or why it is not. */
type AccountId = { id: string } | { failure: NetworkFailure };

/** What the network retired of posts, as far as a credential's calls showed. */
const retiredThrough = new WeakMap<NetworkClient, RetiredParts>();

function retiredBy(client: NetworkClient): RetiredParts {
  const retired = retiredThrough.get(client) ?? new Map();
  retiredThrough.set(client, retired);
  return retired;
}

/** Tokens of Instagram's own login begin so: they read their one account, at its own address. */
function isOwnLogin({ secret }: NetworkClient): boolean {
  return secret.accessToken?.startsWith('IG') === true;
}

function callWith(client: NetworkClient): CallGraph {
  const service = isOwnLogin(client) ? ownLogin : undefined;
  return (path, query) => client.getJson({ path, query, service });
}

function accountsOf(client: NetworkClient) {
  return { version, isOwnLogin: isOwnLogin(client), call: callWith(client) };
}

function userNameOf(page: PageToRead): string {
  return page.handle.replace(/^@/, '').toLowerCase();
}

function checkNumber(id: string): AccountId {
  if (readGraphId(id) !== null) return { id };
  return { failure: { kind: 'refused', reason: 'handle_malformed', facts: {} } };
}

/** The graph reads accounts by number only: those known by name are looked up once. */
async function findIds(
  client: NetworkClient,
  pages: PageToRead[],
): Promise<Map<string, AccountId>> {
  const needsNames = pages.some((page) => page.externalId === null);
  const accounts = needsNames
    ? await listAccountNames(accountsOf(client))
    : new Map<string, string>();
  const facts = { accountsSeen: 'failure' in accounts ? 0 : accounts.size };
  const unknown = { kind: 'refused', reason: 'page_unknown', facts } as const;
  const found = new Map<string, AccountId>();
  for (const page of pages) {
    if (page.externalId !== null) found.set(page.id, checkNumber(page.externalId));
    else if ('failure' in accounts) found.set(page.id, accounts);
    else {
      const id = accounts.get(userNameOf(page));
      found.set(page.id, id === undefined ? { failure: unknown } : { id });
    }
  }
  return found;
}

const missing: NetworkFailure = { kind: 'changed_shape', reason: 'page_missing', facts: {} };

async function findId(client: NetworkClient, page: PageToRead): Promise<AccountId> {
  return (await findIds(client, [page])).get(page.id) ?? { failure: missing };
}

function readAccount(
  page: PageToRead,
  node: GraphNode,
  retired: Map<string, NetworkFailure>,
): PageReading {
  if ('failure' in node) return failPage(page, node.failure);
  const countOf = (metric: PulledMetric): MetricCount => {
    const field = fieldOf[metric];
    const gone = retired.get(field);
    const count = gone ? { failure: gone } : readNetworkCount(field, node.fields[field]);
    return { metric, precision: 'exact', count };
  };
  const { id, username } = node.fields;
  const counts = [countOf('followers'), countOf('posts')];
  return composeReading(page, readGraphId(id), counts, { handle: readGraphName(username) });
}

/** Many accounts in one call; the one of Instagram's own login by itself. */
function askNodes(client: NetworkClient): AskGraph {
  const call = callWith(client);
  return async (ids, asked) => {
    const fields = asked.join(',');
    const [id] = ids;
    if (!isOwnLogin(client) || id === undefined || ids.length > 1) {
      return call(`${version}/`, { ids: ids.join(','), fields });
    }
    const answer = await call(`${version}/${id}`, { fields });
    return answer.ok ? { ...answer, body: { [id]: answer.body } } : answer;
  };
}

const byPeople = { metric_type: 'total_value', period: 'lifetime' };
const audienceQuestions = [
  { dimension: 'age_gender', query: { ...byPeople, breakdown: 'age,gender' } },
  { dimension: 'country', query: { ...byPeople, breakdown: 'country' } },
  { dimension: 'city', query: { ...byPeople, breakdown: 'city' } },
] as const;

/**
 * Professional accounts of Instagram, Graph API v26.0: through the pages they belong to, or the one
 * whose token of Instagram's own login is given. Only the latter is made new without a person.
 */
export const instagram: Connector = {
  network: 'instagram',
  defaultBaseUrl: 'https://graph.facebook.com',
  services: { [ownLogin]: 'https://graph.instagram.com' },
  batchSize: 50,
  explainRefusal: explainGraphError,
  days: {
    metrics: instagramDayMetrics,
    reachesBackDays: 729,
    daysPerCall: 15,
    settlesAfterDays: 3,
  },

  async readPages(client, pages) {
    const found = await findIds(client, pages);
    const ids = [...found.values()].flatMap((account) => ('id' in account ? [account.id] : []));
    const fields = ['id', ...Object.values(fieldOf), 'username'];
    const { nodes, retired } = await readGraphNodes([...new Set(ids)], fields, askNodes(client));
    return pages.map((page) => {
      const account = found.get(page.id);
      const node = account && 'id' in account ? nodes.get(account.id) : account;
      return readAccount(page, node ?? { failure: missing }, retired);
    });
  },

  async readDays(client, page, period) {
    const account = await findId(client, page);
    if ('failure' in account) {
      return { readings: [], failures: [{ metric: null, failure: account.failure }] };
    }
    return readInstagramDays(`${version}/${account.id}/insights`, period, callWith(client));
  },

  async readPosts(client, page, wish) {
    const account = await findId(client, page);
    if ('failure' in account) {
      return { posts: [], cursor: null, failures: [{ metric: null, failure: account.failure }] };
    }
    return readInstagramPosts(wish, {
      path: `${version}/${account.id}/media`,
      version,
      retired: retiredBy(client),
      call: callWith(client),
      now: client.now(),
    });
  },

  async readAudience(client, page) {
    const account = await findId(client, page);
    if ('failure' in account) return { slices: [], failures: [account] };
    const path = `${version}/${account.id}/insights`;
    return readGraphAudience(path, audienceQuestions, callWith(client));
  },

  checkCredential(client) {
    return checkInstagramToken(accountsOf(client), client.secret.accessToken ?? '');
  },

  refreshCredential(client) {
    return renewLongLivedToken(client.secret, client.now(), () =>
      client.getJson({
        service: ownLogin,
        path: '/refresh_access_token',
        query: { grant_type: 'ig_refresh_token' },
      }),
    );
  },
};
