import { describe, expect, test } from 'vitest';
import { guessLayout } from '../../../../shared/imports/sheets/guess-layout.ts';
import { readSheetRows } from '../../../../shared/imports/sheets/read-sheet-rows.ts';
import type { MergedCells, SheetCell } from '../../../../shared/imports/sheets/sheet.ts';
import type { Directory, SheetTarget } from '../../../../shared/imports/sheets/target.ts';
import { countTableTarget } from '../../../../shared/imports/sheets/targets/count-table.ts';
import { listTargets } from '../../../../shared/imports/sheets/targets/list-targets.ts';
import { CountTableFields } from '../../../../shared/indicators/count-tables/schemas.ts';

const none = new Map<string, string>();
const directory: Directory = {
  kind: none,
  department: none,
  outlet: new Map([
    ['el colombiano', 'c'],
    ['teleantioquia', 't'],
  ]),
  place: none,
  page: none,
};

/** What the rows of a sheet say as a target, by the ids of its columns. */
function read(target: SheetTarget, lines: SheetCell[][], merges: MergedCells[] = []) {
  const rows = lines.map((cells, at) => ({ line: at + 1, cells }));
  const sheet = { name: '', isHidden: false, rows, merges, formulas: 0, unworked: 0 };
  const layout = guessLayout(sheet, target, directory)?.layout;
  if (!layout) throw new Error('no heading says anything');
  return readSheetRows(target, sheet, layout, directory, { answers: { year: 2026 } }).rows;
}

const table = CountTableFields.parse({
  code: '4.9',
  name: 'Atenciones',
  dimensions: [
    { id: 'office', name: 'Dependencia' },
    { id: 'service', name: 'Servicio' },
  ],
  measures: [{ id: 'served', name: 'Atendidos', unit: 'count', total: 'sum' }],
});
const counts = countTableTarget({ ...table, id: 'a' });
const said = (rows: ReturnType<typeof read>) =>
  rows.map(({ values, problems }) => [
    values.isTotal === true ? '*' : (values['a/office'] ?? null),
    values['a/service'] ?? null,
    values['a/served'] ?? null,
    values.period,
    ...problems.map(({ column, rule }) => `${column} ${rule}`),
  ]);
const headings = ['Dependencia', 'Servicio', 'Atendidos'];
const join = (fromLine: number, toLine: number, column: number): MergedCells => ({
  fromLine,
  toLine,
  fromColumn: column,
  toColumn: column,
});

describe('names that stand over several rows', () => {
  test('joined or written once, are those of the rows below', () => {
    const lines = [
      headings,
      ['Planeación', 'Licencias', 4],
      ['', 'Conceptos', 6],
      ['Gobierno', 'Permisos', 1],
      ['', 'Certificados', 2],
    ];
    const expected = [
      ['Planeación', 'Licencias', 4, '2026'],
      ['Planeación', 'Conceptos', 6, '2026'],
      ['Gobierno', 'Permisos', 1, '2026'],
      ['Gobierno', 'Certificados', 2, '2026'],
    ];
    expect(said(read(counts, lines))).toEqual(expected);
    expect(said(read(counts, lines, [join(2, 3, 0), join(4, 5, 0)]))).toEqual(expected);
  });

  test('end with the total of their part, which is not that of the table', () => {
    const rows = read(counts, [
      headings,
      ['Planeación', 'Licencias', 4],
      ['', 'Conceptos', 6],
      ['', 'Total', 10],
      ['', 'Sin nombre', 3],
      ['Gobierno', 'Permisos', 1],
      ['', 'Total', 1],
      ['', 'Total', 14],
    ]);
    expect(said(rows)).toEqual([
      ['Planeación', 'Licencias', 4, '2026'],
      ['Planeación', 'Conceptos', 6, '2026'],
      [null, 'Sin nombre', 3, '2026', 'a/office required'],
      ['Gobierno', 'Permisos', 1, '2026'],
      ['*', 'Total', 14, '2026'],
    ]);
  });

  test('of a period stand over its total too, and a period ends the names of the one before', () => {
    const rows = read(counts, [
      ['Período', ...headings],
      ['2026-03', 'Planeación', 'Licencias', 4],
      ['', '', 'Conceptos', 6],
      ['', 'Total', '', 10],
      ['2026-04', '', 'Licencias', 1],
    ]);
    expect(said(rows)).toEqual([
      ['Planeación', 'Licencias', 4, '2026-03'],
      ['Planeación', 'Conceptos', 6, '2026-03'],
      ['*', null, 10, '2026-03'],
      [null, 'Licencias', 1, '2026-04', 'a/office required'],
    ]);
  });

  test('are never figures: a figure joined over several rows is of the first', () => {
    const lines = [headings, ['Planeación', 'Licencias', 4], ['Planeación', 'Conceptos', '']];
    expect(said(read(counts, lines, [join(2, 3, 2)]))).toEqual([
      ['Planeación', 'Licencias', 4, '2026'],
      ['Planeación', 'Conceptos', null, '2026'],
    ]);
  });

  test('are those of outlets in a tariff too', () => {
    const targets = listTargets([], []);
    const rates = targets.get('rates');
    if (!rates) throw new Error('rates are no target');
    const rows = read(rates, [
      ['Medio', 'Formato', 'Unidad', 'Precio', 'Desde'],
      ['El Colombiano', 'Prensa', 'Página', 1_000_000, { day: '2026-01-01' }],
      ['', 'Digital', 'Nota', 500_000, { day: '2026-01-01' }],
      ['Teleantioquia', 'Televisión', 'Segundo', 30_000, { day: '2026-01-01' }],
    ]);
    expect(rows.map(({ values }) => values.outletId)).toEqual(['c', 'c', 't']);
  });
});
