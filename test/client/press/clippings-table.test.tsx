import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ClippingsTable } from '../../../client/press/clippings-table.tsx';
import type { ClippingListed, ClippingRow } from '../../../shared/press/rows.ts';
import { showScreen } from '../../support/screen-of.tsx';

const row: ClippingRow = {
  id: 'a',
  version: 1,
  updatedAt: '2026-11-03T15:00:00Z',
  updatedBy: 'Ana',
  day: '2026-11-03',
  title: 'La Estrella estrena parque',
  outletId: 'o',
  outletName: 'El Colombiano',
  channel: 'press',
  format: 'print',
  section: '',
  tone: 'positive',
  isPaid: false,
  url: null,
  standing: 'valued',
  valueCop: 1_000_000,
  valueWithVatCop: 1_190_000,
  grade: 'A',
  author: null,
  topic: null,
  spokesperson: null,
  origin: null,
  departmentId: null,
  departmentName: null,
  entry: 'manual',
  underContract: false,
  hasEvidence: false,
  reviewState: null,
};

const listed = (change: Partial<ClippingListed['totals']> = {}): ClippingListed => ({
  rows: [row],
  total: 30,
  totals: {
    count: 30,
    valueCop: 9_500_000,
    valueWithVatCop: 11_305_000,
    headlineCop: 8_000_000,
    headlineWithVatCop: 9_520_000,
    unvalued: 0,
    notCounted: 0,
    ...change,
  },
});

function show(answer: ClippingListed, search = '') {
  return showScreen(() => <ClippingsTable />, {
    at: `/free-press?from=2026-11&to=2026-11${search}`,
    role: 'viewer',
    answers: { 'press.listClippings': () => ({ data: answer }) },
  });
}

/** The cells of the foot, each with its lines. */
async function foot(): Promise<string[][]> {
  await screen.findByText(row.title);
  const [, , last] = within(screen.getByRole('table')).getAllByRole('rowgroup');
  return [...(last?.querySelectorAll('td') ?? [])].map((cell) =>
    [...cell.querySelectorAll('div')].map(
      (line) => line.textContent?.replace(/\u00a0/g, ' ') ?? '',
    ),
  );
}

describe('the foot of the table of appearances', () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('adds up all tones and the headline, each by its name', async () => {
    await show(listed());
    expect(await foot()).toEqual(
      expect.arrayContaining([
        ['$ 9.500.000todos los tonos', '$ 8.000.000positivo y neutro'],
        ['$ 11.305.000todos los tonos', '$ 9.520.000positivo y neutro'],
      ]),
    );
  });

  test('says that a sum is absent, never that it is zero', async () => {
    await show(listed({ headlineCop: null, headlineWithVatCop: null }));
    expect(await foot()).toContainEqual([
      '$ 9.500.000todos los tonos',
      'sin datopositivo y neutro',
    ]);
  });

  test('past the last page goes to the last one', async () => {
    const { address } = await show(listed(), '&page=9');
    await screen.findByText(row.title);
    await waitFor(() => expect(address()).toMatchObject({ page: 2 }));
  });
});
