import { describe, expect, onTestFinished, test } from 'vitest';
import { figureOn } from '../../../jobs/sandbox/figures.ts';
import { findSandboxPage } from '../../../jobs/sandbox/sandbox-pages.ts';
import { startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { callerAs, makeHouse, type TestHouse } from '../../support/house.ts';
import { readingsOf } from '../../support/pulled-house.ts';

type PublicNetwork = 'mastodon' | 'bluesky';
const handles: Record<PublicNetwork, (number: number) => string> = {
  mastodon: (number) => `pagina000${number}`,
  bluesky: (number) => `pagina000${number}.bsky.social`,
};

async function openServer(house: TestHouse) {
  const sandbox = await startSandbox({ clock: () => house.now() });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

function addPage(house: TestHouse, network: PublicNetwork, handle: string, baseUrl?: string) {
  const { social } = callerAs(house, 'coordinator');
  return social.createPage({ network, handle, title: handle, baseUrl });
}

const pathsOf = (server: Awaited<ReturnType<typeof openServer>>) =>
  server
    .requests()
    .map(({ path }) => path)
    .join(' ');

describe.each(['mastodon', 'bluesky'] as const)('the server of a page on %s', (network) => {
  const here = handles[network](7);
  const there = handles[network](8);

  test('is the one that the page names, each its own, without any connection', async () => {
    const house = await makeHouse();
    const [one, other] = [await openServer(house), await openServer(house)];
    const { id } = await addPage(house, network, here, one.baseUrls[network]);
    const { id: otherId } = await addPage(house, network, there, other.baseUrls[network]);
    await pullNetworks(house, { reason: 'schedule' });
    const counts = (await readingsOf(house)).filter(({ metric }) => metric === 'followers');
    const followers = (handle: string) =>
      figureOn({ network, handle, metric: 'followers', day: '2026-11-22' });
    expect(new Map(counts.map(({ pageId, value }) => [pageId, value]))).toEqual(
      new Map([
        [id, followers(here)],
        [otherId, followers(there)],
      ]),
    );
    expect(pathsOf(one)).toContain('pagina0007');
    expect(pathsOf(one)).not.toContain('pagina0008');
    expect(pathsOf(other)).toContain('pagina0008');
    expect(pathsOf(other)).not.toContain('pagina0007');
  });

  test('is that of the connection where the page names none', async () => {
    const house = await makeHouse();
    const [ofOffice, ofPage] = [await openServer(house), await openServer(house)];
    const baseUrl = ofOffice.baseUrls[network];
    await callerAs(house, 'admin').social.createConnection({ network, label: '', baseUrl });
    await addPage(house, network, here);
    await addPage(house, network, there, `${ofPage.baseUrls[network]}/`);
    await pullNetworks(house, { reason: 'schedule' });
    expect(pathsOf(ofOffice)).toContain('pagina0007');
    expect(pathsOf(ofOffice)).not.toContain('pagina0008');
    expect(pathsOf(ofPage)).toContain('pagina0008');
  });

  test('is another one from the next pull on when it is changed, and is asked for the name again', async () => {
    const house = await makeHouse();
    const [before, after] = [await openServer(house), await openServer(house)];
    const { social } = callerAs(house, 'coordinator');
    const { id } = await addPage(house, network, here, before.baseUrls[network]);
    await pullNetworks(house, { reason: 'schedule' });
    const [page] = await social.listPages();
    const known = findSandboxPage(network, here);
    expect(page).toMatchObject({ id, externalId: known?.id });
    const fields = { network, handle: here, title: here, baseUrl: after.baseUrls[network] };
    await social.updatePage({ at: { id, version: page?.version ?? 0 }, fields });
    const asked = before.requests().length;
    house.setNow('2026-11-23T15:00:00Z');
    await pullNetworks(house, { reason: 'schedule' });
    expect(before.requests()).toHaveLength(asked);
    expect(pathsOf(after)).toContain(here);
  });
});
