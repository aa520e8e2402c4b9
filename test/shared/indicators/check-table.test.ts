import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTable, workOutTotals } from '../../../shared/indicators/count-tables/check-table.ts';
import {
  CountTableFields,
  measureUnits,
  totalRulesOf,
} from '../../../shared/indicators/count-tables/schemas.ts';

const count = (id: string) => ({ id, name: id, unit: 'count' as const, total: 'sum' as const });
const table = CountTableFields.parse({
  code: 'T',
  name: 'Solicitudes',
  dimensions: [{ id: 'channel', name: 'Medio' }],
  measures: [count('web'), count('other'), { ...count('both'), sumOf: ['web', 'other'] }],
});

const figures = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)), {
  minLength: 1,
  maxLength: 20,
});

function rowsOf(all: readonly (readonly [number, number])[]) {
  return all.map(([web, other], at) => ({
    members: [`fila ${at}`],
    cells: { web: String(web), other: String(other), both: String(web + other) },
  }));
}

describe('the checks of a table', () => {
  test('find nothing where everything is the sum of its parts, and the one figure that is off', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom('web', 'other'),
        fc.integer({ min: 1, max: 50 }),
        (all, measure, off) => {
          const rows = rowsOf(all);
          const cells = workOutTotals(table, rows);
          expect(checkTable(table, rows, { members: [], cells })).toEqual([]);
          const printed = String(Number(cells[measure]) + off);
          const wrong = { members: [], cells: { ...cells, [measure]: printed } };
          const found = checkTable(table, rows, wrong);
          expect(found).toEqual([
            expect.objectContaining({ rule: 'columns', measure: 'both', member: null }),
            { rule: 'total', measure, member: null, printed, worked: cells[measure] },
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('take no absent figure for zero', () => {
    const rows = [
      { members: ['web'], cells: { web: '3' } },
      { members: ['otra'], cells: { web: '4', both: '9' } },
    ];
    expect(checkTable(table, rows, { members: [], cells: { web: '7' } })).toEqual([]);
    expect(workOutTotals(table, rows)).toEqual({ web: '7', other: null, both: '9' });
    expect(workOutTotals(table, [])).toEqual({ web: null, other: null, both: null });
  });

  test('let percentages be rounded where they are written, and no further', () => {
    const survey = CountTableFields.parse({
      code: 'S',
      name: 'Encuesta',
      dimensions: [{ id: 'answer', name: 'Respuesta' }],
      measures: [
        count('people'),
        { id: 'percent', name: 'Porcentaje', unit: 'percent', shareOf: 'people', total: 'average' },
      ],
    });
    const rows = (first: string) => [
      { members: ['Sí'], cells: { people: '472', percent: first } },
      { members: ['No'], cells: { people: '124', percent: '21' } },
    ];
    expect(checkTable(survey, rows('79'), null)).toEqual([]);
    expect(checkTable(survey, rows('79.2'), null)).toEqual([]);
    expect(checkTable(survey, rows('81'), null)).toEqual([
      { rule: 'share', measure: 'percent', member: 'Sí', printed: '81', worked: '79.19' },
    ]);
    const average = { members: [], cells: { percent: '51' } };
    expect(checkTable(survey, rows('79'), average)).toEqual([
      { rule: 'average', measure: 'percent', member: null, printed: '51', worked: '50' },
    ]);
  });
});

const score = { id: 'score', name: 'Puntaje', unit: 'score' as const };

function surveyOf(measure: Record<string, unknown>) {
  return CountTableFields.safeParse({
    code: 'S',
    name: 'Encuesta',
    dimensions: [{ id: 'aspect', name: 'Aspecto' }],
    measures: [count('answers'), { ...score, ...measure }],
  });
}

describe('the total of a column', () => {
  test.each(measureUnits)('of unit %s is what the table says, and only counts add', (unit) => {
    const rows = [
      { members: ['Vías'], cells: { answers: '1', score: '2' } },
      { members: ['Salud'], cells: { answers: '3', score: '4' } },
    ];
    const expected = { none: null, sum: '6', average: '3' };
    for (const total of totalRulesOf(unit)) {
      const survey = surveyOf({ unit, total }).data;
      if (!survey) throw new Error('the table is refused');
      expect(workOutTotals(survey, rows).score, total).toBe(expected[total]);
    }
    expect(surveyOf({ unit, total: 'sum' }).success).toBe(unit === 'count');
    const weighted = surveyOf({ unit, total: 'average', weightedBy: 'answers' }).data;
    expect(weighted && workOutTotals(weighted, rows).score).toBe('3.5');
    const unweighed = [...rows, { members: ['Aseo'], cells: { score: '5' } }];
    expect(weighted && workOutTotals(weighted, unweighed).score).toBeNull();
  });

  test('never takes in a row that adds up others, however it is called or came', () => {
    const names = ['Total', 'TOTAL GENERAL', 'Gran total', 'Subtotal', 'Totales', 'Recibidas'];
    const received = {
      ...table,
      memberSums: [{ total: 'Recibidas', parts: ['fila 0'] }],
    };
    fc.assert(
      fc.property(figures, fc.subarray(names), fc.nat(20), (all, totals, at) => {
        const rows = rowsOf(all);
        const expected = workOutTotals(table, rows);
        const whole = totals.map((name) => ({
          members: [name],
          cells: { web: '7', other: '9', both: '9' },
        }));
        expect(workOutTotals(received, rows.toSpliced(at, 0, ...whole))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
