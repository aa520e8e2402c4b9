import { beforeEach, describe, expect, test } from 'vitest';
import { storePosts } from '../../../server/social/store-posts.ts';
import { storeSnapshots } from '../../../server/social/store-snapshots.ts';
import { addDays } from '../../../shared/calendar/day.ts';
import type { NetworkPost } from '../../../shared/social/post-metrics.ts';
import type { Snapshot } from '../../../shared/social/schemas.ts';
import {
  as,
  auditOf,
  callerAs,
  failureOf,
  makeHouse,
  type TestHouse,
} from '../../support/house.ts';

const capturedAt = '2026-11-22T15:00:00.000Z';
const november = { from: '2026-11-01', to: '2026-11-10' };
let house: TestHouse;
let coordinator: ReturnType<typeof callerAs>;

beforeEach(async () => {
  house = await makeHouse();
  coordinator = callerAs(house, 'coordinator');
});

async function addPage(handle: string, more: object = {}): Promise<string> {
  const fields = { network: 'facebook' as const, handle, title: `Página ${handle}`, ...more };
  return (await coordinator.social.createPage(fields)).id;
}

type Told = Partial<Snapshot> & Pick<Snapshot, 'pageId' | 'day' | 'value'>;

async function tell(...readings: Told[]): Promise<void> {
  const rest = { metric: 'followers', source: 'api', precision: 'exact', capturedAt } as const;
  await storeSnapshots(
    as(house, 'admin'),
    readings.map((reading) => ({ ...rest, ...reading })),
  );
}

function post(number: number, day: string, more: Partial<NetworkPost> = {}): NetworkPost {
  return {
    externalId: `post-${number}`,
    publishedAt: `${day}T15:00:00.000Z`,
    kind: 'photo',
    text: `Publicación ${number}`,
    permalink: null,
    counts: { reactions: number },
    ...more,
  };
}

async function publish(pageId: string, ...posts: NetworkPost[]): Promise<void> {
  await storePosts(as(house, 'admin'), [{ pageId, source: 'api', capturedAt, posts }]);
}

