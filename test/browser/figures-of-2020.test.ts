import { describe, expect, test } from 'vitest';
import { outputKind } from '../../shared/output/kinds.ts';
import { months2020, output2020, press2020, pressTotals2020 } from '../fixtures/tables-of-2020.ts';
import { demoBrowser } from '../support/journey.ts';
import { numberIn, pesos, readTable } from '../support/screen.ts';

const { enter } = demoBrowser();
const year = 'from=2020-01&to=2020-12';

describe('the figures of 2020 on screen', () => {
  test('the matrix of output is table 3.1, cell by cell, and its totals are the sums', async () => {
    const { page } = await enter('secretary', `/produccion?${year}`);
    const { heading, rows, foot } = await readTable(page, 'Producción por mes y clase');

    const shown: Record<string, number[]> = {};
    const totals: Record<string, number> = {};
    for (const kind of Object.keys(output2020)) {
      const column = heading.indexOf(outputKind(kind as 'event').label.many.es);
      shown[kind] = rows.map((row) => numberIn(row[column] ?? ''));
      totals[kind] = numberIn(foot[column]?.replace(/El informe dice.*/, '') ?? '');
    }
    expect(rows).toHaveLength(12);
    expect(shown).toEqual(output2020);
    for (const [kind, counts] of Object.entries(output2020)) {
      expect([kind, totals[kind]]).toEqual([kind, counts.reduce((sum, count) => sum + count, 0)]);
    }
  });

  test('free press is table 3.2, peso by peso', async () => {
    const { page } = await enter('secretary', `/free-press?${year}`);
    const { heading, rows } = await readTable(page, 'Tabla de la gráfica Valor por mes y canal');
    expect(heading.slice(1)).toEqual([
      'Prensa (escrita y virtual)',
      'Medios digitales, televisión y radio',
    ]);
    expect(rows.map(([, press = '', other = '']) => [press, other])).toEqual(
      months2020.map((_, index) => [
        pesos(press2020.press[index]?.[1] ?? 0),
        pesos(press2020.broadcast_digital[index]?.[1] ?? 0),
      ]),
    );
    await page.getByText(pesos(pressTotals2020.press)).first().waitFor();
    await page.getByText(pesos(pressTotals2020.broadcast_digital)).first().waitFor();
    await page.getByText('$ 505.048.327').first().waitFor();
  });

  test('the counts of appearances are those of table 3.2, month by month', async () => {
    const { page } = await enter('secretary', `/free-press?${year}&view=tallies`);
    const { rows } = await readTable(page, 'Totales mensuales');
    const counts = (channel: string) =>
      rows.filter((row) => row.includes(channel)).map((row) => row.slice(2, 4).map(numberIn));
    expect(counts('Prensa (escrita y virtual)').sort()).toEqual([...press2020.press].sort());
    expect(counts('Medios digitales, televisión y radio').sort()).toEqual(
      [...press2020.broadcast_digital].sort(),
    );
  });
});
