import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../../client/app/api.ts';
import { MatrixPanel } from '../../../client/output/matrix-panel.tsx';
import { addAreaWords } from '../../../client/words/add-area-words.ts';
import { startWords } from '../../../client/words/start-words.ts';
import { assembleMatrix } from '../../../shared/output/matrix.ts';

const year = { from: '2031-01', to: '2031-12' };
const matrix = assembleMatrix(year, [
  { month: '2031-01', kind: 'event', source: 'records', count: 1_204 },
  { month: '2031-02', kind: 'event', source: 'tally', count: 0 },
]);
const contradiction = { subject: 'output.count:event', declared: 1_300, recorded: 1_204 };

function answer(): Promise<Response> {
  return Promise.resolve(Response.json({ result: { data: [contradiction] } }));
}

function show(period = year) {
  const onOpen = vi.fn();
  const query = { data: matrix, error: null, isPending: false, refetch: () => undefined };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <MatrixPanel query={query} period={period} onOpen={onOpen} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return onOpen;
}

describe('the matrix on screen', () => {
  beforeEach(async () => {
    await startWords();
    addAreaWords();
    queryClient.clear();
    vi.stubGlobal('fetch', answer);
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  test('a counted cell shows its number and opens it', async () => {
    const onOpen = show();
    await userEvent.click(screen.getByRole('button', { name: /^Eventos, enero de 2031: 1\.204/ }));
    expect(onOpen).toHaveBeenCalledWith({ month: '2031-01', kind: 'event' });
  });

  test('a month counted as none shows 0, and one that nobody counted shows "sin dato"', () => {
    show();
    expect(screen.getByRole('button', { name: /^Eventos, febrero de 2031: 0/ })).toBeTruthy();
    const march = screen.getByRole('button', { name: /^Eventos, marzo de 2031: sin dato/ });
    expect(march.textContent).toBe('sin dato');
  });

  test('a total that the report prints otherwise shows both numbers', async () => {
    show();
    const badge = await screen.findByText('El informe dice 1.300');
    expect(within(badge.closest('td') ?? badge).getByText(/1\.204/)).toBeTruthy();
  });

  test('a period that is not a whole year is not compared with what a year declares', async () => {
    const asked = vi.fn((_address: string) => answer());
    const hasAsked = () =>
      asked.mock.calls.some(([address]) => address.includes('listDiscrepancies'));
    vi.stubGlobal('fetch', asked);
    show({ from: '2031-01', to: '2031-06' });
    // As long as a whole year takes until its badge is shown, and longer.
    await new Promise((done) => setTimeout(done, 250));
    expect(screen.queryByText(/El informe dice/)).toBeNull();
    expect(hasAsked()).toBe(false);
    cleanup();
    show();
    expect(await screen.findByText('El informe dice 1.300')).toBeTruthy();
    expect(hasAsked()).toBe(true);
  });

  test('it speaks English too', async () => {
    await i18next.changeLanguage('en');
    show();
    expect(screen.getByRole('button', { name: /^Events, January 2031: 1,204/ })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: 'Community meetings' })).toBeTruthy();
    await i18next.changeLanguage('es');
  });
});
