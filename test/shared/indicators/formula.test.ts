import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  evaluateFormula,
  type FormulaTree,
  parseFormula,
  referencesOf,
} from '../../../shared/indicators/formula.ts';
import { Exact } from '../../../shared/money/exact.ts';

function workOut(formula: string, figures: Record<string, number | null> = {}): string | null {
  const parsed = parseFormula(formula);
  if (!('tree' in parsed)) throw new Error(`not understood at ${parsed.at}`);
  const value = evaluateFormula(parsed.tree, (code) => {
    const figure = figures[code];
    return figure === null || figure === undefined ? null : new Exact(figure);
  });
  return value?.toFixed() ?? null;
}

const tree: fc.Arbitrary<FormulaTree> = fc.letrec<{ tree: FormulaTree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .integer({ min: 0, max: 999 })
      .map((value) => ({ type: 'number' as const, value: `${value}` })),
    fc.constantFrom('A', 'B-1').map((code) => ({ type: 'reference' as const, code })),
    tie('tree').map((of) => ({ type: 'negated' as const, of })),
    fc.record({
      type: fc.constant('operation' as const),
      sign: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
})).tree;

function write(one: FormulaTree): string {
  switch (one.type) {
    case 'number':
      return one.value;
    case 'reference':
      return `{${one.code}}`;
    case 'negated':
      return `-(${write(one.of)})`;
    case 'operation':
      return `(${write(one.left)}) ${one.sign} (${write(one.right)})`;
  }
}

describe('a formula of indicators', () => {
  test.each([
    ['1 + 2 × 3', '7'],
    ['(1 + 2) × 3', '9'],
    ['10 − 0'.replace('−', '-'), '10'],
    ['7 - 2 - 1', '4'],
    ['12 ÷ 4 / 3', '1'],
    ['-{A} * 2', '-10'],
    ['{A} * 100 / {B-1}', '250'],
    ['0,1 + 0.2', '0.3'],
  ])('%s is %s', (formula, result) => {
    expect(workOut(formula, { A: 5, 'B-1': 2 })).toBe(result);
  });

  test.each(['', '1 +', '{A', '(1', '1)', 'A + 1', '1 2', '{A}{B}', '2 ** 3', 'alert(1)'])(
    '%s is not one',
    (formula) => {
      expect(parseFormula(formula)).toHaveProperty('at');
    },
  );

  test('what is absent, or divided by zero, makes the whole absent and never zero', () => {
    expect(workOut('{A} + 1', { A: null })).toBeNull();
    expect(workOut('{A} / {B}', { A: 1, B: 0 })).toBeNull();
    expect(workOut('0 * {A}', { A: null })).toBeNull();
  });

  test('names each code once, and a nest of parentheses without end is refused', () => {
    const parsed = parseFormula('{A} + {B} * {A}');
    expect('tree' in parsed && referencesOf(parsed.tree)).toEqual(['A', 'B']);
    expect(parseFormula(`${'('.repeat(200)}1${')'.repeat(200)}`)).toHaveProperty('at');
  });

  test('read back from how it is written is the same formula', () => {
    fc.assert(
      fc.property(tree, (one) => {
        const parsed = parseFormula(write(one));
        if (!('tree' in parsed)) return;
        expect(parsed.tree).toEqual(one);
      }),
      { numRuns: 300 },
    );
  });

  test('is exact: thirds come back whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (figure) => {
        expect(workOut('{A} * 10 / 10', { A: figure })).toBe(String(figure));
      }),
    );
  });
});
