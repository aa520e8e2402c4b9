import { describe, expect, test } from 'vitest';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { importAs, previewAs, sheetFixture, textFile } from '../../../support/sheet-file.ts';

const year = { from: '2020-01', to: '2020-12' };

/** The pesos of the months that a file brought in. */
async function pesosOf(file: { name: string; content: string }) {
  const house = await makeHouse();
  const { made } = await importAs(callerAs(house, 'press').imports, file);
  const { rows } = await callerAs(house, 'viewer').press.readMonthlyValue(year);
  return { made, pesos: rows.map(({ month, valueCop }) => [month, valueCop]) };
}

describe('figures of a sheet as people write them', () => {
  test('are whole pesos with the apostrophe of millions and with cents in letters', async () => {
    const { made, pesos } = await pesosOf(sheetFixture('3.2-valor-con-apostrofo.csv'));
    expect(made).toMatchObject({ target: 'press_tallies', added: 6, wrong: 0 });
    expect(pesos).toEqual([
      ['2020-01', 505_048_327],
      ['2020-02', 1_350_000],
      ['2020-03', 1_350_000],
      ['2020-04', 2_000_000_000],
      ['2020-05', 1_350_000],
      ['2020-06', 1_350_000],
    ]);
  });

  test.each([
    '1.350.000,00',
    '1,350,000.00',
    'COP 1.350.000',
    "1'350.000,00",
    '1\u00a0350\u202f000',
    '1350000.00',
    '1.350.000 pesos m/cte',
  ])('%s is 1,350,000 pesos', async (written) => {
    const file = textFile('valores.csv', [
      'Mes;Canal;Cantidad;Valor',
      `Enero 2020;Prensa;10;${written}`,
    ]);
    expect((await pesosOf(file)).pesos).toEqual([['2020-01', 1_350_000]]);
  });

  test('that may be two numbers, or are none, are refused with their cell and never guessed', async () => {
    const { imports } = callerAs(await makeHouse(), 'press');
    const { import: made } = await previewAs(
      imports,
      textFile('valores.csv', [
        'Mes;Canal;Cantidad;Valor',
        'Enero 2020;Prensa;10;1.350.000',
        'Febrero 2020;Prensa;4;1,350.000',
        'Marzo 2020;Prensa;4;1.350.000,50',
        'Abril 2020;Prensa;4;cuatro',
      ]),
    );
    const { rows } = await imports.listSheetRows({ id: made?.id ?? '', standing: 'wrong' });
    expect(rows.map(({ line, problems }) => [line, ...problems.map(({ rule }) => rule)])).toEqual([
      [3, 'two_numbers'],
      [4, 'not_whole'],
      [5, 'not_a_number'],
    ]);
  });
});
