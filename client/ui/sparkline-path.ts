import { daysBetween } from '../../shared/calendar/day.ts';

/** One reading of a sparkline. */
export interface SparkPoint {
  day: string;
  value: number;
}

/** The room of the drawing, in px. */
export interface SparkRoom {
  width: number;
  height: number;
}

const edge = 2;

/** A hole this many times as long as the usual step between readings cuts the line. */
const longStep = 2.5;

function usualStep(steps: number[]): number {
  const sorted = [...steps].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

/**
 * The line of some readings as an SVG path, placed by their days: it is cut where days were not
 * read. Expects points in order of day; a single one is a dot. Empty without points.
 */
export function sparklinePath(points: readonly SparkPoint[], { width, height }: SparkRoom): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  const values = points.map(({ value }) => value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const days = Math.max(1, daysBetween(first.day, last.day));
  const steps = points.slice(1).map((point, at) => daysBetween(points[at]?.day ?? '', point.day));
  const longest = usualStep(steps) * longStep;
  const place = ({ day, value }: SparkPoint) => {
    const x = edge + ((width - 2 * edge) * daysBetween(first.day, day)) / days;
    const share = span === 0 ? 0.5 : (value - low) / span;
    return `${x.toFixed(1)} ${(height - edge - (height - 2 * edge) * share).toFixed(1)}`;
  };
  return points
    .map((point, at) => {
      const isCut = at === 0 || (steps[at - 1] ?? 0) > longest;
      return isCut ? `M${place(point)}h0` : `L${place(point)}`;
    })
    .join('');
}
