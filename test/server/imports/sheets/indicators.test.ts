import { describe, expect, test } from 'vitest';
import { callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import {
  finish,
  importAs,
  previewAs,
  sheetFixture,
  sheetFormats,
  textFile,
} from '../../../support/sheet-file.ts';

/** Table 5 as it is printed: unit, target, achieved, physical progress, budget, invested, financial progress. */
const table5 = [
  ['number', '300', '814', '100 %', 250_000_000, 213_196_768, '85,28 %'],
  ['number', '73', '81.8', '100 %', 100_000_000, 10_816_671, '10,82 %'],
  ['number', '1500', '1983', '100 %', 240_000_000, 10_816_671, '4,51 %'],
  ['number', '1', '1', '100 %', null, null, null],
  ['number', '5', '0', '0 %', null, null, null],
  ['number', '20', '70', '100 %', null, null, null],
  ['percent', '95', '98', '100 %', null, null, null],
];

/** What is worked out of table 5: physical and financial progress. */
const workedOut5 = [
  ['100', '85.28'],
  ['100', '10.82'],
  ['100', '4.51'],
  ['100', null],
  ['0', null],
  ['100', null],
  ['100', null],
];

/** Table 6 as it is printed: unit, target, progress. */
const table6 = [
  ['percent', '95', '58%'],
  ['number', '1', '0'],
  ['percent', '70', '95%'],
  ['percent', '100', '98%'],
  ['number', '71', '1'],
  ['percent', '70', '47%'],
  ['number', '1', '0'],
  ['percent', '95', '100%'],
];

const in2020 = { year: 2020 };
const development = { plan: 'Plan de desarrollo' };

async function openOffice() {
  const house = await makeHouse();
  const { imports, indicators } = callerAs(house, 'coordinator');
  return { house, imports, indicators };
}

describe.each(sheetFormats)('the plans of 2020 as LibreOffice saves them in .%s', (format) => {
  test('come in as tables 5 and 6 are printed, and come out equal cell by cell', async () => {
    const { imports, indicators } = await openOffice();
    const file = sheetFixture(`5-plan-de-desarrollo.${format}`);
    const { made } = await importAs(imports, file, { defaults: development });
    expect(made).toMatchObject({ target: 'indicators', added: 7, wrong: 0 });
    const { rows } = await indicators.listIndicators(in2020);
    const printed = rows.map(({ unit, achieved, year }) => {
      const { target, printedProgress, budgetCop, investedCop, printedFinancial } = year;
      return [
        unit,
        target,
        achieved.value,
        printedProgress,
        budgetCop,
        investedCop,
        printedFinancial,
      ];
    });
    expect(printed).toEqual(table5);
    expect(rows.map(({ progress, financial }) => [progress?.capped, financial])).toEqual(
      workedOut5,
    );

    const other = sheetFixture(`6-plan-de-accion.${format}`);
    const defaults = { plan: 'Plan de acción' };
    expect((await importAs(imports, other, { defaults })).made).toMatchObject({ added: 8 });
    const action = await indicators.listIndicators({ ...in2020, plan: 'action_plan' });
    expect(action.rows.map(({ unit, year }) => [unit, year.target, year.printedProgress])).toEqual(
      table6,
    );
    expect(action.rows.every(({ achieved }) => achieved.value === null)).toBe(true);
  });
});

describe('a spreadsheet of indicators', () => {
  test('read again changes nothing; undone, nothing of it is left', async () => {
    const { imports, indicators } = await openOffice();
    const file = sheetFixture('5-plan-de-desarrollo.xlsx');
    const { made } = await importAs(imports, file, { defaults: development });
    const again = await previewAs(imports, file, { defaults: development });
    expect(again.import).toMatchObject({ added: 0, changed: 0, same: 7 });
    const steps = await finish(await imports.undoSheetImport({ id: made.id }));
    expect(steps.at(-1)).toMatchObject({ import: { kept: 0 } });
    expect((await indicators.listIndicators(in2020)).total).toBe(0);
    expect((await importAs(imports, file, { defaults: development })).made).toMatchObject({
      added: 7,
    });
  });

  test('of a later year adds it to the indicators there are, and undone takes it away again', async () => {
    const { imports, indicators } = await openOffice();
    const method = { type: 'typed' as const, yearly: 'last' as const };
    const fields = { name: 'Eventos de difusión', unit: 'number' as const, method };
    const { id } = await indicators.createIndicator({
      ...fields,
      code: 'ED',
      plan: 'development_plan',
    });
    const file = textFile('seguimiento.csv', [
      'Plan;Indicador;Unidad;Año;Meta;Ejecutado;Presupuesto',
      'Plan de desarrollo;Eventos de difusion;Número;2021;1500;1620;$ 90.000.000',
      'Plan de desarrollo;Eventos de difusión;Número;2022;1600;;',
      'Plan de acción;Piezas;Número;2021;10;12;',
      'Plan de acción;Piezas;Número;2022;11;;',
    ]);
    const { made } = await importAs(imports, file);
    expect(made).toMatchObject({ target: 'indicators', added: 2, changed: 2, wrong: 0 });
    const { rows } = await indicators.listIndicators({ year: 2021 });
    expect(rows.map(({ code, year, achieved }) => [code, year.target, achieved.value])).toEqual([
      ['ED', '1500', '1620'],
      ['PA-1', '10', '12'],
    ]);
    const steps = await finish(await imports.undoSheetImport({ id: made.id }));
    expect(steps.at(-1)).toMatchObject({ import: { kept: 0 } });
    const left = await indicators.listIndicators({ year: 2021 });
    expect(left.rows).toMatchObject([
      { id, name: 'Eventos de difusión', year: { target: null }, achieved: { value: null } },
    ]);
  });

  test('asks the year that no cell and no title says, and tells what it cannot take', async () => {
    const { imports, indicators } = await openOffice();
    const lines = ['Indicador;Unidad;Meta;Ejecutado;Código', 'Piezas;Número;10;12;P-1'];
    const open = textFile('metas.csv', lines);
    expect(await previewAs(imports, open, { defaults: development })).toMatchObject({
      import: null,
      questions: [{ ask: 'year', samples: ['Piezas'] }],
    });
    const method = { type: 'rule' as const, rule: { measure: 'press_count' as const } };
    const own = { plan: 'development_plan' as const, unit: 'number' as const, method };
    await indicators.createIndicator({ ...own, code: 'P-1', name: 'Apariciones' });
    const wrong = textFile('metas.csv', [...lines, 'Apariciones;Número;20;30;', 'X;Kilos;;;']);
    const { import: made } = await previewAs(imports, wrong, {
      target: 'indicators',
      defaults: development,
      answers: in2020,
    });
    const { rows } = await imports.listSheetRows({ id: made?.id ?? '', standing: 'wrong' });
    expect(
      rows.flatMap(({ problems }) => problems.map(({ column, rule }) => [column, rule])),
    ).toEqual([
      ['code', 'code_taken'],
      ['achieved', 'worked_out'],
      ['unit', 'unknown_choice'],
    ]);
  });

  test('is refused to the press team', async () => {
    const { house } = await openOffice();
    const file = sheetFixture('6-plan-de-accion.ods');
    const refused = previewAs(callerAs(house, 'press').imports, file, {
      target: 'indicators',
    });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });
});
