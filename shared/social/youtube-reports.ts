import { z } from 'zod';
import type { AudienceSlice } from './audience.ts';
import { type DayCount, gatherDays } from './gather-days.ts';
import type { Metric } from './metrics.ts';
import { readNetworkCount } from './network-count.ts';
import type { NetworkFailure } from './network-failure.ts';
import type { AudienceReading, DaysReading } from './network-readings.ts';
import { readShape } from './read-shape.ts';

const Report = z.object({
  columnHeaders: z.array(z.looseObject({ name: z.string() })),
  rows: z.array(z.array(z.unknown())).nullish(),
});

/** What a report calls each metric of a day. */
export const youtubeDayMetrics = {
  views: 'views',
  follows: 'subscribersGained',
  unfollows: 'subscribersLost',
} as const satisfies Partial<Record<Metric, string>>;

const malformed = (field: string): NetworkFailure => ({
  kind: 'changed_shape',
  reason: 'field_malformed',
  facts: { field },
});

/** Rows by the names of their columns. */
function readRows(body: unknown): Record<string, unknown>[] | { failure: NetworkFailure } {
  const report = readShape(Report, body);
  if ('failure' in report) return report;
  const names = report.value.columnHeaders.map(({ name }) => name);
  return (report.value.rows ?? []).map((row) => {
    return Object.fromEntries(names.map((name, at) => [name, row[at]]));
  });
}

const isDay = (given: unknown): given is string =>
  typeof given === 'string' && z.iso.date().safeParse(given).success;

/** Rows that say of which day they are; one that does not leaves every metric without its figure. */
function readDays(rows: Record<string, unknown>[]): DayCount[] {
  const columns = Object.entries(youtubeDayMetrics) as [Metric, string][];
  return columns.flatMap(([metric, name]) =>
    rows.map(({ day, [name]: given }): DayCount => {
      if (isDay(day)) return { metric, day, count: readNetworkCount(name, given) };
      return { metric, day: '', count: { failure: malformed('day') } };
    }),
  );
}

/** The days of a report; what is not in it is a day without a figure. */
export function readDayReport(body: unknown): DaysReading {
  const rows = readRows(body);
  if ('failure' in rows) {
    return { readings: [], failures: [{ metric: null, failure: rows.failure }] };
  }
  return gatherDays(readDays(rows));
}

const genders: Record<string, string> = { female: 'F', male: 'M' };
const Share = z.coerce.number().min(0).max(100);

function readShare({ ageGroup, gender, viewerPercentage: share }: Record<string, unknown>) {
  if (share === undefined || share === null) return [];
  const age = /^age(\d\d(?:-\d\d|\+)?-?)$/.exec(`${ageGroup}`)?.[1]?.replace(/-$/, '+');
  const percent = typeof share === 'object' ? undefined : Share.safeParse(share).data;
  if (age === undefined || percent === undefined) return null;
  const key = `${age}/${genders[`${gender}`] ?? 'U'}`;
  const value = Math.round(percent * 100);
  return [{ dimension: 'age_gender', key, value, unit: 'basis_points' } satisfies AudienceSlice];
}

/** Viewers by age and gender: shares of all, in hundredths of a percent. */
export function readViewerReport(body: unknown): AudienceReading {
  const rows = readRows(body);
  if ('failure' in rows) return { slices: [], failures: [rows] };
  const shares = rows.map(readShare);
  return {
    slices: shares.flatMap((share) => share ?? []),
    failures: shares.includes(null) ? [{ failure: malformed('viewerPercentage') }] : [],
  };
}
