import { monthOf } from '../../shared/calendar/day.ts';
import { lastDayOf } from '../../shared/calendar/same-days.ts';
import type { GrowthPoint } from '../../shared/social/growth.ts';
import { isLevel, leastExact, type Metric } from '../../shared/social/metrics.ts';
import type { ChartSeries, Precision } from '../ui/chart-series.ts';
import type { Grain } from './growth-days.ts';

/** One category of a chart: what is drawn there and what it is made of. */
interface Drawn {
  value: number;
  precision: Precision;
  points: GrowthPoint[];
  /** Of how many of its days a month is made, where it is not whole; of a level, whose end nobody read, until which day. */
  part: { has: number; of: number; until: string } | undefined;
}

/** Of what a month is made that is not whole: of a flow by its days, of a level by its end. */
function partOf(month: string, metric: Metric, group: readonly GrowthPoint[]): Drawn['part'] {
  const end = lastDayOf(month);
  const until = group.at(-1)?.day ?? end;
  const [has, of] = [group.length, Number(end.slice(8))];
  return (isLevel(metric) ? until === end : has === of) ? undefined : { has, of, until };
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
    const precision = leastExact(used.map((point) => point.precision));
    const part = grain === 'month' ? partOf(category, metric, group) : undefined;
    drawn.set(category, { value, precision, points: used, part });
  }
  return drawn;
}

/** The part of a series that its readings give: values, how exact they are and where they were redefined. */
export function valuesOf(
  drawn: ReadonlyMap<string, Drawn>,
  categories: readonly string[],
  breakDays: readonly string[],
): Pick<ChartSeries, 'values' | 'precisions' | 'partials' | 'breaksAt'> {
  return {
    values: categories.map((category) => drawn.get(category)?.value ?? null),
    precisions: categories.map((category) => drawn.get(category)?.precision),
    partials: categories.map((category) => drawn.get(category)?.part !== undefined),
    breaksAt: breakDays
      .map((day) => categories.findIndex((category) => category >= day.slice(0, category.length)))
      .filter((at) => at > 0),
  };
}
