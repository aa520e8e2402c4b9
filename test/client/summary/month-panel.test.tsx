import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MonthPanel } from '../../../client/summary/month-panel.tsx';
import { useSummary } from '../../../client/summary/use-summary.ts';
import { type Answers, showScreen } from '../../support/screen-of.tsx';

function Panel() {
  return <MonthPanel {...useSummary()} />;
}

const monthly = (october: number, november: number) => {
  const channel = 'press';
  const row = (month: string, valueCop: number) => ({
    ...{ month, channel, count: valueCop / 1_000, valueCop, unvalued: 0 },
  });
  const rows = [row('2026-10', october), row('2026-11', november)];
  return { rows, totals: [], total: { count: 1, valueCop: october + november } };
};

const totals = {
  count: 4,
  valueCop: 5_000,
  valueWithVatCop: 5_950,
  headlineCop: 3_000,
  headlineWithVatCop: 3_570,
  unvalued: 0,
  notCounted: 0,
};

const matrix = {
  months: ['2026-10', '2026-11'],
  kinds: [],
  cells: [
    { month: '2026-10', kind: 'event', count: 90, sources: ['records'] },
    { month: '2026-11', kind: 'event', count: 8, sources: ['records'] },
  ],
  totals: [],
};

const withTotal = {
  ...matrix,
  cells: matrix.cells.map((cell) => ({ ...cell, sources: ['records', 'tally'] })),
};

/** October by its whole, and by its first 22 days, in figures of their own. */
const answers: Answers = {
  'output.readMonthMatrix': () => ({ data: matrix }),
  'output.countDays': () => ({ data: { count: 5 } }),
  'press.readMonthlyValue': () => ({ data: monthly(90_000, 9_000) }),
  'press.readMonthlyHeadline': () => ({ data: monthly(80_000, 7_000) }),
  'press.listClippings': () => ({ data: { rows: [], total: 4, totals } }),
};

const show = (clock: string, change: Answers = {}) =>
  showScreen(Panel, {
    at: '/?from=2026-10&to=2026-11',
    role: 'coordinator',
    clock,
    answers: { ...answers, ...change },
  });

/** Every comparison on the panel, in words. */
async function comparisons(): Promise<string[]> {
  await screen.findByText('$ 7.000');
  return [...document.querySelectorAll('p')]
    .map((line) => line.textContent?.replace(/\u00a0/g, ' ') ?? '')
    .filter((line) => /(?:más|menos) que en/.test(line));
}

describe('the month of Resumen', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('while it goes on, every figure is compared with the same days of the month before', async () => {
    const { inputsTo } = await show('2026-11-22T15:00:00Z');
    const days = 'octubre de 2026, del 1 al 22';
    expect(await comparisons()).toEqual([
      `3 más que en ${days}`,
      `5 más que en ${days}`,
      `$ 4.000 más que en ${days}`,
    ]);
    const [asked] = inputsTo('press.listClippings');
    // What is paid for, and own channels, are in no month either.
    expect(asked).toMatchObject({ from: '2026-10-01', to: '2026-10-22', standing: 'counted' });
    expect(screen.getByText(/El mes no ha terminado/)).toBeTruthy();
  });

  test.each([
    ['output', { 'output.readMonthMatrix': () => ({ data: withTotal }) }],
    ['free press', { 'press.listPressTallies': () => ({ data: { rows: [], total: 1 } }) }],
  ] as const)(
    'where a month counts a total of %s, its days are compared with nothing, and it says so',
    async (_, change) => {
      await show('2026-11-22T15:00:00Z', change);
      await screen.findByText(/^No se compara por días/);
      expect(await comparisons()).toHaveLength(2);
    },
  );

  test('once it is over, every figure is compared with the whole month before', async () => {
    await show('2026-12-02T15:00:00Z');
    expect(await comparisons()).toEqual([
      '82 menos que en octubre de 2026',
      '81 menos que en octubre de 2026',
      '$ 73.000 menos que en octubre de 2026',
    ]);
  });

  test('a headline that those days did not have is compared with nothing', async () => {
    await show('2026-11-22T15:00:00Z', {
      'press.listClippings': () => ({
        data: { rows: [], total: 4, totals: { ...totals, headlineCop: null } },
      }),
    });
    expect(await comparisons()).toHaveLength(2);
    expect(within(document.body).queryByText(/\$ 2\.000/)).toBeNull();
  });
});
