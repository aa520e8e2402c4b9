import { describe, expect, test } from 'vitest';
import { dayFigureOn } from '../../../jobs/sandbox/figures.ts';
import { postsOf } from '../../../jobs/sandbox/posts.ts';
import { findSandboxPage, type SandboxPage } from '../../../jobs/sandbox/sandbox-pages.ts';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { callerAs } from '../../support/house.ts';
import { makePulledHouse, readingsOf } from '../../support/pulled-house.ts';

function sandboxPage(network: string, handle: string): SandboxPage {
  const page = findSandboxPage(network, handle);
  if (!page) throw new Error(`the sandbox has no ${handle}`);
  return page;
}

const office = sandboxPage('facebook', 'AlcaldiaLaEstrella');

async function openOffice() {
  const pulled = await makePulledHouse([office]);
  const { id: pageId } = await pulled.page(office.network, office.handle);
  return { ...pulled, pageId, social: callerAs(pulled.house, 'viewer').social };
}

describe('what a pull reads of a page', () => {
  test('is its days of the last four weeks, as the network gives them, up to yesterday', async () => {
    const { house, pull } = await openOffice();
    await pull();
    const views = (await readingsOf(house)).filter(({ metric }) => metric === 'views');
    expect(views[0]?.day).toBe('2026-10-25');
    expect(views.at(-1)?.day).toBe('2026-11-21');
    expect(views).toHaveLength(28);
    for (const { day, value, source } of views) {
      expect({ day, value, source }).toEqual({
        day,
        value: dayFigureOn(office, 'views', day),
        source: 'api',
      });
    }
  });

  test('is its posts of four weeks and more, its audience, and a record of each part', async () => {
    const { pageId, pull, social } = await openOffice();
    const { pullId } = await pull();
    const listed = await social.listPosts({ pageId, from: '2026-10-25', to: '2026-11-22' });
    expect(listed.total).toBe(
      postsOf(office, '2026-10-25', '2026-11-22', new Date('2026-11-22T15:00:00Z')).length,
    );
    expect((await social.readAudience({ pageId })).dimensions.length).toBeGreaterThan(0);
    const steps = await social.searchPullSteps({ pullId: pullId ?? '' });
    expect(steps.rows.map(({ part, outcome }) => `${part} ${outcome}`).toSorted()).toEqual([
      'audience ok',
      'counts ok',
      'days ok',
      'posts ok',
    ]);
    const record = await social.readPull({ pullId: pullId ?? '' });
    expect(record).toMatchObject({ ended: 'whole', steps: 4, stepsDone: 4, pagesDone: 1 });
    expect(record.calls).toBeGreaterThanOrEqual(4);
    expect(record.postsRead).toBeGreaterThanOrEqual(listed.total);
  });

  test('goes on from its last day however long the machine was off, and reads again what settles', async () => {
    const { house, sandbox, pull } = await openOffice();
    await pull();
    const before = sandbox.requests().length;
    house.setNow('2027-01-20T15:00:00Z');
    await pull();
    const asked = sandbox
      .requests()
      .slice(before)
      .map(({ path }) => decodeURIComponent(path))
      .filter((path) => path.includes('since='));
    expect(asked[0]).toContain('since=2026-11-18');
    const days = (await readingsOf(house))
      .filter(({ metric }) => metric === 'views')
      .map(({ day }) => day);
    expect(days).toHaveLength(new Set(days).size);
    expect(days[0]).toBe('2026-10-25');
    expect(days.at(-1)).toBe('2027-01-19');
    expect(days).toHaveLength(28 + 59);
  });

  test('asks for its audience once a week', async () => {
    const { house, sandbox, pull } = await openOffice();
    const askedOn = async (instant: string) => {
      house.setNow(instant);
      const before = sandbox.requests().length;
      await pull();
      return sandbox
        .requests()
        .slice(before)
        .some(({ path }) => path.includes('page_follows_city'));
    };
    expect(await askedOn('2026-11-22T15:00:00Z')).toBe(true);
    expect(await askedOn('2026-11-23T15:00:00Z')).toBe(false);
    expect(await askedOn('2026-11-28T15:00:00Z')).toBe(false);
    expect(await askedOn('2026-11-29T15:00:00Z')).toBe(true);
  });

  test('keeps what it read when one part fails, and asks for that part alone again', async () => {
    const { house, sandbox, page, pull } = await openOffice();
    sandbox.setFault({
      kind: 'spoiled',
      network: 'facebook',
      how: 'object',
      path: '/published_posts',
    });
    expect(await pull()).toMatchObject({ pagesFailed: 1 });
    const { lastPull, followers } = await page(office.network, office.handle);
    expect(followers).not.toBeNull();
    expect(lastPull?.outcome).toBe('partial');
    expect(new Set(lastPull?.failures.map(({ part }) => part))).toEqual(new Set(['posts']));

    sandbox.clearFaults();
    expect(await pull()).toMatchObject({ pages: 0 });
    house.setNow('2026-11-23T15:00:00Z');
    expect(await pull()).toMatchObject({ pagesRead: 1 });
    expect((await page(office.network, office.handle)).lastPull).toMatchObject({ outcome: 'ok' });
  });

  test('loses one retired insight and no other, and says which', async () => {
    const { house, sandbox, page, pull } = await openOffice();
    sandbox.setFault({ kind: 'retired_metric', network: 'facebook', metric: 'page_media_view' });
    await pull();
    expect((await page(office.network, office.handle)).lastPull).toMatchObject({
      outcome: 'partial',
      failures: [{ part: 'days', metric: 'views', failure: { reason: 'metric_retired' } }],
    });
    const metrics = new Set((await readingsOf(house)).map(({ metric }) => metric));
    expect(metrics).not.toContain('views');
    expect(metrics).toContain('engagements');
  });
});

describe('a pull that somebody asked for', () => {
  test('reads all parts of the page at once, even what is not due', async () => {
    const { house, pageId, pull, social } = await openOffice();
    await pull();
    const { pullId } = await pullNetworks(house, { reason: 'request', pageIds: [pageId] });
    expect(await social.readPull({ pullId: pullId ?? '' })).toMatchObject({
      steps: 4,
      stepsDone: 4,
    });
  });
});
