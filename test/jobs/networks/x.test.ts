import { describe, expect, onTestFinished, test } from 'vitest';
import { openNetworkClient } from '../../../jobs/network-client.ts';
import { type Sandbox, startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { connectorOf, readThrough, testStart } from '../../support/networks.ts';

const page = { id: 'office', handle: '@AlcLaEstrella', externalId: null };

describe.each(['post', 'tweet'] as const)('x, where posts are called %ss', (xNames) => {
  async function start(): Promise<Sandbox> {
    const sandbox = await startSandbox({ clock: () => new Date(testStart), xNames });
    onTestFinished(() => sandbox.close());
    return sandbox;
  }

  test('followers and posts are read', async () => {
    const sandbox = await start();
    const { readings } = await readThrough('x', sandbox.baseUrls.x, [page]);
    expect(readings[0]?.readings.map((at) => at.metric)).toEqual(['followers', 'posts']);
  });

  test.each([
    ['usage_capped', { kind: 'refused', reason: 'usage_capped' }],
    ['missing_permission', { kind: 'refused', reason: 'permission_missing' }],
    ['expired_token', { kind: 'reauthorise', reason: 'token_invalid' }],
  ] as const)('%s is told once, and not tried again', async (kind, failure) => {
    const sandbox = await start();
    sandbox.setFault({ network: 'x', kind });
    const { readings, client } = await readThrough('x', sandbox.baseUrls.x, [page]);
    expect(readings[0]?.failures).toMatchObject([{ metric: null, failure }]);
    expect(client.calls).toBe(1);
  });

  test('the words for posts are found out once, and kept to', async () => {
    const sandbox = await start();
    const connector = await connectorOf('x');
    const client = openNetworkClient({
      connector,
      secret: { accessToken: 'sandbox-token' },
      baseUrl: sandbox.baseUrls.x,
      now: () => new Date(testStart),
      web: sandbox.web,
    });
    const known = { ...page, externalId: '2718281828459045' };
    const wish = { since: '2026-11-01', cursor: null };
    const first = await connector.readPosts?.(client, known, wish);
    const again = await connector.readPosts?.(client, known, wish);
    expect(first?.posts.length).toBeGreaterThan(5);
    expect(again).toEqual(first);
    expect(client.calls).toBe(xNames === 'post' ? 2 : 3);
  });

  test('a hundred names go in one call', async () => {
    const sandbox = await start();
    const others = Array.from({ length: 99 }, (_, index) => ({
      id: `other ${index}`,
      handle: `other_${index}`,
      externalId: null,
    }));
    const { readings, client } = await readThrough('x', sandbox.baseUrls.x, [...others, page]);
    expect(client.calls).toBe(1);
    expect(readings.filter((reading) => reading.failures.length === 0)).toHaveLength(1);
  });

  test('accounts whose number is known are asked by it, the others by name', async () => {
    const sandbox = await start();
    const known = { id: 'known', handle: '@OldName', externalId: '2718281828459045' };
    const gone = { id: 'gone', handle: '@AlcLaEstrella', externalId: '1' };
    const pages = [known, page, gone];
    const { readings } = await readThrough('x', sandbox.baseUrls.x, pages);
    expect(sandbox.requests().map(({ path }) => path.split('&')[0])).toEqual([
      '/2/users?ids=2718281828459045%2C1',
      '/2/users/by?usernames=alclaestrella',
    ]);
    expect(readings[0]?.readings).toEqual(readings[1]?.readings);
    expect(readings[0]?.readings).toHaveLength(2);
    // Its name belongs to another account by now; its own is gone.
    expect(readings[2]?.failures).toMatchObject([{ failure: { reason: 'page_unknown' } }]);
  });
});
