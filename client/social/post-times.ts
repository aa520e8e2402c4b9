import type { PostHour } from '../../shared/social/figure-rows.ts';

/** What the map of hours counts. */
export type HourMeasure = 'posts' | 'engagements';

/** The hours of a day, as categories. */
export const hoursOfDay = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/**
 * One row a weekday from Monday, one value an hour. Where posts are known, an hour without any
 * had zero; of what they brought about, it has nothing to say. What they brought about is that of the
 * average post, to a tenth: an hour of many posts is no better for being so.
 */
export function hourRows(hours: readonly PostHour[], measure: HourMeasure): (number | null)[][] {
  if (hours.length === 0) return Array.from({ length: 7 }, () => hoursOfDay.map(() => null));
  const places = new Map(hours.map((one) => [one.weekday * 24 + one.hour, one]));
  return Array.from({ length: 7 }, (_, weekday) =>
    hoursOfDay.map((_hour, hour) => {
      const place = places.get(weekday * 24 + hour);
      if (measure === 'posts') return place?.posts ?? 0;
      if (!place || place.engagements === null || place.counted === 0) return null;
      return Math.round((10 * place.engagements) / place.counted) / 10;
    }),
  );
}
