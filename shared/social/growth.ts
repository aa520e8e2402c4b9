import { addDays } from '../calendar/day.ts';
import { type SnapshotPrecision, type SnapshotSource, snapshotSources } from './metrics.ts';

/** One day's value of a page, as charts draw it. */
export interface GrowthPoint {
  day: string;
  value: number;
  source: SnapshotSource;
  precision: SnapshotPrecision;
  capturedAt: string;
}

/** A run of days without a reading; both days are included. */
export interface Gap {
  from: string;
  to: string;
}

export interface Growth {
  points: GrowthPoint[];
  gaps: Gap[];
}

/** The period asked for, and what has to be known around it to tell a gap from a day that does not count. */
export interface GrowthBounds {
  from: string;
  to: string;
  today: string;
  /** Whether the page was read before `from`. */
  isReadBefore: boolean;
}

/** Keeps one reading a day: of several sources, the first in `snapshotSources`. Expects rows in order of day. */
function oneADay(rows: readonly GrowthPoint[]): GrowthPoint[] {
  const points: GrowthPoint[] = [];
  for (const row of rows) {
    const last = points.at(-1);
    if (last?.day !== row.day) points.push(row);
    else if (snapshotSources.indexOf(row.source) < snapshotSources.indexOf(last.source)) {
      points[points.length - 1] = row;
    }
  }
  return points;
}

/** Whether one day comes right after another; most do within their month, which takes no calendar. */
function isNextDay(day: string, next: string): boolean {
  if (day.slice(0, 8) === next.slice(0, 8))
    return Number(next.slice(8)) - Number(day.slice(8)) === 1;
  return addDays(day, 1) === next;
}

/**
 * Makes the growth of a page from its readings, given in order of day. A day without a reading
 * is in a gap, never zero. Days before the page's first reading and days still to come are in none.
 */
export function composeGrowth(rows: readonly GrowthPoint[], bounds: GrowthBounds): Growth {
  const points = oneADay(rows);
  const lastDay = bounds.to < bounds.today ? bounds.to : bounds.today;
  const gaps: Gap[] = [];
  /** The last day that is accounted for; none before the page's first reading. */
  let before = bounds.isReadBefore ? addDays(bounds.from, -1) : undefined;
  for (const { day } of points) {
    if (before !== undefined && !isNextDay(before, day)) {
      gaps.push({ from: addDays(before, 1), to: addDays(day, -1) });
    }
    before = day;
  }
  if (before !== undefined && before < lastDay)
    gaps.push({ from: addDays(before, 1), to: lastDay });
  return { points, gaps };
}

/** How a figure changed: last less first; null unless there are two days to compare. */
export function changeOf(points: readonly GrowthPoint[]): number | null {
  const first = points[0];
  const last = points.at(-1);
  return first && last && first.day !== last.day ? last.value - first.value : null;
}
