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
  type PulledMetric,
} from '../../shared/social/network-readings.ts';
import type { Connector, NetworkClient } from '../network-contract.ts';

const version = '/v26.0';
const mostTurns = 200;
const fieldOf = { followers: 'followers_count', posts: 'media_count' } as const;

const AccountsPage = z.object({
  data: z.array(
    z.object({
      instagram_business_account: z
        .object({ id: z.string().min(1), username: z.string().optional() })
        .optional(),
    }),
  ),
  paging: z
    .object({
      cursors: z.object({ after: z.string() }).optional(),
      next: z.string().optional(),
    })
    .optional(),
});

/** Where each account's number is known, or why it is not. */
type AccountIds = Map<string, { id: string } | { failure: NetworkFailure }>;

function userNameOf(page: PageToRead): string {
  return page.handle.replace(/^@/, '').toLowerCase();
}

/** Names and numbers of the accounts that the token manages, through the pages they belong to. */
async function listAccounts(
  client: NetworkClient,
): Promise<Map<string, string> | { failure: NetworkFailure }> {
  const accounts = new Map<string, string>();
  let query: Record<string, string> = {
    fields: 'instagram_business_account{id,username}',
    limit: '100',
  };
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const answer = await client.getJson({ path: `${version}/me/accounts`, query });
    if (!answer.ok) return answer;
    const page = AccountsPage.safeParse(answer.body);
    if (!page.success) {
      const facts = { field: page.error.issues[0]?.path.join('.') ?? '' };
      return { failure: { kind: 'changed_shape', reason: 'field_malformed', facts } };
    }
    for (const { instagram_business_account: account } of page.data.data) {
      if (account?.username) accounts.set(account.username.toLowerCase(), account.id);
    }
    const after = page.data.paging?.cursors?.after;
    if (page.data.paging?.next === undefined || after === undefined) return accounts;
    query = { ...query, after };
  }
  return { failure: { kind: 'changed_shape', reason: 'paging_endless', facts: { mostTurns } } };
}

function checkNumber(id: string): { id: string } | { failure: NetworkFailure } {
  if (readGraphId(id) !== null) return { id };
  return { failure: { kind: 'refused', reason: 'handle_malformed', facts: {} } };
}

/** The graph reads accounts by number only: those known by name are looked up once. */
async function findIds(client: NetworkClient, pages: PageToRead[]): Promise<AccountIds> {
  const needsNames = pages.some((page) => page.externalId === null);
  const accounts = needsNames ? await listAccounts(client) : new Map<string, string>();
  const facts = { accountsSeen: 'failure' in accounts ? 0 : accounts.size };
  const unknown = { kind: 'refused', reason: 'page_unknown', facts } as const;
  const found: AccountIds = new Map();
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
  const { id } = node.fields;
  return composeReading(page, readGraphId(id), [countOf('followers'), countOf('posts')]);
}

/** Professional accounts of Instagram through the pages they belong to, Graph API v26.0. */
export const instagram: Connector = {
  network: 'instagram',
  defaultBaseUrl: 'https://graph.facebook.com',
  batchSize: 50,
  explainRefusal: explainGraphError,

  async readPages(client, pages) {
    const found = await findIds(client, pages);
    const ids = [...found.values()].flatMap((account) => ('id' in account ? [account.id] : []));
    const fields = ['id', ...Object.values(fieldOf)];
    const { nodes, retired } = await readGraphNodes([...new Set(ids)], fields, (some, asked) =>
      client.getJson({
        path: `${version}/`,
        query: { ids: some.join(','), fields: asked.join(',') },
      }),
    );
    return pages.map((page) => {
      const account = found.get(page.id);
      const node = account && 'id' in account ? nodes.get(account.id) : account;
      const missing = { kind: 'changed_shape', reason: 'page_missing', facts: {} } as const;
      return readAccount(page, node ?? { failure: missing }, retired);
    });
  },
};
