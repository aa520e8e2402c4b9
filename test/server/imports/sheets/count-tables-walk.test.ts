import { describe, expect, test } from 'vitest';
import type { CountTableDetail } from '../../../../shared/indicators/count-tables/rows.ts';
import {
  dressings,
  formats,
  linesOf,
  rowsOf,
  tables,
  totalOf,
  typedOf,
} from '../../../support/count-table-files.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { importAs, textFile } from '../../../support/sheet-file.ts';

/** What a screen shows at the foot of each column: the printed total, or what the rows come to. */
function shownTotals({ measures, printed, totals }: CountTableDetail) {
  return measures
    .filter(({ formula }) => formula === null)
    .map(({ id }) => printed?.worked[id] ?? totals[id] ?? null)
    .map((total) => (total === null ? null : Number(total)));
}

const cases = Object.keys(formats).flatMap((format) =>
  Object.keys(dressings).flatMap((dressing) =>
    [true, false].map((withTotal) => ({ format, dressing, withTotal })),
  ),
);

describe('every usual table of counts brought from a spreadsheet', () => {
  test.each(cases)(
    'as $format with $dressing (its total printed: $withTotal) is taken for itself and says the same figures',
    async ({ format, dressing, withTotal }) => {
      const { imports, indicators } = callerAs(await makeHouse(), 'coordinator');
      await indicators.addUsualTables();
      const { rows: stored } = await indicators.listTables({});
      for (const table of tables) {
        const id = stored.find(({ code }) => code === table.code)?.id ?? '';
        const written = dressings[dressing]?.(linesOf(table, withTotal));
        const bytes = written && formats[format]?.(written);
        const content = bytes?.toString('base64') ?? '';
        const file = { name: `datos.${format}`, content };
        const answers = { year: 2026, decimalMark: 'comma' as const };
        const { made } = await importAs(imports, file, { answers });
        const hasTotal = withTotal && typedOf(table).length > 0;
        const added = rowsOf(table).length + (hasTotal ? 1 : 0);
        const target = `count_table_${id}`;
        expect(made, table.code).toMatchObject({ target, added, wrong: 0, totals: [] });
        const read = await indicators.readTable({
          id,
          period: written?.period ?? '2026',
        });
        const isPlain = dressing !== 'capitals without accents';
        const names = rowsOf(table).map((row) => row.slice(0, table.dimensions.length));
        if (isPlain) expect(read.rows.map(({ members }) => members)).toEqual(names);
        expect(shownTotals(read), table.code).toEqual(
          typedOf(table).map((measure) => totalOf(table, measure)),
        );
        const ofTotal = read.findings.filter(({ member }) => member === null);
        expect(ofTotal, table.code).toEqual([]);
      }
    },
  );
});

const requests = (rows: readonly string[]) => textFile('pqrsfd.csv', rows);
const readPlan = (rows: readonly string[]) => async () => {
  const { imports, indicators } = callerAs(await makeHouse(), 'coordinator');
  await indicators.addUsualTables();
  const { rows: stored } = await indicators.listTables({});
  const plan = await imports.planSheet({ file: requests(rows) });
  return { plan, code: stored.find(({ id }) => plan.targetId === `count_table_${id}`)?.code };
};

describe('a table of requests', () => {
  test.each([
    ['4.2.1', 'Estado,Web,Redes,Otros,Total', 'Recibidas', 'Respondidas', 'Pendientes'],
    ['4.2.2', 'Tipo,Web,Redes,Otros,Total', 'Queja', 'Reclamo', 'Tutela 1 día'],
    ['4.2.2', 'PQRSFD,Web,Redes,Otros,Total', 'Queja', 'Reclamo', 'Tutela 1 día'],
    [
      '4.2.2',
      'Clase,Página web,Redes sociales,Otros medios,Total',
      'Quejas',
      'Reclamos',
      'Denuncias',
    ],
  ])('is taken for %s by headings and names: %s', async (expected, headings, ...names) => {
    const rows = names.map((name) => `${name},1,2,3,6`);
    const { code } = await readPlan([headings, ...rows])();
    expect(code).toBe(expected);
  });

  test.each(['Tabla 4.2.4. Solicitudes', '4.2.4', 'PQRSFD por tipo y tiempo de respuesta'])(
    'whose headings say little is taken for the one that its title says: %s',
    async (title) => {
      const { code } = await readPlan([title, 'Concepto,Pendientes a tiempo', 'A,1', 'B,2'])();
      expect(code).toBe('4.2.4');
    },
  );

  test('has headings free of the note above them', async () => {
    const note = 'Nota: cifras del sistema de Total Correspondencia';
    const { plan } = await readPlan([note, 'Cosa,Otra cosa,Total', 'Queja,1,1'])();
    expect(plan.layout.columns.map(({ heading }) => heading)).toEqual([
      'Cosa',
      'Otra cosa',
      'Total',
    ]);
  });
});

