import { describe, expect, test } from 'vitest';
import { loadBelievableYear } from '../../../jobs/seed/believable-year.ts';
import { asSystem } from '../../../server/context.ts';
import { callerAs, makeHouse } from '../../support/house.ts';

describe('the year of the demonstration', () => {
  test('holds every kind of output and appearances with and without a value, and nothing done after today', async () => {
    const house = await makeHouse();
    await loadBelievableYear(asSystem(house), '2026-11-22');
    const { output, press } = callerAs(house, 'viewer');

    const { totals } = await output.readMonthMatrix({ from: '2026-01', to: '2026-11' });
    expect(totals.filter((total) => total.count === null)).toEqual([]);
    const ahead = await output.listItems({ from: '2026-11-23' });
    expect(new Set(ahead.rows.map(({ state }) => state))).toEqual(new Set(['planned']));
    expect((await output.listItems({ to: '2026-11-22', state: 'planned' })).total).toBe(3);
    const months = await output.listMonthProductions({ from: '2026-01', to: '2026-11' });
    expect(months.flatMap(({ month, state }) => (state === 'confirmed' ? [month] : []))).toEqual([
      '2026-09',
    ]);

    const { rows } = await press.readMonthlyValue({ from: '2026-01', to: '2026-11' });
    const pressMonths = new Set(rows.filter((row) => row.count > 0).map((row) => row.month));
    expect(pressMonths.size).toBe(11);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const unvalued = rows.reduce((sum, row) => sum + row.unvalued, 0);
    expect(count).toBeGreaterThan(120);
    expect(unvalued).toBeGreaterThan(5);
    expect(unvalued).toBeLessThan(count / 3);
  });

  test('shows each page day by day until yesterday, with the days that nobody read as gaps', async () => {
    const house = await makeHouse();
    await loadBelievableYear(asSystem(house), '2026-11-22');
    const { social } = callerAs(house, 'viewer');
    const instagram = (await social.listPages()).find((page) => page.network === 'instagram');
    const period = { from: '2026-01-01', to: '2026-11-22' };

    const { points, gaps } = await social.readGrowth({
      pageId: instagram?.id ?? '',
      metric: 'followers',
      ...period,
    });

    expect(points.at(-1)?.day).toBe('2026-11-21');
    expect(points.length).toBeGreaterThan(300);
    expect(gaps).toContainEqual({ from: '2026-07-23', to: '2026-07-31' });
  });

  test('is the same whenever it is made', async () => {
    const [one, other] = [await makeHouse(), await makeHouse()];
    const titlesOf = async (house: typeof one) => {
      await loadBelievableYear(asSystem(house), '2026-03-02');
      const { rows } = await callerAs(house, 'viewer').press.listClippings({ pageSize: 200 });
      return rows.map((row) => `${row.day} ${row.title} ${row.valueCop}`).sort();
    };
    expect(await titlesOf(one)).toEqual(await titlesOf(other));
  });

  test('reaches back into the last year in its first months, so that there is something to look at', async () => {
    const house = await makeHouse();
    await loadBelievableYear(asSystem(house), '2026-01-10');
    const items = await callerAs(house, 'viewer').output.listItems({ to: '2025-12-31' });
    expect(items.total).toBeGreaterThan(500);
  });
});
