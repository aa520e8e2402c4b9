import { read, utils } from '@e965/xlsx';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { composePicture } from '../../../client/ui/chart-picture.ts';
import { DataTable } from '../../../client/ui/data-table.tsx';
import { composeExport } from '../../../client/ui/export-table.ts';
import { gatherRows } from '../../../client/ui/gather-rows.ts';
import type { TableColumn } from '../../../client/ui/table-column.ts';
import { writeCsv, writeXlsx } from '../../../client/ui/write-spreadsheet.ts';
import { fileName } from '../../../shared/files/file-name.ts';
import { renderInTheOffice } from '../../support/in-the-office.tsx';

interface Account {
  title: string;
  followers: number | null;
  rate: number;
}

const accounts: Account[] = [
  { title: '=HYPERLINK("http://malo")', followers: 24_591, rate: 3.5 },
  { title: 'Alcaldía; «La Estrella»', followers: null, rate: -1 },
];
const columns: TableColumn<Account>[] = [
  { id: 'title', header: 'Página', cell: (row) => row.title },
  {
    id: 'followers',
    header: 'Seguidores',
    cell: (row) => <b>{row.followers}</b>,
    value: (row) => row.followers,
    extras: [{ header: 'fuente', value: () => 'red social' }],
  },
  { id: 'rate', header: 'Tasa', cell: (row) => `${row.rate} %`, value: (row) => row.rate },
  { id: 'actions', header: 'Acciones', cell: () => <button type="button">Quitar</button> },
];
const table = composeExport({
  title: 'Páginas: todas',
  columns,
  rows: accounts,
  totalWord: 'Total',
});

async function textOf(content: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(content));
}

function bytesOf(content: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(content);
  });
}

