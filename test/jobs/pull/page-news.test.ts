import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { makePulledHouse, readingsOf, sandboxPagesOn } from '../../support/pulled-house.ts';

const account = {
  id: '109000000000000001',
  acct: 'oficina',
  followers_count: 1_284,
  statuses_count: 613,
};

/** A server of Mastodon that says of its one account what it is told to say. */
async function openServer() {
  const told = { account: account as object };
  const server = createServer((request, response) => {
    const isList = request.url?.includes('/statuses') === true;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isList ? [] : told.account));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { told, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('an account that changes on its network', () => {
  test('is called by its new name, moves, is taken down, and no zero is made of it', async () => {
    const house = await makeHouse();
    const { told, baseUrl } = await openServer();
    const { social } = callerAs(house, 'coordinator');
    const fields = { network: 'mastodon', handle: 'oficina', title: 'Oficina', baseUrl } as const;
    await social.createPage(fields);
    const readOn = async (day: string, more: object) => {
      house.setNow(`${day}T15:00:00Z`);
      told.account = { ...account, ...more };
      await pullNetworks(house, { reason: 'schedule' });
      const [page] = await social.listPages();
      if (!page) throw new Error('the page is gone');
      return page;
    };

    expect(await readOn('2026-11-22', {})).toMatchObject({ seenHandle: 'oficina', movedTo: null });
    const moved = { acct: 'alcaldia', moved: { acct: 'alcaldia@otro.example' } };
    const page = await readOn('2026-11-23', moved);
    expect(page).toMatchObject({ seenHandle: 'alcaldia', movedTo: 'alcaldia@otro.example' });

    // Under the name that the network gives it, it is the same account; under any other, another.
    const { id, version } = page;
    const renamed = { ...fields, handle: 'alcaldia' };
    const at = await social.updatePage({ at: { id, version }, fields: renamed });
    expect(await social.listPages()).toMatchObject([{ externalId: account.id }]);

    const suspended = { acct: 'alcaldia', suspended: true, followers_count: 0, statuses_count: 0 };
    const closed = await readOn('2026-11-24', suspended);
    const failures = [{ metric: null, failure: { reason: 'page_suspended' } }];
    expect(closed).toMatchObject({ lastPull: { outcome: 'refused', failures } });
    expect((await readingsOf(house)).map(({ day, value }) => [day, value])).toEqual([
      ['2026-11-22', 1_284],
      ['2026-11-23', 1_284],
      ['2026-11-22', 613],
      ['2026-11-23', 613],
    ]);
    await social.updatePage({ at, fields: { ...fields, handle: 'prensa' } });
    expect(await social.listPages()).toMatchObject([
      { externalId: null, seenHandle: null, movedTo: null },
    ]);
  });

  test('has one name on each of several servers', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'coordinator');
    const add = (handle: string) =>
      social.createPage({ network: 'mastodon', handle, title: handle });
    await add('oficina');
    await add('oficina@social.gov.example');
    await add('https://otro.example/@oficina');
    expect(await failureOf(add('@Oficina@social.gov.example'))).toMatchObject({
      code: 'value_taken',
    });
    expect(await failureOf(add('https://mastodon.social/@oficina'))).toMatchObject({
      code: 'value_taken',
    });
    expect((await social.listPages()).map(({ baseUrl }) => baseUrl).toSorted()).toEqual([
      'https://otro.example',
      'https://social.gov.example',
      null,
    ]);
  });
});

test('a connection whose pages are all denied for want of a permission is not said to work', async () => {
  const { house, sandbox, pull } = await makePulledHouse(sandboxPagesOn('instagram').slice(0, 2));
  sandbox.setFault({ network: 'instagram', kind: 'missing_permission' });
  await pull();
  const connections = await callerAs(house, 'admin').social.listConnections();
  expect(connections.find(({ network }) => network === 'instagram')).toMatchObject({
    status: 'failing',
    failure: { reason: 'permission_missing' },
  });
});
