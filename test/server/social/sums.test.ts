import { describe, expect, test } from 'vitest';
import { storePosts } from '../../../server/social/store-posts.ts';
import { storeSnapshots } from '../../../server/social/store-snapshots.ts';
import { addDays, daysBetween } from '../../../shared/calendar/day.ts';
import { lastDayOf } from '../../../shared/calendar/same-days.ts';
import { isLevel, type Metric, metrics } from '../../../shared/social/metrics.ts';
import { type NetworkId, networks } from '../../../shared/social/networks.ts';
import type { Snapshot } from '../../../shared/social/schemas.ts';
import { as, callerAs, makeHouse, type TestHouse } from '../../support/house.ts';

const november = { from: '2026-11-01', to: '2026-11-10' };
const capturedAt = '2026-11-22T15:00:00.000Z';

type Told = Partial<Snapshot> & Pick<Snapshot, 'pageId' | 'day' | 'value'>;

async function tell(house: TestHouse, readings: readonly Told[]): Promise<void> {
  const rest = { metric: 'followers', source: 'api', precision: 'exact', capturedAt } as const;
  await storeSnapshots(
    as(house, 'admin'),
    readings.map((reading) => ({ ...rest, ...reading })),
  );
}

async function addPage(house: TestHouse, handle: string, network: NetworkId = 'facebook') {
  const fields = {
    network,
    handle,
    title: handle,
    ...(network === 'mastodon' ? { baseUrl: 'https://mastodon.example' } : {}),
  };
  return (await callerAs(house, 'coordinator').social.createPage(fields)).id;
}

async function readRow(house: TestHouse, period: { from: string; to: string }) {
  const { rows } = await callerAs(house, 'viewer').social.readOverview(period);
  const [row] = rows;
  if (!row) throw new Error('the overview has no page');
  return row;
}

const spans = (year: number, months: number) =>
  Array.from({ length: 12 / months }, (_, at) => {
    const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
    return { from: `${month(at * months + 1)}-01`, to: lastDayOf(month((at + 1) * months)) };
  });

/** What a line of ten days has to say of which two were read, and only rounded. */
function saidOf(metric: Metric) {
  const of = daysBetween(november.from, november.to) + 1;
  const rounded = { precision: 'rounded' };
  const coverage = { has: 2, of };
  if (isLevel(metric)) {
    return { coverage, sum: null, change: { ...rounded, isSince: true, isWhole: false } };
  }
  const repeats = metric === 'reach' ? { repeats: true } : {};
  return { coverage, change: null, sum: { ...rounded, ...repeats, days: 2, missingDays: of - 2 } };
}

describe('sums of pages', () => {
  test('of several sources each day counts once, by the one that is believed', async () => {
    const house = await makeHouse();
    const pageId = await addPage(house, 'uno');
    const reach = { pageId, metric: 'reach' } as const;
    await tell(house, [
      { ...reach, day: '2026-11-03', value: 40 },
      { ...reach, day: '2026-11-03', value: 44, source: 'import' },
      { ...reach, day: '2026-11-04', value: 7, source: 'manual' },
      { ...reach, day: '2026-11-04', value: 5, source: 'import' },
    ]);
    const { reach: sum } = await readRow(house, november);
    expect(sum).toEqual({
      value: 45,
      precision: 'exact',
      days: 2,
      missingDays: 8,
      until: '2026-11-04',
      repeats: true,
    });
  });

  test('the changes of the months and the quarters of 2020 add up to that of the year', async () => {
    const house = await makeHouse();
    const pageId = await addPage(house, 'uno');
    // Every fifth day, from before the year; nothing in July.
    const readings = Array.from({ length: 80 }, (_, at) => addDays('2019-12-20', at * 5))
      .map((day, at) => ({ pageId, day, value: 3_000 + at * 33 + (at % 3) }))
      .filter(({ day }) => !day.startsWith('2020-07'));
    await tell(house, readings);
    const add = async (months: number) => {
      let sum = 0;
      for (const span of spans(2020, months)) {
        sum += (await readRow(house, span)).change?.value ?? 0;
      }
      return sum;
    };
    const year = await add(12);
    expect(year).toBeGreaterThan(2_000);
    expect([await add(3), await add(1)]).toEqual([year, year]);
  });

  test('a file of ten days takes no page’s engagements of eleven months, here nor on its own screen', async () => {
    const house = await makeHouse();
    const pageId = await addPage(house, 'uno');
    const posts = [1, 2].map((number) => ({
      externalId: `post-${number}`,
      publishedAt: `2026-0${number}-15T15:00:00.000Z`,
      kind: 'photo' as const,
      text: 'Feria',
      permalink: null,
      counts: { reactions: number * 10_000 },
    }));
    await storePosts(as(house, 'admin'), [{ pageId, source: 'api', capturedAt, posts }]);
    const engaged = Array.from({ length: 10 }, (_, at) => ({
      pageId,
      day: addDays('2026-11-01', at),
      metric: 'engagements' as const,
      value: 55,
    }));
    await tell(house, [...engaged, { pageId, day: '2026-11-10', metric: 'reach', value: 110 }]);
    const year = { from: '2026-01-01', to: '2026-11-30' };
    const ofPosts = { of: 'posts', value: 30_000, posts: 2, counted: 2 };
    expect((await readRow(house, year)).engagements).toEqual(ofPosts);
    const { social } = callerAs(house, 'viewer');
    expect((await social.readPage({ ...year, pageId })).engagements).toEqual(ofPosts);
    // Where they cover it they count; the rate is of the one day that has both.
    const page = await social.readPage({ ...november, pageId });
    expect(page.engagements).toMatchObject({ of: 'days', value: 550 });
    expect(page.engagementRate).toMatchObject({
      basisPoints: 5_000,
      engagements: 55,
      baseValue: 110,
      coverage: { has: 1, of: 10, unit: 'days' },
    });
  });

  test('no sum is over the day on which a network redefined a metric', async () => {
    const house = await makeHouse();
    const pageId = await addPage(house, 'canal', 'youtube');
    const seen = (day: string, value: number) => ({ pageId, day, value, metric: 'views' as const });
    await tell(house, [seen('2026-08-20', 100), seen('2026-08-25', 900)]);
    const { views } = await readRow(house, { from: '2026-08-01', to: '2026-08-31' });
    expect(views).toMatchObject({ value: null, days: 2, parts: [{ value: 100 }, { value: 900 }] });
  });

  test('of every metric of every network it is said how many days were read', async () => {
    const house = await makeHouse();
    const pages: string[] = [];
    for (const network of networks) pages.push(await addPage(house, `pagina_${network}`, network));
    const read = [november.from, addDays(november.from, 3)];
    const readings = pages.flatMap((pageId) =>
      metrics.flatMap((metric: Metric) =>
        read.map((day) => ({ pageId, day, metric, value: 4, precision: 'rounded' as const })),
      ),
    );
    await tell(house, readings);
    for (const metric of metrics) {
      for (const pageIds of [pages.slice(0, 6), pages.slice(6)]) {
        const asked = { ...november, pageIds, metric };
        const lines = await callerAs(house, 'viewer').social.readGrowthOf(asked);
        for (const line of lines) expect(line, metric).toMatchObject(saidOf(metric));
      }
    }
  });
});
