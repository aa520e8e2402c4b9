import { describe, expect, onTestFinished, test } from 'vitest';
import { openNetworkClient } from '../../../jobs/network-client.ts';
import type { NetworkClient, NetworkRequest } from '../../../jobs/network-contract.ts';
import { dayFigureOn } from '../../../jobs/sandbox/figures.ts';
import { numberedPage, sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { type Sandbox, startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { isRefreshDue } from '../../../shared/social/refresh-rule.ts';
import { type Capability, readOnce } from '../../support/connector-readings.ts';
import { loopbackToo } from '../../support/house.ts';
import { connectorOf, makeClock, serveRecorded, testStart } from '../../support/networks.ts';

const page = { id: 'page-1', handle: 'AlcOficina', externalId: '7001' };

async function openAt(baseUrl: string) {
  const connector = await connectorOf('instagram');
  const secret = { accessToken: 'sandbox-token' };
  const { now, sleep } = makeClock();
  const options = { connector, secret, baseUrl, now, sleep, web: loopbackToo };
  return { connector, client: openNetworkClient(options) };
}

async function readRecorded(capability: Capability, name: string) {
  const { url, asked, gives = [] } = await serveRecorded('instagram', name, capability);
  const { connector, client } = await openAt(url);
  return { ...(await readOnce(capability, connector, client, page)), asked, gives, client };
}

async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ clock: () => new Date(testStart) });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

const office = sandboxPages.find(({ network }) => network === 'instagram');

describe('media of Instagram', () => {
  test('one that is older than the professional account keeps its likes, and hides no other', async () => {
    const { read, failures, gives } = await readRecorded(
      'readPosts',
      'a post older than the professional account',
    );
    expect(failures).toEqual([]);
    expect(read).toMatchObject(gives);
    expect(Object.keys((read[1] as { counts: object }).counts)).toEqual(['reactions', 'comments']);
  });

  test('that too few have seen have no insights, which is no failure', async () => {
    const { read, failures, gives } = await readRecorded('readPosts', 'too few viewers');
    expect(failures).toEqual([]);
    expect(read).toMatchObject(gives);
    expect(JSON.stringify(read)).not.toContain('reach');
  });

  test('are read without insights where the token lacks the permission, and that is told', async () => {
    const { read, failures, asked } = await readRecorded(
      'readPosts',
      'insights without permission',
    );
    expect(read).toHaveLength(2);
    expect(failures.map(({ reason }) => reason)).toEqual(Array(4).fill('permission_missing'));
    expect(asked).toHaveLength(3);
  });

  test('end the batch where the network has had enough, to be gone on with later', async () => {
    const { url } = await serveRecorded('instagram', 'throttled between insights', 'readPosts');
    const { connector, client } = await openAt(url);
    const batch = await connector.readPosts?.(client, page, { since: null, cursor: null });
    expect(batch?.cursor).toBeNull();
    expect(batch?.failures).toMatchObject([{ metric: null, failure: { reason: 'throttled' } }]);
    expect(batch?.posts[0]?.counts).toMatchObject({ views: 4_480 });
  });

  test('are asked from a day on, and no further', async () => {
    const sandbox = await openSandbox();
    const { connector, client } = await openAt(sandbox.baseUrls.instagram);
    const asked = { id: 'page-1', handle: '', externalId: office?.id ?? '' };
    const batch = await connector.readPosts?.(client, asked, { since: '2026-11-01', cursor: null });
    expect(batch?.cursor).toBeNull();
    expect(batch?.posts.length).toBeGreaterThan(5);
    expect(batch?.posts.at(-1)?.publishedAt.slice(0, 7)).toBe('2026-11');
  });

  test('a metric that went is asked no more in the batches that follow', async () => {
    const sandbox = await openSandbox();
    sandbox.setFault({ network: 'instagram', kind: 'retired_metric', metric: 'saved' });
    const { connector, client } = await openAt(sandbox.baseUrls.instagram);
    const asked = { id: 'page-1', handle: '', externalId: office?.id ?? '' };
    const first = await connector.readPosts?.(client, asked, { since: null, cursor: null });
    const before = client.calls;
    await connector.readPosts?.(client, asked, { since: null, cursor: first?.cursor ?? null });
    expect(client.calls).toBe(before + 1);
    expect(sandbox.requests().at(-1)?.path).not.toContain('saved');
  });
});

