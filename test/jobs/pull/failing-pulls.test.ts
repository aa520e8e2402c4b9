import { describe, expect, test } from 'vitest';
import { sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { networks } from '../../../shared/social/networks.ts';
import { callerAs } from '../../support/house.ts';
import {
  makePulledHouse,
  readingsOf,
  reconnect,
  sandboxPagesOn,
} from '../../support/pulled-house.ts';

const facebookPages = sandboxPagesOn('facebook').length;

describe('a pull in which something fails', () => {
  test('an expired token fails the pages of its network only, and the connection says so', async () => {
    const { house, sandbox, pull, page } = await makePulledHouse();
    sandbox.setFault({ kind: 'expired_token', network: 'facebook' });

    const end = await pull();

    expect(end).toMatchObject({
      pagesRead: sandboxPages.length - facebookPages,
      pagesFailed: facebookPages,
    });
    expect(await page('facebook', 'AlcaldiaLaEstrella')).toMatchObject({
      followers: null,
      posts: null,
      lastPull: {
        outcome: 'reauthorise',
        failures: [{ metric: null, failure: { reason: 'token_expired' } }],
      },
    });
    expect(await page('x', 'AlcLaEstrella')).toMatchObject({ lastPull: { outcome: 'ok' } });
    const connections = await callerAs(house, 'admin').social.listConnections();
    for (const { network, status } of connections) {
      expect(`${network} ${status}`).toBe(
        `${network} ${network === 'facebook' ? 'needs_token' : 'working'}`,
      );
    }
    expect(connections).toHaveLength(networks.length);
  });

  test('a version that LinkedIn no longer speaks is asked once, and no other key is asked for', async () => {
    const { house, sandbox, pull, page } = await makePulledHouse(sandboxPagesOn('linkedin'));
    house.networkVersions = { linkedin: ['202401', '202402'] };
    for (const version of ['202401', '202402']) {
      sandbox.setFault({ kind: 'retired_version', network: 'linkedin', version });
    }
    expect(await pull()).toMatchObject({ pagesRead: 0 });
    const [asked] = sandboxPagesOn('linkedin');
    expect(await page('linkedin', asked?.handle ?? '')).toMatchObject({
      lastPull: { failures: [{ metric: null, failure: { reason: 'version_retired' } }] },
    });
    expect(sandbox.requests()).toHaveLength(2);
    const connections = await callerAs(house, 'admin').social.listConnections();
    expect(connections.find(({ network }) => network === 'linkedin')).toMatchObject({
      status: 'failing',
      failure: { reason: 'version_retired' },
    });
    house.networkVersions = { linkedin: ['202401', '202402', '202610'] };
    house.setNow('2026-11-23T15:00:00Z');
    expect(await pull()).toMatchObject({ pagesFailed: 0 });
  });

  test('with another token its pages are due again that same day', async () => {
    const { house, sandbox, pull } = await makePulledHouse();
    sandbox.setFault({ kind: 'expired_token', network: 'facebook' });
    await pull();
    sandbox.clearFaults();
    expect(await pull()).toMatchObject({ pages: 0 });
    house.setNow('2026-11-22T16:00:00Z');
    await reconnect(house, 'facebook', sandbox.baseUrls.facebook);
    expect(await pull()).toMatchObject({ pages: facebookPages, pagesRead: facebookPages });
  });

  test('without a token nothing is asked of the network, and every page says that it is missing', async () => {
    const { house, sandbox, pull, page } = await makePulledHouse(sandboxPagesOn('x'));
    await house.database.db.deleteFrom('connection').execute();
    expect(await pull()).toMatchObject({ pagesFailed: 1 });
    expect(sandbox.requests()).toEqual([]);
    expect((await page('x', 'AlcLaEstrella')).lastPull).toMatchObject({
      outcome: 'reauthorise',
      failures: [{ failure: { reason: 'token_missing' } }],
    });
  });

  test('an unknown page in a batch is refused by itself', async () => {
    const { sandbox, pull, page } = await makePulledHouse();
    sandbox.setFault({
      kind: 'unknown_page',
      network: 'facebook',
      handle: 'MujerLaEstrella',
    });
    expect(await pull()).toMatchObject({ pagesFailed: 1, pagesRead: sandboxPages.length - 1 });
    expect(await page('facebook', 'MujerLaEstrella')).toMatchObject({
      followers: null,
      lastPull: { outcome: 'refused', failures: [{ failure: { reason: 'page_unknown' } }] },
    });
    expect(await pull()).toMatchObject({ pages: 0 });
  });

  test('a throttled network is left alone until the moment it named, and then read', async () => {
    const { house, sandbox, pull, page } = await makePulledHouse();
    sandbox.setFault({ kind: 'throttled', network: 'x', minutes: 30 });
    expect(await pull()).toMatchObject({ pagesFailed: 1 });
    const { lastPull } = await page('x', 'AlcLaEstrella');
    expect(lastPull).toMatchObject({
      outcome: 'retry_later',
      failures: [{ failure: { reason: 'throttled' } }],
    });
    sandbox.clearFaults();

    house.setNow('2026-11-22T15:10:00Z');
    expect(await pull()).toMatchObject({ pages: 0 });
    house.setNow('2026-11-22T15:46:00Z');
    expect(await pull()).toMatchObject({ pages: 1, pagesRead: 1 });
  });

  test('an answer of another shape stores nothing, and certainly no zero', async () => {
    const { house, sandbox, pull, page } = await makePulledHouse(sandboxPagesOn('x'));
    sandbox.setFault({ kind: 'changed_shape', network: 'x' });
    expect(await pull()).toMatchObject({ pagesFailed: 1 });
    expect((await page('x', 'AlcLaEstrella')).lastPull).toMatchObject({
      outcome: 'changed_shape',
    });
    expect(await readingsOf(house)).toEqual([]);
  });

  test('a page of HTML instead of JSON is a changed shape', async () => {
    const { sandbox, pull, page } = await makePulledHouse(sandboxPagesOn('instagram'));
    sandbox.setFault({ kind: 'html', network: 'instagram' });
    await pull();
    expect((await page('instagram', 'alcaldialaestrella')).lastPull).toMatchObject({
      outcome: 'changed_shape',
      failures: [{ failure: { reason: 'not_json' } }],
    });
  });

  test('one retired metric costs that metric only', async () => {
    const { house, sandbox, pull, page } = await makePulledHouse(sandboxPagesOn('instagram'));
    sandbox.setFault({ kind: 'retired_metric', network: 'instagram', metric: 'media_count' });
    expect(await pull()).toMatchObject({ pagesFailed: 1 });
    expect(await page('instagram', 'alcaldialaestrella')).toMatchObject({
      posts: null,
      lastPull: {
        outcome: 'partial',
        failures: [{ metric: 'posts', failure: { reason: 'metric_retired' } }],
      },
    });
    const read = new Set((await readingsOf(house)).map(({ metric }) => metric));
    expect([...read].toSorted()).toEqual(
      ['followers', 'reach', 'views', 'engagements', 'follows', 'unfollows'].toSorted(),
    );
  });

  test('a network out of reach may answer later: its pages are due at the next turn', async () => {
    const { house, sandbox, pull, page } = await makePulledHouse(sandboxPagesOn('x'));
    const { baseUrls } = sandbox;
    await reconnect(house, 'x', 'http://127.0.0.1:9');
    await pull();
    expect((await page('x', 'AlcLaEstrella')).lastPull).toMatchObject({
      outcome: 'retry_later',
      failures: [{ failure: { reason: 'connection_lost', at: null } }],
    });
    await reconnect(house, 'x', baseUrls.x);
    house.setNow('2026-11-22T16:10:00Z');
    expect(await pull()).toMatchObject({ pagesRead: 1 });
  });
});
