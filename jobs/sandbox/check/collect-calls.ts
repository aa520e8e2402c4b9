import type { PageToRead } from '../../../shared/social/network-readings.ts';
import { listConnectors } from '../../list-connectors.ts';
import { openNetworkClient } from '../../network-client.ts';
import type { Connector, NetworkClient } from '../../network-contract.ts';
import type { SandboxAnswer, SandboxRequest, SandboxShape } from '../protocol.ts';
import { type SandboxNetwork, sandboxPages } from '../sandbox-pages.ts';
import { type Sandbox, startSandbox } from '../serve-sandbox.ts';

/** One call made to the sandbox, with what it answered. */
export interface CheckedCall {
  network: SandboxNetwork;
  /** What the call shows, in a few words. */
  about: string;
  method: 'GET' | 'POST';
  path: string;
  query: URLSearchParams;
  /** What was sent as JSON; absent where nothing was. */
  sent?: unknown;
  status: number;
  body: unknown;
}

type Observed = [SandboxRequest, SandboxAnswer];

function asCall(about: string, [request, { status, body }]: Observed): CheckedCall {
  const { network, path, query, body: text } = request;
  const sent = text === '' ? {} : { sent: JSON.parse(text) };
  const method = text === '' ? 'GET' : 'POST';
  return {
    network,
    about,
    method,
    path,
    query,
    ...sent,
    status,
    body: JSON.parse(JSON.stringify(body)),
  };
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

/** Lets the connector of a network ask all that it asks. */
async function letConnectorAsk(sandbox: Sandbox, network: SandboxNetwork): Promise<void> {
  const connector = (await listConnectors()).get(network);
  if (!connector) return;
  const client = openNetworkClient({
    connector,
    secret: { accessToken: 'sandbox-check', apiKey: 'sandbox-check' },
    baseUrl: sandbox.baseUrls[network],
    now: () => new Date(),
    web: sandbox.web,
  });
  const known = sandboxPages.filter((page) => page.network === network);
  const pages = known.map(({ id, handle }) => ({ id, handle, externalId: null }));
  const unknown = { id: 'unknown', handle: 'nobodyatall', externalId: null };
  await connector.readPages(client, [...pages, unknown]);
  await connector.readPages(
    client,
    known.map((page) => ({ ...page, externalId: page.id })),
  );
  const [page] = known;
  if (page) await readEverything(connector, client, { ...page, externalId: page.id });
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

/** Headers without which a network does not listen. */
const needed = ['linkedin-version', 'x-restli-protocol-version', 'content-type'];

/** Makes a call once more. */
async function askAgain(sandbox: Sandbox, { network, path, query, body, header }: SandboxRequest) {
  const given = needed.flatMap((name) => [[name, header(name)]]).filter(([, value]) => value);
  const headers = { ...Object.fromEntries(given), authorization: 'Bearer sandbox-check' };
  const url = `${sandbox.baseUrls[network]}${path}?${query}`;
  await fetch(url, { headers, ...(body === '' ? {} : { method: 'POST', body }) });
}

/** Makes every call that the connector of a network makes, and those whose answers are refusals. */
export async function collectCalls(
  network: SandboxNetwork,
  shape: Partial<SandboxShape>,
): Promise<CheckedCall[]> {
  const calls = new Map<string, CheckedCall>();
  const requests: SandboxRequest[] = [];
  let about = 'as the connector asks';
  const observe = (...observed: Observed) => {
    const call = asCall(about, observed);
    requests.push(observed[0]);
    calls.set(JSON.stringify([about, call.path, `${call.query}`, call.sent]), call);
  };
  const sandbox = await startSandbox({ clock: () => new Date(), observe, ...shape });
  try {
    await letConnectorAsk(sandbox, network);
    const [first] = requests;
    about = 'besides';
    const page = sandboxPages.find((at) => at.network === network);
    for (const address of further[network]?.(page?.id ?? '') ?? []) {
      const headers = { authorization: 'Bearer sandbox-check' };
      await fetch(`${sandbox.baseUrls[network]}${address}`, { headers });
    }
    for (const kind of network === 'x' ? [...refusals, 'usage_capped' as const] : refusals) {
      about = kind.replace('_', ' ');
      sandbox.setFault({ network, kind });
      if (first) await askAgain(sandbox, first);
      sandbox.clearFaults();
    }
    return [...calls.values()];
  } finally {
    await sandbox.close();
  }
}