describe('the totals that a sheet of counts prints', () => {
  async function importLines(lines: readonly string[]) {
    const { imports, indicators } = callerAs(await makeHouse(), 'coordinator');
    await indicators.addUsualTables();
    const { rows } = await indicators.listTables({});
    const id = rows.find(({ code }) => code === '4.2.2')?.id ?? '';
    const { made } = await importAs(imports, requests(lines), { answers: { year: 2026 } });
    expect(made.target).toBe(`count_table_${id}`);
    return { made, read: (period: string) => indicators.readTable({ id, period }) };
  }
  const headings = 'Tipo de solicitud,Página web,Redes sociales,Otros medios,Total';

  test('are in no sum of their own, and are said only where they are not the sum of their rows', async () => {
    const rows = [headings, 'Queja,500,10,50,560', 'Reclamo,100,50,50,200'];
    const right = await importLines([...rows, 'TOTAL GENERAL,600,60,100,760']);
    expect(right.made).toMatchObject({ added: 3, wrong: 0, totals: [] });
    expect((await right.read('2026')).findings).toEqual([]);
    const wrong = await importLines([...rows, 'Total,600,60,100,761']);
    expect(wrong.made.totals).toMatchObject([{ line: 4, printed: 761, added: 760 }]);
  });

  test('of parts and of the whole are each compared with what they add up, and the whole is kept', async () => {
    const { made, read } = await importLines([
      headings,
      'Queja,1,1,1,3',
      'Reclamo,1,1,1,3',
      'Subtotal,2,2,2,6',
      'Denuncia,4,4,4,12',
      'Subtotal,4,4,5,13',
      'Total,6,6,6,18',
    ]);
    expect(made).toMatchObject({ added: 4, wrong: 0 });
    expect(made.totals.map(({ line, printed, added }) => [line, printed, added])).toEqual([
      [6, 5, 4],
      [6, 13, 12],
    ]);
    const table = await read('2026');
    expect(table.printed?.cells.total).toBe('18');
    expect(table.totals.total).toBe('18');
  });

  test('of each period are kept apart, also where the period stands before their name', async () => {
    const { made, read } = await importLines([
      `Período,${headings}`,
      '2026-03,Queja,1,1,1,3',
      '2026-03,Total,1,1,1,3',
      '2026-04,Queja,2,2,2,6',
      '2026-04,Reclamo,1,1,1,3',
      '2026-04,Total,3,3,3,9',
    ]);
    expect(made).toMatchObject({ added: 5, wrong: 0, totals: [] });
    expect((await read('2026-03')).printed?.cells.total).toBe('3');
    const april = await read('2026-04');
    expect(april.rows).toHaveLength(2);
    expect(april.printed?.cells.total).toBe('9');
  });

  test('are not offered alone where no column names the rows', async () => {
    const { imports, indicators } = callerAs(await makeHouse(), 'coordinator');
    await indicators.addUsualTables();
    const file = requests([headings, 'Queja,1,1,1,3', 'Total,1,1,1,3']);
    const plan = await imports.planSheet({ file });
    const layout = {
      ...plan.layout,
      columns: plan.layout.columns.map((column) =>
        column.index === 0 ? { ...column, to: null } : column,
      ),
    };
    const settled = { file, sheet: 0, target: plan.targetId, layout, answers: { year: 2026 } };
    const { import: made } = await imports.previewSheet(settled);
    expect(made).toMatchObject({ added: 0, wrong: 2 });
  });
});
