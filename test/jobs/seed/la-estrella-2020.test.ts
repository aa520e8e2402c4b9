import { describe, expect, test } from 'vitest';
import { seedLaEstrella2020 } from '../../../jobs/seed/la-estrella-2020.ts';
import {
  monthlyOutput,
  monthlyPress,
  outputColumns,
} from '../../../jobs/seed/la-estrella-2020-figures.ts';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { callerAs, makeHouse } from '../../support/house.ts';

const year = { from: '2020-01', to: '2020-12' };

async function seededHouse() {
  const house = await makeHouse();
  await seedLaEstrella2020(house);
  return { house, read: callerAs(house, 'viewer') };
}

describe('the year 2020 of La Estrella', () => {
  test('the matrix is table 3.1 cell by cell, zeros included', async () => {
    const { house, read } = await seededHouse();
    const matrix = await read.output.readMonthMatrix(year);
    for (const [month, ...counts] of monthlyOutput) {
      for (const [index, kind] of outputColumns.entries()) {
        expect(matrix.cells.filter((cell) => cell.month === month && cell.kind === kind)).toEqual([
          { month, kind, count: counts[index], sources: ['tally'] },
        ]);
      }
    }
    expect(matrix.cells).toHaveLength(60);
    expect(matrix.totals).toEqual([
      { kind: 'event', count: 194 },
      { kind: 'community_meeting', count: 21 },
      { kind: 'photo_coverage', count: 420 },
      { kind: 'graphic_piece', count: 1027 },
      { kind: 'institutional_video', count: 296 },
      { kind: 'programme_episode', count: null },
      { kind: 'print_run', count: null },
    ]);
    expect(await checkOutputRollup(house)).toEqual([]);
  });

  test('free press is table 3.2 peso by peso', async () => {
    const { read } = await seededHouse();
    const value = await read.press.readMonthlyValue(year);
    const expected = monthlyPress.flatMap(([month, count, valueCop, others, othersValue]) => [
      { month, channel: 'press', count, valueCop, unvalued: 0 },
      { month, channel: 'broadcast_digital', count: others, valueCop: othersValue, unvalued: 0 },
    ]);
    expect(value.rows).toEqual(expected);
    expect(value.totals).toEqual([
      { channel: 'press', count: 120, valueCop: 176_800_000 },
      { channel: 'broadcast_digital', count: 135, valueCop: 328_248_327 },
    ]);
    expect(value.total).toEqual({ count: 255, valueCop: 505_048_327 });
  });

  test('every outlet that the report names is there', async () => {
    const { read } = await seededHouse();
    const outlets = await read.press.listOutlets({ pageSize: 50 });
    expect(outlets.total).toBe(15);
    const mediums = outlets.rows.map((row) => row.medium);
    expect(
      ['press', 'television', 'radio'].map((one) => mediums.filter((m) => m === one).length),
    ).toEqual([6, 5, 4]);
  });

  test('the pages are there with their figures at the end of the year', async () => {
    const { house } = await seededHouse();
    const readings = await house.database.db
      .selectFrom('snapshot')
      .innerJoin('page', 'page.id', 'snapshot.pageId')
      .leftJoin('department', 'department.id', 'page.departmentId')
      .select(['network', 'department.name as department', 'metric', 'value', 'snapshot.source'])
      .where('day', '=', '2020-12-31')
      .where('precision', '=', 'exact')
      .execute();
    const lines = readings.map((row) =>
      [row.network, row.department ?? 'main', row.metric, row.value, row.source].join(' '),
    );
    expect(lines.sort()).toEqual([
      'facebook Secretaría de Educación y Cultura followers 5701 import',
      'facebook Secretaría de Gobierno followers 151 import',
      'facebook Secretaría de Seguridad Social y Familia followers 1437 import',
      'facebook Secretaría de Tránsito y Transporte followers 748 import',
      'facebook Secretaría de la Mujer followers 4976 import',
      'facebook main followers 24594 import',
      'facebook main posts 1529 import',
      'instagram main followers 12600 import',
      'instagram main posts 1379 import',
      'x main followers 15800 import',
      'x main posts 1612 import',
    ]);
  });

  test('what the report printed contradicts the records and itself in nine places, and nowhere else', async () => {
    const { read } = await seededHouse();
    const declared = await read.reports.listFigures({ year: 2020 });
    expect(declared.total).toBe(5 + 5 + 8 + 4);
    const found = await read.reports.listDiscrepancies({ year: 2020 });
    expect(found.map((row) => [row.declared, row.recorded, row.kind])).toEqual([
      [95, 94, 'two_sources_differ'],
      [47, 71.8, 'two_sources_differ'],
      [1983, 1958, 'indicator_has_no_derivation'],
      [13, 21, 'total_does_not_sum'],
      [300, 296, 'prose_differs_from_table'],
      [24_591, 24_594, 'two_sources_differ'],
      [15_800, 12_600, 'likely_swap'],
      [12_500, 15_800, 'likely_swap'],
      [71.8, 75.62, 'total_does_not_average'],
    ]);
    expect(found.map(({ explanation }) => explanation)).toEqual(
      expect.arrayContaining([
        'El informe dice 95 %; la tabla 4.3, «Encuesta de satisfacción», dice 94 %.',
        'El informe dice 47 %; la tabla 4.4, «Encuesta de impacto», dice 71,8 %.',
        'El informe dice 1.983 y nada de lo registrado lo da: los meses de 2020 suman 1.958 y los totales que el informe imprime, 1.950.',
        'La tabla 4.4 dice 71,8 % en el total; el promedio de las filas es 75,62 %.',
      ]),
    );
  });

  test('bringing it in again changes nothing', async () => {
    const { house } = await seededHouse();
    const read = () => house.database.db.selectFrom('areaRevision').selectAll().execute();
    const before = await read();
    house.setNow('2027-01-15T12:00:00Z');
    await seedLaEstrella2020(house);
    expect(await read()).toEqual(before);
    expect(before.map((row) => row.area).sort()).toEqual([
      'accounts',
      'indicators',
      'output',
      'press',
      'reports',
      'social',
    ]);
  });
});
