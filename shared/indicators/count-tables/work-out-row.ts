import { Exact } from '../../money/exact.ts';
import { evaluateFormula, parseFormula } from '../formula.ts';
import type { CountMeasure } from './schemas.ts';

/** Figures of a row by measure; what is absent is null. */
export type CountCells = Readonly<Record<string, string | null | undefined>>;

/** Computed figures have so many decimals. */
const decimals = 2;

/**
 * Every figure of a row: those that were brought in, and those that formulas make of them. What a
 * formula lacks, or would divide by zero, is absent.
 */
export function workOutRow(
  measures: readonly CountMeasure[],
  cells: CountCells,
): Record<string, string | null> {
  const worked: Record<string, string | null> = {};
  for (const { id, formula } of measures) {
    const parsed = formula === null ? undefined : parseFormula(formula);
    if (!parsed || !('tree' in parsed)) {
      worked[id] = cells[id] ?? null;
      continue;
    }
    const figureOf = (code: string) => {
      const figure = worked[code] ?? null;
      return figure === null ? null : new Exact(figure);
    };
    const figure = evaluateFormula(parsed.tree, figureOf);
    worked[id] = figure?.toDecimalPlaces(decimals, Exact.ROUND_HALF_UP).toFixed() ?? null;
  }
  return worked;
}
