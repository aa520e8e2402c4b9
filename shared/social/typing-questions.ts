import { daysBetween } from '../calendar/day.ts';
import type { Metric } from './metrics.ts';

/** A figure as it was typed, beside the last one known. */
export interface FigureBesideLast {
  pageId: string;
  metric: Metric;
  value: number;
  last: { value: number; day: string } | null;
}

/** What is asked of figures before they are kept. */
export type TypingQuestion =
  | { asks: 'jump'; figure: FigureBesideLast }
  | { asks: 'swap'; figures: [FigureBesideLast, FigureBesideLast] };

const levels: ReadonlySet<Metric> = new Set<Metric>(['followers', 'posts']);

/**
 * Whether a figure is far from the last one. Followers and posts move little: by more than a tenth,
 * and half a percent for every day in between, up to one half, is asked about; what happens in a
 * day moves freely, and only ten times more or less is.
 */
export function isJump({ metric, value, last }: FigureBesideLast, day: string): boolean {
  if (!last) return false;
  const change = Math.abs(value - last.value);
  if (!levels.has(metric)) {
    const [low, high] = value < last.value ? [value, last.value] : [last.value, value];
    return change > 100 && high > 10 * low;
  }
  const days = Math.max(0, daysBetween(last.day, day));
  return change > 20 && change > last.value * Math.min(0.5, 0.1 + 0.005 * days);
}

/** How far two counts are apart, by their ratio: 0 when they are equal. */
const distance = (one: number, other: number) => Math.abs(Math.log((one + 1) / (other + 1)));

/** Each is much nearer to what the other was than to what it was itself. */
function looksSwapped(one: FigureBesideLast, other: FigureBesideLast): boolean {
  if (one.metric !== other.metric || !one.last || !other.last) return false;
  const [ownOne, ownOther] = [
    distance(one.value, one.last.value),
    distance(other.value, other.last.value),
  ];
  const crossed = distance(one.value, other.last.value) + distance(other.value, one.last.value);
  return ownOne > 0.05 && ownOther > 0.05 && crossed * 4 < ownOne + ownOther;
}

function findSwaps(figures: readonly FigureBesideLast[]) {
  const moved = figures.filter(
    ({ value, last }) => last !== null && distance(value, last.value) > 0.05,
  );
  const pairs: [FigureBesideLast, FigureBesideLast][] = [];
  const taken = new Set<FigureBesideLast>();
  for (const [at, one] of moved.entries()) {
    if (taken.has(one)) continue;
    const other = moved.slice(at + 1).find((two) => !taken.has(two) && looksSwapped(one, two));
    if (!other) continue;
    pairs.push([one, other]);
    taken.add(one).add(other);
  }
  return { pairs, taken };
}

/** What to ask of the figures of a day: pairs that look swapped, then single ones that jump. */
export function questionsOf(figures: readonly FigureBesideLast[], day: string): TypingQuestion[] {
  const { pairs, taken } = findSwaps(figures);
  return [
    ...pairs.map((pair): TypingQuestion => ({ asks: 'swap', figures: pair })),
    ...figures
      .filter((figure) => !taken.has(figure) && isJump(figure, day))
      .map((figure): TypingQuestion => ({ asks: 'jump', figure })),
  ];
}
