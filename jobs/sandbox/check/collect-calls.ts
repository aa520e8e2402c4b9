import type { PageToRead } from '../../../shared/social/network-readings.ts';
import { listConnectors } from '../../list-connectors.ts';
import { openNetworkClient } from '../../network-client.ts';
import type { Connector, NetworkClient } from '../../network-contract.ts';
import { type SandboxNetwork, sandboxPages } from '../sandbox-pages.ts';
import type { Sandbox } from '../serve-sandbox.ts';

/** One call made to the sandbox, with what it answered. */
export interface CheckedCall {
  network: SandboxNetwork;
  /** What the call shows, in a few words. */
  about: string;
  path: string;
  query: URLSearchParams;
  status: number;
  body: unknown;
}

async function call(
  sandbox: Sandbox,
  network: SandboxNetwork,
  about: string,
  address: string,
): Promise<CheckedCall> {
  const response = await fetch(`${sandbox.baseUrls[network]}${address}`, {
    headers: { authorization: 'Bearer sandbox-check' },
  });
  const { pathname: path, searchParams: query } = new URL(address, 'http://sandbox');
  return { network, about, path, query, status: response.status, body: await response.json() };
}

/** Everything that a connector reads of one page and of its token, once. */
async function readEverything(
  connector: Connector,
  client: NetworkClient,
  page: PageToRead,
): Promise<void> {
  const wish = { since: null, cursor: null };
  const first = await connector.readPosts?.(client, page, wish);
  if (first?.cursor) await connector.readPosts?.(client, page, { ...wish, cursor: first.cursor });
  await connector.readPosts?.(client, page, { ...wish, since: '2026-10-01' });
  await connector.readDays?.(client, page, { from: '2026-10-01', to: '2026-10-05' });
  await connector.readAudience?.(client, page);
  await connector.checkCredential?.(client);
}

/** What the connectors ask of a network, found by letting them ask it. */
async function listAddresses(sandbox: Sandbox, network: SandboxNetwork): Promise<string[]> {
  const connector = (await listConnectors()).get(network);
  if (!connector) return [];
  const now = () => new Date();
  const baseUrl = sandbox.baseUrls[network];
  const secret = { accessToken: 'sandbox-check' };
  const client = openNetworkClient({ connector, secret, baseUrl, now, web: sandbox.web });
  const pages = sandboxPages
    .filter((page) => page.network === network)
    .map(({ id, handle }) => ({ id, handle, externalId: null }));
  const before = sandbox.requests().length;
  await connector.readPages(client, [
    ...pages,
    { id: 'unknown', handle: 'nobodyatall', externalId: null },
  ]);
  const [page] = sandboxPages.filter((at) => at.network === network);
  if (page) await readEverything(connector, client, { ...page, externalId: page.id });
  const asked = sandbox.requests().slice(before);
  return [...new Set(asked.map((request) => request.path))];
}

const insightMetrics =
  'page_media_view,page_total_media_view_unique,page_follows,page_daily_follows_unique';
const days = 'period=day&since=2026-10-01&until=2026-10-05';

/** Calls that no connector makes, for everything else that the sandbox can answer. */
const further: Partial<Record<SandboxNetwork, (id: string) => string[]>> = {
  facebook: (id) => [
    `/v26.0/${id}?fields=id,name,username,link,followers_count,fan_count,is_published,access_token,talking_about_count,instagram_business_account{id,username}`,
    `/v26.0/${id}/published_posts?fields=id,created_time,message,permalink_url,is_published,status_type,shares`,
    `/v26.0/${id}/insights?metric=${insightMetrics}&${days}`,
  ],
  instagram: (id) => [
    `/v26.0/${id}?fields=id,username,name,followers_count,follows_count,media_count`,
    `/v26.0/${id}/insights?metric=reach,views&${days}`,
  ],
  x: () => ['/2/users/by?usernames=AlcLaEstrella', '/2/users/1/tweets', '/2/users/me'],
};

const refusals = ['expired_token', 'throttled', 'missing_permission', 'server_error'] as const;

async function collectRefusals(sandbox: Sandbox, network: SandboxNetwork, address: string) {
  const kinds = network === 'x' ? [...refusals, 'usage_capped' as const] : refusals;
  const calls: CheckedCall[] = [];
  for (const kind of kinds) {
    sandbox.setFault({ network, kind });
    calls.push(await call(sandbox, network, kind.replace('_', ' '), address));
    sandbox.clearFaults();
  }
  return calls;
}

/** Makes every call that the connector of a network makes, and those whose answers are refusals. */
export async function collectCalls(
  sandbox: Sandbox,
  network: SandboxNetwork,
): Promise<CheckedCall[]> {
  const addresses = await listAddresses(sandbox, network);
  const calls: CheckedCall[] = [];
  for (const address of addresses) {
    calls.push(await call(sandbox, network, 'as the connector asks', address));
  }
  const page = sandboxPages.find((at) => at.network === network);
  for (const address of further[network]?.(page?.id ?? '') ?? []) {
    calls.push(await call(sandbox, network, 'besides', address));
  }
  return [...calls, ...(await collectRefusals(sandbox, network, addresses[0] ?? '/'))];
}
