import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUpTotals } from '../../../../shared/imports/sheets/add-up-totals.ts';
import { guessLayout } from '../../../../shared/imports/sheets/guess-layout.ts';
import { readSheetRows } from '../../../../shared/imports/sheets/read-sheet-rows.ts';
import type { Sheet, SheetCell } from '../../../../shared/imports/sheets/sheet.ts';
import type {
  Directory,
  ReadSheetRow,
  SheetTarget,
} from '../../../../shared/imports/sheets/target.ts';
import { outletsTarget } from '../../../../shared/imports/sheets/targets/outlets.ts';
import { pressTalliesTarget } from '../../../../shared/imports/sheets/targets/press-tallies.ts';

const nobody = new Map<string, string>();
const directory: Directory = {
  kind: nobody,
  department: nobody,
  outlet: nobody,
  place: nobody,
  page: nobody,
};

const months = 'Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre'.split(' ');

function sheetOf(rows: SheetCell[][], merges: Sheet['merges'] = []): Sheet {
  const lines = rows.map((cells, at) => ({ line: at + 1, cells }));
  return { name: 'Hoja1', isHidden: false, rows: lines, merges, formulas: 0, unworked: 0 };
}

/** Reads a sheet as it is guessed to be laid out, if at all. */
function readAs(target: SheetTarget, sheet: Sheet): ReadSheetRow[] {
  const guess = guessLayout(sheet, target, directory);
  if (!guess) return [];
  const read = readSheetRows(target, sheet, guess.layout, directory, { answers: {} });
  addUpTotals(target, read);
  return read.rows;
}

/** Whether a row has no value where it must have one, and does not say so. */
function isSilent(target: SheetTarget, { values, problems }: ReadSheetRow): boolean {
  const refused = new Set(problems.map(({ column }) => column));
  return target.columns.some(
    ({ id, isRequired }) => isRequired && (values[id] ?? null) === null && !refused.has(id),
  );
}

/** Lines above a table: empty, a logo's text, a title joined over its columns. */
const titles = fc.array(fc.constantFrom<SheetCell[]>([], ['', 'Alcaldía'], ['INFORME 2020']), {
  maxLength: 5,
});
const figures = fc.array(fc.tuple(fc.nat({ max: 900 }), fc.nat({ max: 9_000_000 })), {
  minLength: 2,
  maxLength: 10,
});