describe('a table as a file', () => {
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  test('holds figures as numbers, absent as nothing, what goes with a figure, and no buttons', () => {
    expect(table.headers).toEqual(['Página', 'Seguidores', 'Seguidores: fuente', 'Tasa']);
    expect(table.rows).toEqual([
      ['=HYPERLINK("http://malo")', 24_591, 'red social', 3.5],
      ['Alcaldía; «La Estrella»', null, 'red social', -1],
    ]);
  });

  test('as CSV opens in a spreadsheet in Spanish, and no text in it runs as a formula', async () => {
    const text = await textOf(writeCsv(table, 'es-CO'));
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.slice(1).split('\r\n')).toEqual([
      'Página;Seguidores;Seguidores: fuente;Tasa',
      `"'=HYPERLINK(""http://malo"")";24591;red social;3,5`,
      '"Alcaldía; «La Estrella»";;red social;-1',
      '',
    ]);
    expect(await textOf(writeCsv(table, 'en-US'))).toContain(',3.5\r\n');
  });

  test('as XLSX keeps numbers as numbers and texts as texts', async () => {
    const book = read(await bytesOf(await writeXlsx(table)));
    expect(book.SheetNames).toEqual(['Páginas  todas']);
    const sheet = book.Sheets['Páginas  todas'] ?? {};
    expect(utils.sheet_to_json(sheet, { header: 1 })).toEqual([
      table.headers,
      ['=HYPERLINK("http://malo")', 24_591, 'red social', 3.5],
      ['Alcaldía; «La Estrella»', undefined, 'red social', -1],
    ]);
    expect(sheet.A2).toMatchObject({ t: 's' });
    expect(sheet.A2?.f).toBeUndefined();
  });

  test('has real days and money, its unit in the heading, its totals, and no column of marks', async () => {
    const { headers, rows, totals } = composeExport<{ day: string; value: number | null }>({
      title: 'Apariciones',
      columns: [
        { id: 'day', header: 'Fecha', cell: () => '13 oct 2026', value: ({ day }) => ({ day }) },
        { id: 'mark', header: 'Marcar', isControl: true, cell: () => 'x' },
        {
          id: 'value',
          header: 'Valor',
          cell: () => '',
          value: ({ value }) => (value === null ? null : { pesos: value }),
          footer: { value: { pesos: 1_350_000 }, shown: '$ 1.350.000' },
        },
      ],
      rows: [
        { day: '2026-10-13', value: 1_350_000 },
        { day: '2026-10-14', value: null },
      ],
      more: [
        { header: 'Notas', value: () => null },
        { header: 'Asistentes', value: ({ value }) => (value === null ? 12 : null) },
      ],
      totalWord: 'Total',
    });
    expect(headers).toEqual(['Fecha', 'Valor (pesos)', 'Asistentes']);
    const about = { name: 'Acerca de', lines: [['Entidad', 'Alcaldía'] as const] };
    const content = await writeXlsx({ title: 'Apariciones', headers, rows, totals }, about);
    const book = read(await bytesOf(content), { cellDates: true, UTC: true });
    const sheet = book.Sheets.Apariciones ?? {};
    expect(sheet.A2).toMatchObject({ t: 'd', v: new Date('2026-10-13T00:00:00Z') });
    expect(sheet.B2).toMatchObject({ t: 'n', v: 1_350_000 });
    expect(sheet.A4).toMatchObject({ t: 's', v: 'Total' });
    expect(sheet.B4).toMatchObject({ t: 'n', v: 1_350_000 });
    expect(utils.sheet_to_json(book.Sheets['Acerca de'] ?? {}, { header: 1 })).toEqual([
      ['Entidad', 'Alcaldía'],
    ]);
  });

  test('takes its name from the title', () => {
    expect(fileName(['Páginas por red, año 2026', null], 'csv')).toBe(
      'paginas-por-red-ano-2026.csv',
    );
  });

  test('of a list in pages holds every part, and ends when the list shrinks meanwhile', async () => {
    const parts = [['a', 'b'], ['c'], []];
    const readPart = vi.fn(async (page: number) => ({ rows: parts[page - 1] ?? [], total: 5 }));
    expect(await gatherRows(readPart)).toEqual(['a', 'b', 'c']);
    expect(readPart.mock.calls.map(([page]) => page)).toEqual([1, 2, 3]);
  });

  test('is saved from the foot of the table, with the rows of all its pages', async () => {
    const saved: { name: string; content: Blob }[] = [];
    let last: Blob | undefined;
    URL.createObjectURL = (content) => {
      last = content as Blob;
      return 'blob:altavoz';
    };
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      if (last) saved.push({ name: this.download, content: last });
    });
    await renderInTheOffice(() => (
      <DataTable
        label="Páginas"
        columns={columns}
        query={{ data: 1, error: null, isPending: false, refetch: () => undefined }}
        rows={accounts.slice(0, 1)}
        rowId={(row) => row.title}
        empty={{}}
        readPart={async () => ({ rows: accounts, total: 2 })}
        paging={{ page: 1, pageSize: 1, total: 2, onPage: () => undefined }}
      />
    ));
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Guardar en un archivo: Páginas' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Texto separado (CSV)' }));
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toBe('paginas.csv');
    expect(await textOf(saved[0]?.content ?? new Blob())).toContain('La Estrella');
  });
});

describe('a chart as a picture', () => {
  test('has its title, unit and legend, as text and nothing else', () => {
    const svg = composePicture({
      title: 'Seguidores <script>',
      note: 'Unidad: seguidores',
      drawing: '<svg data-drawing=""></svg>',
      width: 200,
      height: 100,
      legend: [
        { label: 'Facebook & Instagram', color: 'blue' },
        { label: 'X', color: 'grey' },
      ],
      footnotes: ['1. Pauta del 3 de marzo'],
    });
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    expect([...drawn.querySelectorAll('text')].map((text) => text.textContent)).toEqual([
      'Seguidores <script>',
      'Unidad: seguidores',
      'Facebook & Instagram',
      'X',
      '1. Pauta del 3 de marzo',
    ]);
    expect(drawn.querySelector('script')).toBeNull();
    expect(drawn.getAttribute('width')).toBe('248');
  });
});
