import { monthOf } from '../../shared/calendar/day.ts';
import type { GrowthPoint } from '../../shared/social/growth.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { ChartSeries, Precision } from '../ui/chart-series.ts';
import type { Grain } from './growth-days.ts';

/** What a page has on a day; of the other metrics, a day says what happened on it. */
const levels: ReadonlySet<Metric> = new Set<Metric>(['followers', 'posts']);

/** Whether a metric is what a page has, of which a month has its last, and not what happened on each day. */
export function isLevel(metric: Metric): boolean {
  return levels.has(metric);
}

const worst: Precision[] = ['estimated', 'rounded', 'exact'];

function worstOf(points: readonly GrowthPoint[]): Precision | undefined {
  return worst.find((precision) => points.some((point) => point.precision === precision));
}

/** One category of a chart: what is drawn there and what it is made of. */
interface Drawn {
  value: number;
  precision: Precision | undefined;
  points: GrowthPoint[];
}

/** The readings of a page by category: the last one of a level, the sum of what happened. Expects them in order. */
export function drawnBy(
  grain: Grain,
  metric: Metric,
  points: readonly GrowthPoint[],
): Map<string, Drawn> {
  const groups = new Map<string, GrowthPoint[]>();
  for (const point of points) {
    const category = grain === 'day' ? point.day : monthOf(point.day);
    const group = groups.get(category) ?? [];
    group.push(point);
    groups.set(category, group);
  }
  const drawn = new Map<string, Drawn>();
  for (const [category, group] of groups) {
    const used = isLevel(metric) ? group.slice(-1) : group;
    const value = used.reduce((sum, point) => sum + point.value, 0);
    drawn.set(category, { value, precision: worstOf(used), points: used });
  }
  return drawn;
}

/** The part of a series that its readings give: values, how exact they are and where they were redefined. */
export function valuesOf(
  drawn: ReadonlyMap<string, Drawn>,
  categories: readonly string[],
  breakDays: readonly string[],
): Pick<ChartSeries, 'values' | 'precisions' | 'breaksAt'> {
  return {
    values: categories.map((category) => drawn.get(category)?.value ?? null),
    precisions: categories.map((category) => drawn.get(category)?.precision),
    breaksAt: breakDays
      .map((day) => categories.findIndex((category) => category >= day.slice(0, category.length)))
      .filter((at) => at > 0),
  };
}
