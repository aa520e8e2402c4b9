import type { FormulaTree } from './formula.ts';
import { addsOf, whatOf } from './measures.ts';
import type { IndicatorMethod, Unit, YearlySum } from './schemas.ts';

/** How the figures of months of what is counted or typed make that of a longer time. */
export function howKnownAdds(
  method: Exclude<IndicatorMethod, { type: 'formula' }>,
  unit: Unit,
): YearlySum {
  if (method.type === 'typed') return method.yearly;
  const isShare = whatOf(method.rule.measure) === 'table' && unit === 'percent';
  return isShare ? 'average' : addsOf(method.rule.measure);
}

/**
 * How often time is a factor of a formula: once where it adds up what accumulates, not at all in a
 * ratio of such. Sums of unlike things accumulate nothing.
 */
function timesOf(tree: FormulaTree, howOf: (code: string) => YearlySum): number {
  switch (tree.type) {
    case 'number':
      return 0;
    case 'reference':
      return howOf(tree.code) === 'sum' ? 1 : 0;
    case 'negated':
      return timesOf(tree.of, howOf);
    case 'operation': {
      const left = timesOf(tree.left, howOf);
      const right = timesOf(tree.right, howOf);
      if (tree.sign === '*') return left + right;
      if (tree.sign === '/') return left - right;
      return left === right ? left : 0;
    }
  }
}

/** How the figures of months of a formula make that of a longer time, by how those do that it names. */
export function howFormulaAdds(
  tree: FormulaTree,
  parts: readonly string[],
  howOf: (code: string) => YearlySum,
): YearlySum {
  if (timesOf(tree, howOf) === 1) return 'sum';
  const isOfLevels = parts.length > 0 && parts.every((code) => howOf(code) === 'last');
  return isOfLevels ? 'last' : 'average';
}
