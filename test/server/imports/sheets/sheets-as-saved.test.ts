import { expect, test } from 'vitest';
import { readSheetRecords } from '../../../../server/imports/sheets/read-file.ts';
import type { Directory, SheetAnswers } from '../../../../shared/imports/sheets/target.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { previewAs, sheetFixture } from '../../../support/sheet-file.ts';

const none: ReadonlyMap<string, string> = new Map();
const directory: Directory = {
  kind: new Map(['boletin', 'video', 'fotografia', 'videos'].map((name) => [name, name])),
  outlet: new Map([['medio uno', 'uno']]),
  department: none,
  place: none,
  page: none,
};

async function opened() {
  const { imports } = callerAs(await makeHouse(), 'coordinator');
  /** Plans a file through the front door and reads it as planned. */
  return async (name: string, answers: SheetAnswers = {}) => {
    const file = sheetFixture(name);
    const plan = await imports.planSheet({ file });
    const { sheet, target, layout } = plan;
    const settled = { ...plan.answers, ...answers };
    const wanted = { sheet, target, layout, directory, answers: settled, defaults: {}, mended: [] };
    const read = await readSheetRecords(
      { ...wanted, content: file.content },
      { counted: () => undefined },
    );
    return { plan, read, imports, file };
  };
}

test('sheets as people save them say what they say, or ask', async () => {
  const open = await opened();
  const valuesOf = async (name: string, ids: readonly string[], answers?: SheetAnswers) =>
    (await open(name, answers)).read.rows.map(({ values }) =>
      ids.map((id) => values[id]).join(' '),
    );

  expect(await valuesOf('3.2-valor-con-apostrofo.csv', ['month', 'valueCop'])).toEqual([
    '2020-01 505048327',
    '2020-02 1350000',
    '2020-03 1350000',
    '2020-04 2000000000',
    '2020-05 1350000',
    '2020-06 1350000',
  ]);
  expect(await valuesOf('mes-combinado-hacia-abajo.xlsx', ['month', 'count'])).toEqual([
    '2026-01 10',
    '2026-01 4',
    '2026-01 7',
    '2026-02 12',
    '2026-02 5',
  ]);
  expect(await valuesOf('fechas-sistema-de-mac.xlsx', ['day', 'title'])).toEqual([
    '2026-10-05 Obra terminada',
  ]);
  expect(await valuesOf('ida-y-vuelta.csv', ['title'])).toEqual([
    '=HYPERLINK("https://medio.example";"Obra")',
    '+57 llamadas en una noche',
    '-5 grados en el páramo',
    "'Tardes de cine' en el parque",
  ]);
  const { read } = await open('totales-con-otros-nombres.csv');
  expect(read.rows.map(({ values, problems }) => [values.month, values.count, problems])).toEqual([
    ['2026-01', 4, []],
    ['2026-02', 5, []],
    ['2026-03', 3, []],
  ]);
  expect(read.totals).toEqual([]);
});

test('a month whose year a spreadsheet made a day of is asked', async () => {
  const open = await opened();
  const { plan } = await open('ene-20-vuelto-dia.xlsx');
  expect(plan.questions).toEqual([
    { ask: 'monthDays', samples: ['2021-01-20', '2021-02-20', '2021-03-20'] },
  ]);
  const monthsAs = async (monthDays: 'years' | 'days') =>
    (await open('ene-20-vuelto-dia.xlsx', { monthDays })).read.rows.map(
      ({ values }) => values.month,
    );
  expect(await monthsAs('years')).toEqual(['2020-01', '2020-02', '2020-03']);
  expect(await monthsAs('days')).toEqual(['2021-01', '2021-02', '2021-03']);
});

test('formulas that nothing worked out are told, and are no blanks', async () => {
  const open = await opened();
  const { plan, imports, file } = await open('formulas-sin-resultado.xlsx');
  expect(plan.sheets[plan.sheet]?.unworked).toBe(2);
  const { import: made } = await previewAs(imports, file);
  expect(made).toMatchObject({ added: 0, wrong: 2 });
  const { rows } = await imports.listSheetRows({ id: made?.id ?? '' });
  expect(rows.map(({ problems }) => problems)).toMatchObject([
    [{ rule: 'unworked_formula', said: '=C2*250000' }],
    [{ rule: 'unworked_formula', said: '=C3*250000' }],
  ]);
});
