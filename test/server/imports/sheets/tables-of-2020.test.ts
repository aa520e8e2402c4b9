import { describe, expect, test } from 'vitest';
import {
  months2020,
  output2020,
  press2020,
  pressTotals2020,
} from '../../../fixtures/tables-of-2020.ts';
import { callerAs, makeHouse, type TestHouse } from '../../../support/house.ts';
import { importAs, sheetFixture, sheetFormats } from '../../../support/sheet-file.ts';

const year = { from: '2020-01', to: '2020-12' };

async function cellsOf(house: TestHouse) {
  const { cells } = await callerAs(house, 'viewer').output.readMonthMatrix(year);
  return Object.fromEntries(cells.map(({ month, kind, count }) => [`${month} ${kind}`, count]));
}

const table31 = Object.fromEntries(
  Object.entries(output2020).flatMap(([kind, counts]) =>
    counts.map((count, at) => [`${months2020[at]} ${kind}`, count]),
  ),
);

describe.each(sheetFormats)('the tables of 2020 as LibreOffice saves them in .%s', (format) => {
  test('3.1 comes in as it is printed, and comes out equal cell by cell', async () => {
    const house = await makeHouse();
    const { imports } = callerAs(house, 'coordinator');
    const { made } = await importAs(imports, sheetFixture(`3.1-produccion.${format}`));
    expect(made).toMatchObject({ target: 'output_tallies', added: 60, changed: 0, wrong: 0 });
    // What the table prints as the total of the meetings is not what its months add up to.
    expect(made.totals).toMatchObject([{ column: 'count', printed: 13, added: 21 }]);
    expect(await cellsOf(house)).toEqual(table31);
  });

  test('3.1 with the months along the headings says the same', async () => {
    const house = await makeHouse();
    const { imports } = callerAs(house, 'coordinator');
    const { made } = await importAs(imports, sheetFixture(`3.1-meses-a-lo-largo.${format}`));
    expect(made).toMatchObject({ target: 'output_tallies', added: 60, wrong: 0 });
    expect(await cellsOf(house)).toEqual(table31);
  });

  test('3.2 comes in under its two lines of headings, and comes out peso by peso', async () => {
    const house = await makeHouse();
    const { imports } = callerAs(house, 'press');
    const { made } = await importAs(imports, sheetFixture(`3.2-free-press.${format}`));
    expect(made).toMatchObject({ target: 'press_tallies', added: 24, wrong: 0, totals: [] });
    const read = await callerAs(house, 'viewer').press.readMonthlyValue(year);
    for (const [channel, months] of Object.entries(press2020)) {
      expect(
        read.rows
          .filter((row) => row.channel === channel)
          .map(({ month, count, valueCop }) => [month, count, valueCop]),
      ).toEqual(months.map(([count, value], at) => [months2020[at], count, value]));
    }
    expect(read.totals.map(({ channel, valueCop }) => [channel, valueCop])).toEqual(
      Object.entries(pressTotals2020),
    );
  });

  test('9 comes in as meetings, each with its programme, its place and its day', async () => {
    const house = await makeHouse();
    const { imports, output } = callerAs(house, 'coordinator');
    const file = sheetFixture(`9-encuentros.${format}`);
    const defaults = { kind: 'Encuentro con la comunidad' };
    const { made } = await importAs(imports, file, { target: 'output_items', defaults });
    expect(made).toMatchObject({ added: 11, wrong: 0 });
    const { rows, total } = await output.listItems({ kind: 'community_meeting' });
    expect(total).toBe(11);
    expect(rows.map(({ day, place, details }) => [day, place, details.programme]).at(-1)).toEqual([
      '2021-01-12',
      'Sector Toledo',
      'Diálogos ciudadanos',
    ]);
    expect(rows.find(({ day }) => day === '2021-02-18')).toMatchObject({
      place: 'Barrio Caquetá',
      details: { programme: 'Parchados con la gente' },
    });
  });
});
