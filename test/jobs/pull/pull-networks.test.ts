import { describe, expect, test } from 'vitest';
import { sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { auditOf, callerAs } from '../../support/house.ts';
import {
  makePulledHouse,
  readingsOf,
  sandboxFigure,
  sandboxPagesOn,
} from '../../support/pulled-house.ts';

const today = '2026-11-22';

describe('the pull', () => {
  test("brings today's followers and posts of every page, with source and capture time", async () => {
    const { house, pull } = await makePulledHouse();

    const end = await pull();

    const all = sandboxPages.length;
    expect(end).toMatchObject({ pages: all, pagesRead: all, pagesFailed: 0, isStopped: false });
    const rows = await callerAs(house, 'viewer').social.listPages();
    expect(rows).toHaveLength(all);
    for (const row of rows) {
      const seen = { day: today, source: 'api', capturedAt: '2026-11-22T15:00:00.000Z' };
      const followers = sandboxFigure(row, 'followers', today);
      // YouTube tells subscribers to three figures.
      const told =
        row.network === 'youtube'
          ? { value: Math.floor(followers / 10) * 10, precision: 'rounded' }
          : { value: followers, precision: 'exact' };
      expect(row).toMatchObject({
        followers: { ...seen, ...told },
        posts: { ...seen, value: sandboxFigure(row, 'posts', today) },
        lastPull: { outcome: 'ok', failures: [] },
      });
    }
    const pulls = await callerAs(house, 'viewer').social.listPulls({});
    expect(pulls.rows).toMatchObject([
      { reason: 'schedule', day: today, pages: all, pagesDone: all, pagesFailed: 0 },
    ]);
    const actions = (await auditOf(house, end.pullId ?? '')).map((row) => row.action);
    expect(actions.filter((action) => action !== 'pull').toSorted()).toEqual(['finish', 'start']);
    expect(actions).toContain('pull');
  });

  test('made twice on a day changes nothing, and asks for nothing the second time', async () => {
    const { house, sandbox, pull } = await makePulledHouse();
    await pull();
    const before = await readingsOf(house);
    const calls = sandbox.requests().length;

    expect(await pull()).toMatchObject({ pullId: null, pages: 0 });
    expect(sandbox.requests()).toHaveLength(calls);
    house.setNow('2026-11-22T21:00:00Z');
    await pullNetworks(house, { reason: 'request' });

    expect(sandbox.requests().length).toBeGreaterThan(calls);
    expect(await readingsOf(house)).toEqual(before);
  });

  test("stores a reading under the day of the office's time zone", async () => {
    const { house, pull } = await makePulledHouse(sandboxPagesOn('x'));
    house.setNow('2026-11-23T04:59:59Z');
    await pull();
    house.setNow('2026-11-23T05:00:00Z');
    await pull();
    const days = (await readingsOf(house)).map(({ metric, day }) => `${metric} ${day}`);
    expect(days).toEqual([
      'followers 2026-11-22',
      'followers 2026-11-23',
      'posts 2026-11-22',
      'posts 2026-11-23',
    ]);
  });

  test('a day without a pull is a gap, never a zero', async () => {
    const { house, pull, page } = await makePulledHouse(sandboxPagesOn('x'));
    await pull();
    house.setNow('2026-11-25T15:00:00Z');
    await pull();
    const { id: pageId } = await page('x', 'AlcLaEstrella');
    const growth = await callerAs(house, 'viewer').social.readGrowth({
      pageId,
      metric: 'followers',
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(growth.points.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-25']);
    expect(growth.gaps).toEqual([{ from: '2026-11-23', to: '2026-11-24' }]);
  });

  test('keeps the identifiers that networks teach, and reads by them the next day', async () => {
    const { house, pull, page } = await makePulledHouse();
    await pull();
    expect(await page('instagram', 'alcaldialaestrella')).toMatchObject({
      externalId: '17841401618033988',
    });
    house.setNow('2026-11-23T15:00:00Z');
    expect(await pull()).toMatchObject({ pagesFailed: 0 });
  });

  test('leaves out pages that were removed or are kept by hand', async () => {
    const { house, pull, page } = await makePulledHouse();
    const { social } = callerAs(house, 'coordinator');
    const x = await page('x', 'AlcLaEstrella');
    await social.removePage({ id: x.id, version: x.version });
    const instagram = await page('instagram', 'alcaldialaestrella');
    await social.updatePage({
      at: { id: instagram.id, version: instagram.version },
      fields: { ...instagram, isPulled: false },
    });
    expect(await pull()).toMatchObject({ pages: sandboxPages.length - 2 });
  });

  test('told to stop before it begins, it leaves every page as it was', async () => {
    const { house, sandbox } = await makePulledHouse();
    const end = await pullNetworks(house, { reason: 'schedule' }, AbortSignal.abort());
    expect(end).toMatchObject({ isStopped: true, pagesRead: 0, pagesFailed: 0 });
    expect(sandbox.requests()).toEqual([]);
    expect(await pullNetworks(house, { reason: 'schedule' })).toMatchObject({
      pagesRead: sandboxPages.length,
    });
  });
});
