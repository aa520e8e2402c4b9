import { describe, expect, test } from 'vitest';
import { seedLaEstrella2020 } from '../../../jobs/seed/la-estrella-2020.ts';
import { callerAs, makeHouse } from '../../support/house.ts';

/** Table 5 as it is printed: target, achieved, physical progress, budget, invested, financial progress. */
const table5 = [
  ['300', '814', '100', 250_000_000, 213_196_768, '85.28'],
  ['73', '81.8', '100', 100_000_000, 10_816_671, '10.82'],
  ['1500', '1983', '100', 240_000_000, 10_816_671, '4.51'],
  ['1', '1', '100', null, null, null],
  ['5', '0', '0', null, null, null],
  ['20', '70', '100', null, null, null],
  ['95', '98', '100', null, null, null],
];

/** Table 6 as it is printed: unit, target, progress. */
const table6 = [
  ['percent', '95', '58%'],
  ['number', '1', '0'],
  ['percent', '70', '95%'],
  ['percent', '100', '98%'],
  ['number', '71', '1'],
  ['percent', '70', '47%'],
  ['number', '1', '0'],
  ['percent', '95', '100%'],
];

describe('the indicators of the report of 2020', () => {
  test('come out equal, cell by cell, their progress worked out and not copied', async () => {
    const house = await makeHouse();
    await seedLaEstrella2020(house);
    await seedLaEstrella2020(house);
    const { indicators } = callerAs(house, 'viewer');
    const development = await indicators.listIndicators({ year: 2020, plan: 'development_plan' });
    expect(
      development.rows.map(({ year, achieved, progress, financial }) => [
        year.target,
        achieved.value,
        progress?.capped ?? null,
        year.budgetCop,
        year.investedCop,
        financial,
      ]),
    ).toEqual(table5);
    for (const { year, progress, financial } of development.rows) {
      expect([year.printedProgress, year.printedFinancial]).toEqual([progress?.capped, financial]);
    }
    const action = await indicators.listIndicators({ year: 2020, plan: 'action_plan' });
    expect(action.rows.map(({ unit, year }) => [unit, year.target, year.printedProgress])).toEqual(
      table6,
    );
    // The report prints no figure behind those: what nobody typed is absent.
    expect(action.rows.every(({ achieved }) => achieved.value === null)).toBe(true);
  });
});
