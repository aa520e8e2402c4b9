import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BarChart } from '../../../client/ui/bar-chart.tsx';
import type { ChartProps } from '../../../client/ui/chart-panel.tsx';
import { Figure } from '../../../client/ui/figure.tsx';
import { PeriodPicker } from '../../../client/ui/period-picker.tsx';
import { showUndo } from '../../../client/ui/undo-toast.tsx';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

// jsdom draws nothing: the drawing itself is looked at in a real browser.
vi.mock('../../../client/ui/bar-canvas.tsx', () => ({ default: () => null }));

const chart: ChartProps = {
  title: 'Producción del mes',
  unit: 'piezas',
  query: { data: [], error: null, isPending: false, refetch: () => undefined },
  categories: ['2026-01', '2026-02'],
  categoryHeader: 'Mes',
  categoryLabel: (month) => month,
  series: [
    { id: 'event', label: 'Eventos', color: 'blue', values: [3, null] },
    { id: 'video', label: 'Videos', color: 'orange', values: [0, 2] },
  ],
  write: String,
  writeShort: String,
};

describe('a chart', () => {
  afterEach(cleanup);

  test('gives a screen reader the same figures as a table, absent apart from zero', async () => {
    await renderInTheOffice(() => <BarChart {...chart} />);
    const twin = screen.getByRole('table', { name: 'Tabla de la gráfica Producción del mes' });
    const rows = within(twin).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'MesEventosVideos',
      '2026-0130',
      '2026-02sin dato2',
      'Total32',
    ]);
  });

  test('shows the table to anybody with one press, and opens records from its cells', async () => {
    const onSelect = vi.fn();
    await renderInTheOffice(() => <BarChart {...chart} onSelect={onSelect} />);
    await userEvent.click(screen.getByRole('button', { name: 'Ver tabla' }));
    await userEvent.click(screen.getByRole('button', { name: '3' }));
    expect(onSelect).toHaveBeenCalledWith('2026-01', 'event');
    expect(screen.getByRole('button', { name: 'Ver gráfica' })).toBeTruthy();
  });

  test('without any figure it says so instead of drawing zeros', async () => {
    const series = chart.series.map((one) => ({ ...one, values: [null, null] }));
    await renderInTheOffice(() => <BarChart {...chart} series={series} />);
    expect(screen.getByText('No hay datos en este período.')).toBeTruthy();
  });
});

describe('a figure', () => {
  afterEach(cleanup);

  test('stands before its change, in words and with the period it is compared to', async () => {
    await renderInTheOffice(() => (
      <Figure label="Piezas" value={1_204} before={{ value: 1_200, period: 'octubre de 2026' }} />
    ));
    expect(screen.getByText('1.204')).toBeTruthy();
    expect(screen.getByText('4 más que en octubre de 2026')).toBeTruthy();
  });

  test('a rounded one says about, an absent one sin dato', async () => {
    await renderInTheOffice(() => (
      <>
        <Figure label="Seguidores" value={24_500} precision="rounded" />
        <Figure label="Alcance" value={null} />
      </>
    ));
    expect(screen.getByText(/≈\s*24\.500/)).toBeTruthy();
    expect(screen.getByText('sin dato')).toBeTruthy();
  });
});

describe('the period', () => {
  afterEach(cleanup);

  test('steps by its own length, and goes to any two months', async () => {
    const onChange = vi.fn();
    await renderInTheOffice(() => (
      <PeriodPicker
        value={{ from: '2026-01', to: '2026-03' }}
        onChange={onChange}
        currentMonth="2026-11"
      />
    ));
    await userEvent.click(screen.getByRole('button', { name: 'Período anterior' }));
    expect(onChange).toHaveBeenLastCalledWith({ from: '2025-10', to: '2025-12' });
    await userEvent.click(screen.getByRole('button', { name: 'ene – mar 2026' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Año 2025' }));
    expect(onChange).toHaveBeenLastCalledWith({ from: '2025-01', to: '2025-12' });
  });
});

describe('what was done', () => {
  afterEach(cleanup);

  test('can be undone from its notice', async () => {
    await renderInTheOffice(() => null);
    const undo = vi.fn(async () => undefined);
    showUndo('Se quitó Cultura.', undo);
    await userEvent.click(await screen.findByRole('button', { name: 'Deshacer' }));
    await waitFor(() => expect(undo).toHaveBeenCalledOnce());
    expect(await screen.findByText('Se deshizo el cambio.')).toBeTruthy();
  });
});
