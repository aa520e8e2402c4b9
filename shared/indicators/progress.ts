import { Exact } from '../money/exact.ts';
import type { Direction } from './schemas.ts';

/** How far an indicator has come, in percent with two decimals; `capped` as plans print it, 100 at most. */
export interface Progress {
  uncapped: string;
  capped: string;
}

const two = (value: Exact) => value.toDecimalPlaces(2, Exact.ROUND_HALF_UP).toFixed();

/**
 * What of a target was reached. Where less is better, what stays under the target is all of it, and
 * above it the target's share of what was reached counts.
 * @returns nothing without a target or a figure, nor for a target of zero that more is better than.
 */
export function progressOf(
  target: string | null,
  achieved: string | null,
  direction: Direction,
): Progress | null {
  if (target === null || achieved === null) return null;
  const [aim, reached] = [new Exact(target), new Exact(achieved)];
  const isLess = direction === 'decrease';
  if (isLess && reached.lessThanOrEqualTo(aim)) return { uncapped: '100', capped: '100' };
  const [share, whole] = isLess ? [aim, reached] : [reached, aim];
  if (whole.lessThanOrEqualTo(0)) return null;
  const percent = share.times(100).dividedBy(whole);
  const capped = Exact.max(0, Exact.min(100, percent));
  return { uncapped: two(percent), capped: two(capped) };
}

/** What of a budget was invested, in percent with two decimals; nothing without a budget. */
export function financialProgress(
  budgetCop: number | null,
  investedCop: number | null,
): string | null {
  if (budgetCop === null || investedCop === null || budgetCop === 0) return null;
  return two(new Exact(investedCop).times(100).dividedBy(budgetCop));
}

/** From which percent of the target to date on an indicator is on its way, and from which it is only behind. */
export const lightFrom = { green: 90, amber: 70 } as const;

/** How an indicator stands beside its target to date. */
export type Light = 'green' | 'amber' | 'red';

/** The light of an indicator; none without a target to date or a figure. */
export function lightOf(
  target: string | null,
  achieved: string | null,
  direction: Direction,
): Light | null {
  const progress = progressOf(target, achieved, direction);
  if (!progress) return null;
  const percent = Number(progress.uncapped);
  if (percent >= lightFrom.green) return 'green';
  return percent >= lightFrom.amber ? 'amber' : 'red';
}
