import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureOn } from '../../../jobs/sandbox/figures.ts';
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
});