describe('the overview', () => {
  test('a page has its followers, its change beside the period before, and its sums', async () => {
    const pageId = await addPage('uno');
    await tell(
      { pageId, day: '2026-10-22', value: 80 },
      { pageId, day: '2026-10-30', value: 90 },
      { pageId, day: '2026-11-02', value: 100 },
      { pageId, day: '2026-11-09', value: 125 },
      { pageId, day: '2026-11-15', value: 999 },
      { pageId, day: '2026-11-03', metric: 'reach', value: 40 },
      { pageId, day: '2026-11-04', metric: 'reach', value: 0 },
    );
    await publish(pageId, post(1, '2026-11-05'), post(2, '2026-10-28'));
    const overview = await callerAs(house, 'viewer').social.readOverview(november);
    expect(overview.comparedWith).toEqual({ from: '2026-10-22', to: '2026-10-31' });
    expect(overview.rows).toMatchObject([
      {
        id: pageId,
        followers: { value: 125, day: '2026-11-09', source: 'api' },
        // From the last level before the period, which was read on 30 October.
        change: { value: 35, basisPoints: 3_889, from: { day: '2026-10-30' }, isSince: false },
        changeBefore: { value: 10, basisPoints: 1_250, isSince: true },
        posts: 1,
        postsBefore: 1,
        reach: { value: 40, days: 2, missingDays: 8 },
        views: null,
        lastPostDay: '2026-11-05',
        sparkline: [
          { day: '2026-11-02', value: 100 },
          { day: '2026-11-09', value: 125 },
        ],
      },
    ]);
  });

  test('beside last year the same dates of the year before are read', async () => {
    const pageId = await addPage('uno');
    await tell({ pageId, day: '2025-11-01', value: 10 }, { pageId, day: '2025-11-10', value: 14 });
    const asked = { ...november, compareWith: 'last_year' as const };
    const { rows, comparedWith } = await coordinator.social.readOverview(asked);
    expect(comparedWith).toEqual({ from: '2025-11-01', to: '2025-11-10' });
    expect(rows[0]).toMatchObject({ change: null, changeBefore: { value: 4 } });
  });

  test('what nobody read is null, in no sum, and last in order', async () => {
    const known = await addPage('conocida');
    const unknown = await addPage('anónima');
    await tell({ pageId: known, day: '2026-11-02', value: 0 });
    const { rows, totals } = await coordinator.social.readOverview(november);
    expect(rows.map(({ id }) => id)).toEqual([known, unknown]);
    expect(rows[1]).toMatchObject({ followers: null, change: null, posts: null, reach: null });
    expect(totals).toMatchObject({
      followers: { value: 0, pages: { has: 1, of: 2 } },
      change: { value: null, pages: { has: 0, of: 2 } },
      posts: { value: null, pages: { has: 0, of: 2 } },
    });
  });

  test('departments have their share, and pages without a post for long are named', async () => {
    const departmentId = (await coordinator.accounts.createDepartment({ name: 'Cultura' })).id;
    const [one, other] = [await addPage('uno'), await addPage('otra', { departmentId })];
    await tell(
      { pageId: one, day: '2026-11-02', value: 300 },
      { pageId: other, day: '2026-11-02', value: 700 },
    );
    await publish(one, post(1, '2026-11-09'));
    await publish(other, post(2, '2026-10-01'));
    const { departments, neglected } = await coordinator.social.readOverview(november);
    expect(departments).toMatchObject([
      { department: 'Cultura', pages: 1, followers: 700, pagesUnknown: 0 },
      { department: null, pages: 1, followers: 300 },
    ]);
    expect(neglected).toMatchObject({
      days: 14,
      total: 1,
      pages: [{ id: other, lastPostDay: '2026-10-01' }],
    });
  });

  test('it is searched, ordered by any column and read a page at a time', async () => {
    const handles = ['alfa', 'beta', 'gama'];
    const ids: string[] = [];
    for (const handle of handles) ids.push(await addPage(handle));
    await tell(...ids.map((pageId, at) => ({ pageId, day: '2026-11-02', value: at * 10 })));
    const sort = { column: 'followers', descending: false } as const;
    const second = { ...november, sort, pageSize: 1, page: 2 };
    const { rows, total } = await coordinator.social.readOverview(second);
    expect([rows.map(({ handle }) => handle), total]).toEqual([['beta'], 3]);
    const found = await coordinator.social.readOverview({ ...november, search: 'GAM' });
    expect(found.rows.map(({ handle }) => handle)).toEqual(['gama']);
  });

  test('a period that ends before it begins is refused', async () => {
    const reversed = { from: '2026-11-10', to: '2026-11-01' };
    expect(await failureOf(coordinator.social.readOverview(reversed))).toMatchObject({
      issues: [{ path: ['to'], message: 'period_reversed' }],
    });
  });
});

describe('a page', () => {
  test('has its rate of engagement with its formula, and the breaks of its network', async () => {
    const pageId = await addPage('canal', { network: 'youtube' });
    await tell({ pageId, day: '2026-08-30', value: 2_000 });
    await publish(pageId, post(50, '2026-08-29'), post(10, '2026-08-30'));
    const page = await coordinator.social.readPage({
      pageId,
      from: '2026-08-01',
      to: '2026-08-31',
    });
    expect(page).toMatchObject({
      // What the average post achieves: 60 ÷ 2 ÷ 2.000.
      engagementRate: { basisPoints: 150, engagements: 60, posts: 2, base: 'followers' },
      breaks: [{ metric: 'views', day: '2026-08-24', code: 'youtube_views_2026' }],
      metrics: ['followers'],
      conflicts: 0,
    });
  });

  test('one that was removed is not found', async () => {
    const at = await coordinator.social.createPage({ network: 'x', handle: 'uno', title: 'Uno' });
    await coordinator.social.removePage(at);
    const failure = await failureOf(coordinator.social.readPage({ ...november, pageId: at.id }));
    expect(failure).toMatchObject({ code: 'record_not_found', record: 'page' });
  });

  test('several are compared line by line, each with its gaps', async () => {
    const [one, other] = [await addPage('uno'), await addPage('otra')];
    await tell(
      { pageId: one, day: '2026-11-01', value: 1 },
      { pageId: one, day: '2026-11-04', value: 4 },
      { pageId: other, day: '2026-11-10', value: 9 },
    );
    const asked = { ...november, pageIds: [other, one], metric: 'followers' as const };
    const lines = await coordinator.social.readGrowthOf(asked);
    expect(lines.map(({ pageId }) => pageId)).toEqual([other, one]);
    expect(lines[1]?.points.map(({ value }) => value)).toEqual([1, 4]);
    expect(lines[1]?.gaps[0]).toEqual({ from: '2026-11-02', to: '2026-11-03' });
  });
});

