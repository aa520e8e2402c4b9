import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import '../../../client/words/add-review-words.ts';
import { ReviewShares } from '../../../client/press/review-shares.tsx';
import { ReviewTotals } from '../../../client/press/review-totals.tsx';
import { summariseMonth } from '../../../shared/press/review.ts';
import type { MonthReview, ReviewedRow } from '../../../shared/press/review-rows.ts';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

const row = (change: Partial<ReviewedRow>): ReviewedRow => ({
  id: 'a',
  version: 1,
  day: '2026-10-03',
  title: 'La Estrella estrena parque',
  outletId: 'colombiano',
  outletName: 'El Colombiano',
  medium: 'press',
  channel: 'press',
  format: 'print',
  tone: 'positive',
  standing: 'valued',
  grade: 'A',
  valueCop: 1_000_000,
  valueWithVatCop: 1_190_000,
  underContract: false,
  rateApproval: null,
  reviewState: null,
  evidenceCount: 0,
  commentCount: 0,
  isDuplicated: false,
  ...change,
});
const unvalued = { standing: 'unvalued', valueCop: null, valueWithVatCop: null } as const;

const review: MonthReview = {
  month: '2026-10',
  state: { state: 'open' },
  summary: summariseMonth(
    [row({}), row({ underContract: true }), row({ ...unvalued, tone: 'negative', grade: null })],
    [{ channel: 'press', count: 4, valueCop: 500_000, source: 'Informe' }],
    null,
  ),
  lastMonth: {
    month: '2026-09',
    count: 1,
    valueCop: 500_000,
    headlineCount: 1,
    headlineCop: 500_000,
  },
  lastYear: null,
  stamp: 'x',
};

describe('the totals of a month under review', () => {
  afterEach(cleanup);

  test('stand side by side, absent apart from zero, with what they were before and without contracts', async () => {
    const onSee = vi.fn();
    await renderInTheOffice(() => <ReviewTotals review={review} onSee={onSee} />);
    expect(screen.getByText('$ 2.000.000')).toBeTruthy();
    expect(screen.getByText('$ 1.500.000 más que en septiembre de 2026')).toBeTruthy();
    expect(screen.getByText('Con IVA: $ 2.380.000')).toBeTruthy();
    const without = 'Sin medios con contrato de publicidad: $ 1.000.000';
    expect(screen.getByText(without)).toBeTruthy();
    expect(screen.getByText('$ 2.500.000')).toBeTruthy();
    expect(screen.getAllByText('sin dato')).toHaveLength(2);
    expect(screen.getByText(/Incluye totales mensuales sin detalle \(4\)/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '2 apariciones' }));
    expect(onSee).toHaveBeenCalledWith('tone:headline');
  });

  test('open from any of their parts', async () => {
    const onSee = vi.fn();
    await renderInTheOffice(() => <ReviewShares summary={review.summary} onSee={onSee} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Grado' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sin valor' }));
    expect(onSee).toHaveBeenCalledWith('grade:none');
    await userEvent.click(screen.getByRole('radio', { name: 'Medio' }));
    await userEvent.click(screen.getByRole('button', { name: 'El Colombiano' }));
    expect(onSee).toHaveBeenCalledWith('outletId:colombiano');
  });
});