describe('days of Instagram', () => {
  const period = { from: '2026-11-10', to: '2026-11-16' };

  test('a retired metric costs the others nothing, and is asked on one day only', async () => {
    const sandbox = await openSandbox();
    const metric = 'follows_and_unfollows';
    sandbox.setFault({ network: 'instagram', kind: 'retired_metric', metric });
    const { connector, client } = await openAt(sandbox.baseUrls.instagram);
    const asked = { id: 'page-1', handle: '', externalId: office?.id ?? '' };
    const days = await connector.readDays?.(client, asked, period);
    expect(days?.failures).toMatchObject([
      { metric: 'follows', failure: { reason: 'metric_retired', facts: { field: metric } } },
      { metric: 'unfollows', failure: { reason: 'metric_retired' } },
    ]);
    expect(days?.readings).toHaveLength(3 * 7);
    expect(sandbox.requests().filter(({ path }) => path.includes(metric))).toHaveLength(1);
  });

  test('what was read before the network had enough is kept', async () => {
    const sandbox = await openSandbox();
    const { connector, client } = await openAt(sandbox.baseUrls.instagram);
    const asked = { id: 'page-1', handle: '', externalId: office?.id ?? '' };
    const stopping = {
      secret: client.secret,
      now: () => client.now(),
      getJson(request: Parameters<typeof client.getJson>[0]) {
        if (client.calls === 3) sandbox.setFault({ network: 'instagram', kind: 'throttled' });
        return client.getJson(request);
      },
    };
    const days = await connector.readDays?.(stopping, asked, period);
    expect(days?.failures).toMatchObject([{ metric: null, failure: { reason: 'throttled' } }]);
    const reach = days?.readings.filter(({ metric }) => metric === 'reach');
    expect(reach).toHaveLength(7);
    expect(days?.readings.find(({ metric }) => metric === 'unfollows')).toMatchObject({
      day: period.from,
      value: office && dayFigureOn(office, 'unfollows', period.from),
    });
    expect(days?.readings).toHaveLength(7 + 4);
  });
});

describe('the audience on Instagram', () => {
  test('is not told of accounts of fewer than a hundred followers, which has a name of its own', async () => {
    const { read, failures } = await readRecorded('readAudience', 'too few followers');
    expect(read).toEqual([]);
    expect(failures).toMatchObject([{ kind: 'refused', reason: 'value_not_given' }]);
  });

  test('is refused so by the sandbox too', async () => {
    const clock = () => new Date('2026-01-03T15:00:00Z');
    const sandbox = await startSandbox({ clock });
    onTestFinished(() => sandbox.close());
    const { connector, client } = await openAt(sandbox.baseUrls.instagram);
    const small = { id: 'page-1', handle: '', externalId: numberedPage('instagram', 3).id };
    expect(await connector.readAudience?.(client, small)).toMatchObject({
      slices: [],
      failures: [{ failure: { reason: 'value_not_given' } }],
    });
  });
});

describe("a token of Instagram's own login", () => {
  const own = { accessToken: 'IGAA-token' };
  const answers: Record<string, object> = {
    '/v26.0/me': { user_id: '7001', username: 'alcoficina', name: 'Oficina', followers_count: 12 },
    '/v26.0/7001': { id: '7001', followers_count: 12, media_count: 3 },
  };

  function clientOf(asked: NetworkRequest[]): NetworkClient {
    return {
      secret: own,
      now: () => new Date(testStart),
      async getJson(request) {
        asked.push(request);
        return { ok: true, body: answers[request.path] ?? { data: [] }, link: null };
      },
    };
  }

  test('reads its one account, at an address of its own', async () => {
    const connector = await connectorOf('instagram');
    const asked: NetworkRequest[] = [];
    const client = clientOf(asked);
    const [reading] = await connector.readPages(client, [{ ...page, externalId: null }]);
    expect(reading).toMatchObject({ externalId: '7001', failures: [] });
    expect(reading?.readings.map(({ value }) => value)).toEqual([12, 3]);
    await connector.readPosts?.(client, page, { since: null, cursor: null });
    await connector.readDays?.(client, page, { from: '2026-11-10', to: '2026-11-10' });
    await connector.readAudience?.(client, page);
    expect(new Set(asked.map(({ service }) => service))).toEqual(new Set(['login']));
    expect(connector.services?.login).toBe('https://graph.instagram.com');
  });

  test('is checked by that account', async () => {
    const connector = await connectorOf('instagram');
    expect(await connector.checkCredential?.(clientOf([]))).toMatchObject({
      pages: [{ externalId: '7001', handle: 'alcoficina', title: 'Oficina', followers: 12 }],
      failure: null,
    });
  });

  test("is made new before it ends; one of Facebook's only by a person", () => {
    const soon = '2026-11-25T00:00:00.000Z';
    const isDue = (accessToken: string) =>
      isRefreshDue('instagram', { accessToken }, soon, new Date(testStart));
    expect(isDue(own.accessToken)).toBe(true);
    expect(isDue('EAAsomething')).toBe(false);
  });
});