describe('posts', () => {
  test('are ranked by any count, and those without it come last', async () => {
    const pageId = await addPage('uno');
    await publish(
      pageId,
      post(1, '2026-11-02', { counts: { reactions: 5, views: 10 } }),
      post(2, '2026-11-03', { counts: { reactions: 90 } }),
      post(3, '2026-11-04', { counts: { reactions: 7, views: 300 } }),
    );
    const ranked = async (rankBy: 'views' | 'engagements' | 'day') => {
      const { rows } = await coordinator.social.listPosts({ ...november, rankBy });
      return rows.map(({ externalId }) => externalId);
    };
    expect(await ranked('views')).toEqual(['post-3', 'post-1', 'post-2']);
    expect(await ranked('engagements')).toEqual(['post-2', 'post-3', 'post-1']);
    expect(await ranked('day')).toEqual(['post-3', 'post-2', 'post-1']);
  });

  test('carry topics, by which they are found; saying them again changes nothing', async () => {
    const pageId = await addPage('uno');
    await publish(pageId, post(1, '2026-11-02'), post(2, '2026-11-03'));
    const about = { pageId, externalId: 'post-1', topics: ['Salud', 'Obras', 'Salud'] };
    expect(await coordinator.social.setPostTopics(about)).toEqual({ topics: ['Obras', 'Salud'] });
    const { rows, total } = await coordinator.social.listPosts({ ...november, topic: 'Salud' });
    expect([rows[0]?.topics, total]).toEqual([['Obras', 'Salud'], 1]);
    expect(await coordinator.social.listTopics()).toEqual([
      { topic: 'Obras', posts: 1, engagements: 1 },
      { topic: 'Salud', posts: 1, engagements: 1 },
    ]);
    expect(await auditOf(house, pageId)).toContainEqual(
      expect.objectContaining({
        action: 'update',
        record: 'post',
        actorName: 'Persona coordinator',
      }),
    );
    const refused = callerAs(house, 'press').social.setPostTopics(about);
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
    const missing = coordinator.social.setPostTopics({ ...about, externalId: 'post-9' });
    expect(await failureOf(missing)).toMatchObject({ code: 'record_not_found', record: 'post' });
  });

  test('come by weekday and hour of the office, and by month', async () => {
    const pageId = await addPage('uno');
    // Monday 2 November, 22:30 in Bogotá, which is Tuesday in UTC.
    await publish(pageId, post(4, '2026-11-02', { publishedAt: '2026-11-03T03:30:00.000Z' }));
    await publish(pageId, post(6, '2026-10-31'));
    const asked = { from: '2026-10-01', to: '2026-11-30' };
    expect(await coordinator.social.readPostHours(asked)).toEqual([
      { weekday: 0, hour: 22, posts: 1, counted: 1, engagements: 4 },
      { weekday: 5, hour: 10, posts: 1, counted: 1, engagements: 6 },
    ]);
    expect(await coordinator.social.readPostMonths({ ...asked, pageId })).toEqual([
      { month: '2026-10', posts: 1, engagements: 6, views: null },
      { month: '2026-11', posts: 1, engagements: 4, views: null },
    ]);
  });
});

describe('what sources say differently', () => {
  test('is listed with every source, the one that is shown first', async () => {
    const pageId = await addPage('uno');
    const day = '2026-11-03';
    await tell(
      { pageId, day, value: 100 },
      { pageId, day, value: 104, source: 'manual', precision: 'rounded' },
      { pageId, day: addDays(day, 1), value: 7 },
      { pageId, day: addDays(day, 1), value: 7, source: 'import' },
    );
    const { rows, total } = await coordinator.social.listConflicts({});
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        pageId,
        metric: 'followers',
        day,
        readings: [
          { source: 'api', value: 100 },
          { source: 'manual', value: 104, precision: 'rounded' },
        ],
      },
    ]);
    const page = await coordinator.social.readPage({ ...november, pageId });
    expect(page.conflicts).toBe(1);
    const readings = await coordinator.social.readReading({ pageId, metric: 'followers', day });
    expect(readings.map(({ value }) => value)).toEqual([100, 104]);
  });
});
