import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as formulas from '../../../shared/indicators/formula.ts';
import { type KnownFigures, Workings } from '../../../shared/indicators/work-out.ts';

vi.mock('../../../shared/indicators/formula.ts', async (original) => {
  const real = await original<typeof formulas>();
  return {
    ...real,
    evaluateFormula: vi.fn(real.evaluateFormula),
    parseFormula: vi.fn(real.parseFormula),
  };
});

/** How often formulas were worked out while something happened; what they name is not counted again. */
function evaluationsOf(act: () => void): number {
  const evaluate = vi.mocked(formulas.evaluateFormula);
  evaluate.mockClear();
  act();
  return evaluate.mock.calls.length;
}

const typed = (code: string, year: string): KnownFigures => ({
  code,
  method: { type: 'typed', yearly: 'last' },
  unit: 'number',
  whole: { value: year, sources: ['typed'] },
  months: new Map(),
});
const formula = (code: string, text: string): KnownFigures => ({
  code,
  method: { type: 'formula', formula: text },
  unit: 'number',
  whole: null,
  months: new Map(),
});

/** Each doubles the one before it, and names it twice. */
const doubling = (depth: number) => [
  typed('F0', '1'),
  ...Array.from({ length: depth }, (_, at) => formula(`F${at + 1}`, `{F${at}} + {F${at}}`)),
];

test('a chain that doubles forty times is worked out once each, however often it is asked', () => {
  const workings = new Workings(doubling(40).reverse());
  const evaluations = evaluationsOf(() => {
    for (let asked = 0; asked < 5; asked += 1) {
      expect(workings.figureOf('F40', null).value).toBe(String(2 ** 40));
    }
  });
  expect(evaluations).toBe(40);
});

test('a chain of many thousands is worked out without going deep', () => {
  const depth = 20_000;
  const chain = Array.from({ length: depth }, (_, at) => formula(`F${at + 1}`, `{F${at}} + 1`));
  const workings = new Workings([...chain.reverse(), typed('F0', '0')]);
  expect(workings.figureOf(`F${depth}`, null).value).toBe(String(depth));
});

test('in a circle, or waiting for one, there is no figure; beside it there is', () => {
  const workings = new Workings([
    formula('A', '{B} + 1'),
    formula('B', '{A} + 1'),
    formula('C', '{A} * 2'),
    formula('D', '{T} * 2'),
    formula('E', '{Z}'),
    typed('T', '21'),
  ]);
  const said = ['A', 'B', 'C', 'D', 'E'].map((code) => workings.figureOf(code, null));
  expect(said.map(({ value, missing }) => value ?? missing)).toEqual([
    'circle',
    'circle',
    'circle',
    '42',
    'unknown_code',
  ]);
});

test('no net of formulas takes more evaluations than it has formulas, in whatever order they stand', () => {
  const net = fc
    .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 60 })
    .map((pairs) => [
      typed('F0', '1'),
      ...pairs.map(([one, other], at) =>
        formula(`F${at + 1}`, `{F${one % (at + 1)}} / 2 + {F${other % (at + 1)}} / 2`),
      ),
    ]);
  const shuffled = net.chain((all) =>
    fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
  );
  fc.assert(
    fc.property(shuffled, (all) => {
      const workings = new Workings(all);
      const evaluations = evaluationsOf(() => {
        for (const { code } of all) expect(workings.figureOf(code, null).value).toBe('1');
      });
      expect(evaluations).toBe(all.length - 1);
    }),
    { numRuns: 100 },
  );
});
