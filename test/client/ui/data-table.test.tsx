import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Absent } from '../../../client/ui/absent.tsx';
import { DataTable } from '../../../client/ui/data-table.tsx';
import type { TableColumn } from '../../../client/ui/table-column.ts';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

interface Piece {
  id: string;
  title: string;
  copies: number | null;
}

const pieces: Piece[] = [
  { id: 'a', title: 'Informativo', copies: 15_000 },
  { id: 'b', title: 'Afiche', copies: null },
  { id: 'c', title: 'Volante', copies: 900 },
];
const columns: TableColumn<Piece>[] = [
  { id: 'title', header: 'Título', cell: (row) => row.title, sortBy: (row) => row.title },
  {
    id: 'copies',
    header: 'Ejemplares',
    align: 'right',
    cell: (row) => row.copies ?? <Absent />,
    sortBy: (row) => row.copies,
    footer: { value: 15_900, shown: '15.900' },
  },
];
const answered = { data: pieces, error: null, isPending: false, refetch: () => undefined };

function table(changes: Partial<Parameters<typeof DataTable<Piece>>[0]> = {}) {
  return renderInTheOffice(() => (
    <DataTable
      label="Piezas"
      columns={columns}
      query={answered}
      rows={pieces}
      rowId={(row) => row.id}
      empty={{ text: 'Registre la primera pieza.' }}
      {...changes}
    />
  ));
}

const titles = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

describe('a table of records', () => {
  afterEach(cleanup);

  test('shows its rows, their total at the foot, and absent as sin dato', async () => {
    await table();
    const shown = screen.getByRole('table', { name: 'Piezas' });
    expect(titles()).toEqual(['Informativo', 'Afiche', 'Volante']);
    expect(within(shown).getByText('sin dato')).toBeTruthy();
    expect(within(shown).getByText('15.900')).toBeTruthy();
  });

  test('sorts by a column and says so; what is absent stays last both ways', async () => {
    await table();
    const press = () => userEvent.click(screen.getByRole('button', { name: /Ejemplares/ }));
    await press();
    const first = titles();
    await press();
    const second = titles();
    expect([first, second].map((order) => order.at(-1))).toEqual(['Afiche', 'Afiche']);
    expect(first).not.toEqual(second);
    const heading = screen.getByRole('columnheader', { name: /Ejemplares/ });
    expect(['ascending', 'descending']).toContain(heading.getAttribute('aria-sort'));
  });

  test('opens a row by its first cell', async () => {
    const onOpen = vi.fn();
    await table({ onOpen });
    await userEvent.click(screen.getByRole('button', { name: 'Volante' }));
    expect(onOpen).toHaveBeenCalledWith(pieces[2]);
  });

  test('while it loads it is busy, and empty it teaches the next step', async () => {
    await table({ rows: undefined, query: { ...answered, data: undefined, isPending: true } });
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
    cleanup();
    await table({ rows: [] });
    expect(screen.getByText('Registre la primera pieza.')).toBeTruthy();
    cleanup();
    await table({ rows: [], isNarrowed: true });
    expect(screen.getByText('Nada coincide con lo que busca')).toBeTruthy();
    expect(screen.queryByText('Registre la primera pieza.')).toBeNull();
  });

  test('a failure says so and asks again', async () => {
    const refetch = vi.fn();
    const error = new TypeError('Failed to fetch');
    await table({ rows: undefined, query: { data: undefined, error, isPending: false, refetch } });
    expect(screen.getByRole('alert').textContent).toContain('No hay conexión');
    await userEvent.click(screen.getByRole('button', { name: 'Intentar de nuevo' }));
    expect(refetch).toHaveBeenCalledOnce();
  });

  test('goes from page to page within what there is', async () => {
    const onPage = vi.fn();
    await table({ paging: { page: 2, pageSize: 50, total: 1_204, onPage } });
    expect(screen.getByText('51–100 de 1.204')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Página siguiente' }));
    await userEvent.click(screen.getByRole('button', { name: 'Página anterior' }));
    expect(onPage.mock.calls).toEqual([[3], [1]]);
  });
});
