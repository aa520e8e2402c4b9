import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audienceOf } from '../../../jobs/sandbox/audience.ts';
import { dayFigureOn, figureOn, pageFigureOn } from '../../../jobs/sandbox/figures.ts';
import { postCountsOn, postsOf } from '../../../jobs/sandbox/posts.ts';
import { sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { addDays } from '../../../shared/calendar/day.ts';

const metrics = ['followers', 'posts'] as const;

describe('the figures of the sandbox', () => {
  test.each([
    ['facebook', 'AlcaldiaLaEstrella', 24_594, 1_529],
    ['instagram', 'alcaldialaestrella', 12_600, 1_379],
    ['x', 'AlcLaEstrella', 15_800, 1_612],
  ])(
    'the main page of %s ends 2020 with what the report printed',
    (network, handle, ...printed) => {
      const day = '2020-12-31';
      expect(metrics.map((metric) => figureOn({ network, handle, metric, day }))).toEqual(printed);
    },
  );

  test('those of the departments too', () => {
    const followers = sandboxPages
      .filter((page) => page.department !== null)
      .map((page) => figureOn({ ...page, metric: 'followers', day: '2020-12-31' }));
    expect(followers).toEqual([5_701, 4_976, 748, 1_437, 151]);
  });

  test('a day has one figure, whatever was asked before, and figures do not shrink', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sandboxPages),
        fc.constantFrom(...metrics),
        fc.integer({ min: 0, max: 4_500 }),
        (page, metric, offset) => {
          const day = addDays('2015-01-01', offset);
          const figure = figureOn({ ...page, metric, day });
          const next = figureOn({ ...page, metric, day: addDays(day, 1) });
          if (day < page.openedOn) expect(figure).toBeNull();
          else expect(next).toBeGreaterThanOrEqual(figure ?? Number.NaN);
        },
      ),
    );
  });

  test('more is published on working days than on Sundays', () => {
    const page = { network: 'facebook', handle: 'AlcaldiaLaEstrella', metric: 'posts' } as const;
    const published = [0, 0, 0, 0, 0, 0, 0];
    for (let day = '2025-01-01'; day <= '2025-12-31'; day = addDays(day, 1)) {
      const before = figureOn({ ...page, day: addDays(day, -1) }) ?? 0;
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      published[weekday] = (published[weekday] ?? 0) + (figureOn({ ...page, day }) ?? 0) - before;
    }
    const [sunday, ...others] = published;
    for (const count of others) expect(count).toBeGreaterThan(sunday ?? 0);
  });

  test('of a page that nobody knows there is none', () => {
    expect(
      figureOn({ network: 'x', handle: 'nobody', metric: 'posts', day: '2026-01-01' }),
    ).toBeNull();
  });

  const anyDay = fc.integer({ min: 0, max: 4_000 }).map((offset) => addDays('2016-06-01', offset));

  test('of a day, follows less unfollows make the change of followers, and reach keeps under views', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sandboxPages), anyDay, (page, day) => {
        const of = (metric: 'reach' | 'views' | 'follows' | 'unfollows') =>
          dayFigureOn(page, metric, day);
        const followers = pageFigureOn(page, 'followers', day);
        if (followers === null) {
          expect([of('views'), of('follows')]).toEqual([null, null]);
          return;
        }
        const before = pageFigureOn(page, 'followers', addDays(day, -1)) ?? 0;
        expect((of('follows') ?? 0) - (of('unfollows') ?? 0)).toBe(followers - before);
        expect(of('reach')).toBeLessThanOrEqual(of('views') ?? Number.NaN);
      }),
    );
  });

  test('a page published as many posts as its figure of posts says, in order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sandboxPages), anyDay, anyDay, (page, one, other) => {
        const [from = one, to = one] = [one, other].toSorted();
        const before = pageFigureOn(page, 'posts', addDays(from, -1)) ?? 0;
        const posts = postsOf(page, from, to);
        expect(posts).toHaveLength((pageFigureOn(page, 'posts', to) ?? 0) - before);
        expect(posts.map((post) => post.number)).toEqual(posts.map((_, at) => before + at + 1));
        const times = posts.map((post) => post.publishedAt.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
      { numRuns: 40 },
    );
  });

  test('what is counted of a post grows, and after three weeks stays', () => {
    const page = sandboxPages[0];
    const post = page && postsOf(page, '2026-03-01', '2026-03-10')[0];
    if (!page || !post) throw new Error('the page published nothing in ten days');
    const viewsAfter = (hours: number) =>
      postCountsOn(page, post, new Date(post.publishedAt.getTime() + hours * 3_600_000)).views;
    const views = [0, 6, 48, 24 * 21, 24 * 90].map(viewsAfter);
    expect(views[0]).toBe(0);
    expect(views.slice(0, 4)).toEqual([...new Set(views.slice(0, 4))].toSorted((a, b) => a - b));
    expect(views[4]).toBe(views[3]);
  });

  test('later posts of today are said to be of this moment', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    for (const page of sandboxPages) {
      for (const post of postsOf(page, '2026-11-18', '2026-11-20', now)) {
        expect(post.publishedAt <= now).toBe(true);
      }
    }
  });

  test('an audience has no more people than the page has followers', () => {
    for (const page of sandboxPages) {
      const slices = audienceOf(page, '2026-11-20');
      const followers = pageFigureOn(page, 'followers', '2026-11-20') ?? 0;
      for (const dimension of ['age_gender', 'country', 'city']) {
        const people = slices.filter((slice) => slice.dimension === dimension);
        const sum = people.reduce((total, slice) => total + slice.value, 0);
        expect(sum).toBeGreaterThan(followers / 3);
        expect(sum).toBeLessThanOrEqual(followers);
      }
    }
  });
});