describe('a table of months by channel', () => {
  test('is found under any titles, upright or on its side, with every figure where it belongs', () => {
    fc.assert(
      fc.property(titles, figures, fc.boolean(), (above, counts, isUpright) => {
        const upright: SheetCell[][] = [
          ['Mes', 'Prensa', 'Radio y televisión'],
          ...counts.map(([press, other], at) => [months[at] ?? '', press, other]),
        ];
        const first = upright[0] ?? [];
        const table = isUpright
          ? upright
          : first.map((_, column) => upright.map((cells) => cells[column] ?? ''));
        const sheet = sheetOf([...above, ...table]);
        const target = {
          ...pressTalliesTarget,
          cross: { axes: ['month', 'channel'] as const, measures: ['count'] },
        };
        const guess = guessLayout(sheet, target, directory);
        expect(guess?.layout.headingLines.at(-1)).toBe(above.length + 1);
        const layout = guess?.layout ?? {
          shape: 'records',
          headingLines: [],
          down: null,
          columns: [],
        };
        const read = readSheetRows(target, sheet, layout, directory, { answers: { year: 2020 } });
        const said = read.rows.map(
          ({ values }) => `${values.month} ${values.channel} ${values.count}`,
        );
        const expected = counts.flatMap(([press, other], at) => {
          const month = `2020-${String(at + 1).padStart(2, '0')}`;
          return [`${month} press ${press}`, `${month} broadcast_digital ${other}`];
        });
        expect(said.sort()).toEqual(expected.sort());
      }),
    );
  });

  test('keeps its totals apart, and says just those that its months do not add up to', () => {
    fc.assert(
      fc.property(figures, fc.nat({ max: 3 }), (counts, wrong) => {
        const sum = (at: 0 | 1) => counts.reduce((total, pair) => total + pair[at], 0);
        const sheet = sheetOf([
          ['Mes', 'Prensa', '', 'Radio y televisión', ''],
          ['', 'Cantidad', 'Valor', 'Cantidad', 'Valor'],
          ...counts.map(([count, value], at) => [months[at] ?? '', count, value, 1, value]),
          ['TOTAL', sum(0) + wrong, sum(1), counts.length, sum(1)],
        ]);
        const guess = guessLayout(sheet, pressTalliesTarget, directory);
        const layout = guess?.layout ?? {
          shape: 'cross',
          headingLines: [],
          down: null,
          columns: [],
        };
        const settled = { answers: { year: 2020 } };
        const read = readSheetRows(pressTalliesTarget, sheet, layout, directory, settled);
        expect(read.rows).toHaveLength(counts.length * 2);
        expect(read.rows.flatMap(({ problems }) => problems)).toEqual([]);
        expect(addUpTotals(pressTalliesTarget, read)).toMatchObject(
          wrong === 0 ? [] : [{ column: 'count', printed: sum(0) + wrong, added: sum(0) }],
        );
      }),
    );
  });

  test('without a year asks for it, and has a problem in each row until it is answered', () => {
    const sheet = sheetOf([
      ['Mes', 'Canal', 'Cantidad'],
      ['Enero', 'Prensa', 3],
    ]);
    const guess = guessLayout(sheet, pressTalliesTarget, directory);
    const layout = guess?.layout ?? { shape: 'records', headingLines: [], down: null, columns: [] };
    const read = readSheetRows(pressTalliesTarget, sheet, layout, directory, { answers: {} });
    expect(read.questions).toEqual([{ ask: 'year', samples: ['Enero'] }]);
    expect(read.rows).toMatchObject([{ problems: [{ column: 'month', rule: 'ask_year' }] }]);
  });
});

describe('a list of records', () => {
  const headings = ['Nombre del medio', 'Tipo de medio', 'Municipio', 'Audiencia', 'Página web'];
  const ids = ['name', 'medium', 'town', 'audience', 'website'];

  test('is understood whatever the order of its columns, and whatever else stands between them', () => {
    fc.assert(
      fc.property(
        titles,
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.nat({ max: 5 }),
        (above, order, at) => {
          const row: SheetCell[] = ['La Tarde', 'Prensa', 'La Estrella', 900, 'https://latarde.co'];
          const more = (cells: SheetCell[], own: SheetCell) => cells.toSpliced(at, 0, own);
          const sheet = sheetOf([
            ...above,
            more(
              order.map((place) => headings[place] ?? ''),
              'Observaciones varias',
            ),
            more(
              order.map((place) => row[place] ?? ''),
              'nada',
            ),
          ]);
          const guess = guessLayout(sheet, outletsTarget, directory);
          expect(guess?.layout.columns.map(({ to }) => to)).toEqual(
            order.map((place): string | null => ids[place] ?? '').toSpliced(at, 0, null),
          );
        },
      ),
    );
  });

  test('of any cells and joins at all is read or not understood, never failing', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom<SheetCell>('Nombre', 'Medio', 'Mes', 'Prensa', 'Enero', 'Total', '3.500'),
      fc.double(),
      fc.boolean(),
      fc.constantFrom<SheetCell>({ error: '#REF!' }, { day: '2020-03-05' }),
    );
    const place = fc.nat({ max: 8 });
    const merge = fc.record({ fromLine: place, toLine: place, fromColumn: place, toColumn: place });
    const tables = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 9 });
    fc.assert(
      fc.property(tables, fc.array(merge, { maxLength: 4 }), (rows, merges) => {
        const sheet = sheetOf(rows, merges);
        for (const target of [outletsTarget, pressTalliesTarget]) {
          const rows = readAs(target, sheet);
          expect(rows.filter((row) => isSilent(target, row))).toEqual([]);
        }
      }),
    );
  });
});
