import { expect, test } from 'vitest';
import { gatherYears } from '../../../client/press/yearly-value-table.tsx';

test('each year stands with its channels, its total and what its report printed, newest first', () => {
  const rows = [
    {
      year: 2020,
      channel: 'press',
      count: 120,
      valueCop: 176_800_000,
      unvalued: 0,
      headlineCop: null,
    },
    {
      year: 2020,
      channel: 'broadcast_digital',
      count: 135,
      valueCop: 328_248_327,
      unvalued: 0,
      headlineCop: null,
    },
    { year: 2026, channel: 'press', count: 2, valueCop: null, unvalued: 2, headlineCop: null },
  ] as const;
  expect(gatherYears(rows, new Map([[2020, '$ 505.048.327']]))).toEqual([
    {
      year: 2026,
      count: 2,
      unvalued: 2,
      values: { press: null },
      total: null,
      headline: null,
      printed: null,
    },
    {
      year: 2020,
      count: 255,
      unvalued: 0,
      values: { press: 176_800_000, broadcast_digital: 328_248_327 },
      total: 505_048_327,
      headline: null,
      printed: '$ 505.048.327',
    },
  ]);
});
