import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { countTables2020 } from '../../../../jobs/seed/la-estrella-2020-counts.ts';
import type { CountTableDetail } from '../../../../shared/indicators/count-tables/rows.ts';
import { callerAs, makeHouse, type TestHouse } from '../../../support/house.ts';
import { finish, importAs, sheetFixture, sheetFormats } from '../../../support/sheet-file.ts';

const files = {
  '4.1': '4.1-tramites',
  '4.2.1': '4.2.1-pqrsfd-por-medio',
  '4.2.2': '4.2.2-pqrsfd-por-tipo',
  '4.2.3': '4.2.3-pqrsfd-medio-por-tiempo',
  '4.2.4': '4.2.4-pqrsfd-por-tiempo',
  '4.3': '4.3-encuesta-satisfaccion',
  '4.3.1': '4.3-satisfaccion-usuarios',
  '4.4': '4.4-encuesta-impacto',
};

async function openTables(house: TestHouse) {
  const { imports, indicators } = callerAs(house, 'coordinator');
  await indicators.addUsualTables();
  const { rows } = await indicators.listTables({});
  const idOf = (code: string) => rows.find((row) => row.code === code)?.id ?? '';
  return { imports, indicators, idOf };
}

/** A table as it is printed: names, then figures; what is absent is an empty text. */
function printedRows({ measures, rows, printed }: CountTableDetail): string[][] {
  const typed = measures.filter(({ formula }) => formula === null);
  return [...rows, ...(printed ? [printed] : [])].map(({ isTotal, members, cells }) => [
    ...(isTotal ? ['*'] : members),
    ...typed.map(({ id }) => (cells[id] === undefined ? '' : String(Number(cells[id])))),
  ]);
}

const plain = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => (/^[\d.]+$/.test(cell) ? String(Number(cell)) : cell)));

describe.each(sheetFormats)(
  'tables 4.1 to 4.4 of 2020 as LibreOffice saves them in .%s',
  (format) => {
    test('are each taken for what they are, and come out equal cell by cell', async () => {
      const { imports, indicators, idOf } = await openTables(await makeHouse());
      for (const [code, file] of Object.entries(files)) {
        const id = idOf(code);
        const answers = { year: 2020, decimalMark: 'comma' as const };
        const { made } = await importAs(imports, sheetFixture(`${file}.${format}`), { answers });
        const expected = plain(countTables2020[code] ?? []);
        expect(made, file).toMatchObject({ target: `count_table_${id}`, added: expected.length });
        const table = await indicators.readTable({ id });
        expect(table.period).toBe('2020');
        expect(printedRows(table), file).toEqual(expected);
      }
    });
  },
);

/** A table as the report's own data have it: its headings are the names of its columns, its total is printed. */
function dataRows(name: string): string[][] {
  const text = readFileSync(new URL(`../../../fixtures/sheets/${name}`, import.meta.url), 'utf8');
  const [, ...rows] = Papa.parse<string[]>(text.trim()).data;
  return plain(
    rows.map(([first = '', ...rest]) => [first === 'printed_total' ? '*' : first, ...rest]),
  );
}

describe('tables 4.1 to 4.4 of 2020 as the report gives its data', () => {
  test('are each taken for what they are, and come out equal cell by cell', async () => {
    const { imports, indicators, idOf } = await openTables(await makeHouse());
    for (const [code, file] of Object.entries(files)) {
      const id = idOf(code);
      const expected = dataRows(`${file}.csv`);
      // Two columns of the survey are percentages: whose the second is, a person says.
      const columns = { printed_percent_effective: `${idOf('4.4')}/answers_share` };
      const settled = { answers: { year: 2020 }, columns };
      const { made } = await importAs(imports, sheetFixture(`${file}.csv`), settled);
      const target = `count_table_${id}`;
      expect(made, file).toMatchObject({ target, added: expected.length, wrong: 0, totals: [] });
      expect(printedRows(await indicators.readTable({ id })), file).toEqual(expected);
    }
  });
});

describe.each(sheetFormats)(
  'a table whose offices are joined over their procedures, in .%s',
  (format) => {
    test('gives each procedure its office', async () => {
      const { imports, indicators, idOf } = await openTables(await makeHouse());
      const id = idOf('4.1');
      const file = sheetFixture(`4.1-tramites-unidas.${format}`);
      const { made } = await importAs(imports, file, { answers: { year: 2020 } });
      expect(made).toMatchObject({ target: `count_table_${id}`, added: 75, wrong: 0 });
      expect(printedRows(await indicators.readTable({ id }))).toEqual(countTables2020['4.1']);
    });
  },
);

describe('a table of counts from a spreadsheet', () => {
  test('brought in again changes nothing, and undone is as it was', async () => {
    const { imports, indicators, idOf } = await openTables(await makeHouse());
    const id = idOf('4.4');
    const settled = { answers: { year: 2020 } };
    const file = sheetFixture('4.4-encuesta-impacto.xlsx');
    const { made } = await importAs(imports, file, settled);
    expect(made).toMatchObject({ added: 7, wrong: 0 });
    const { findings } = await indicators.readTable({ id });
    expect(findings).toEqual([
      {
        rule: 'average',
        measure: 'perceived_quality',
        member: null,
        printed: '71.8',
        worked: '75.62',
      },
    ]);
    const again = await importAs(imports, file, settled);
    expect(again.made).toMatchObject({ added: 0, changed: 0, same: 7, wrong: 0 });
    await finish(await imports.undoSheetImport({ id: made.id }));
    expect(await indicators.readTable({ id })).toMatchObject({ period: null, rows: [] });
  });

  test('is of the quarter or the month that its rows say', async () => {
    const { imports, indicators, idOf } = await openTables(await makeHouse());
    const id = idOf('4.3.1');
    const lines = [
      'Período,Respuesta,Personas,Porcentaje',
      'Trimestre 1 de 2026,Satisfechos,80,80 %',
      'Trimestre 1 de 2026,Insatisfechos,20,20 %',
      'abril de 2026,Satisfechos,30,75 %',
    ];
    const file = {
      name: 'encuesta.csv',
      content: Buffer.from(lines.join('\n')).toString('base64'),
    };
    const { made } = await importAs(imports, file);
    expect(made).toMatchObject({ target: `count_table_${id}`, added: 3, wrong: 0 });
    const table = await indicators.readTable({ id, period: '2026-Q1' });
    expect(table.periods).toEqual(['2026-Q1', '2026-04']);
    expect(printedRows(table)).toEqual([
      ['Satisfechos', '80', '80'],
      ['Insatisfechos', '20', '20'],
    ]);
  });

  test('with a count that is no whole number waits with the reason in the cell', async () => {
    const { imports, idOf } = await openTables(await makeHouse());
    const id = idOf('4.3.1');
    const lines = ['Respuesta,Personas', 'Satisfechos,80.5', 'Insatisfechos,veinte'];
    const file = { name: 'mala.csv', content: Buffer.from(lines.join('\n')).toString('base64') };
    const { made } = await importAs(imports, file, { answers: { year: 2026 } });
    expect(made).toMatchObject({ added: 0, wrong: 2 });
    const { rows } = await imports.listSheetRows({ id: made.id });
    expect(
      rows.flatMap(({ problems }) => problems.map(({ column, rule }) => [column, rule])),
    ).toEqual([
      [`${id}/people`, 'not_whole'],
      [`${id}/people`, 'not_a_number'],
    ]);
  });
});
