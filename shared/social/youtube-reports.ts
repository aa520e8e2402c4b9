import { z } from 'zod';
import type { AudienceSlice } from './audience.ts';
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

/** One metric of a report's rows; a row that does not give it is a day without a figure. */
function readColumn(metric: Metric, name: string, rows: Record<string, unknown>[]): DaysReading {
  const reading: DaysReading = { readings: [], failures: [] };
  for (const row of rows) {
    const count = readNetworkCount(name, row[name]);
    if ('failure' in count && count.failure.reason === 'value_not_given') continue;
    if ('failure' in count || !isDay(row.day)) {
      const field = 'value' in count ? 'day' : name;
      return { ...reading, failures: [{ metric, failure: malformed(field) }] };
    }
    reading.readings.push({ metric, day: row.day, value: count.value, precision: 'exact' });
  }
  return reading;
}

/** The days of a report; what is not in it is a day without a figure. */
export function readDayReport(body: unknown): DaysReading {
  const rows = readRows(body);
  if ('failure' in rows) {
    return { readings: [], failures: [{ metric: null, failure: rows.failure }] };
  }
  const columns = Object.entries(youtubeDayMetrics) as [Metric, string][];
  const read = columns.map(([metric, name]) => readColumn(metric, name, rows));
  return {
    readings: read.flatMap(({ readings }) => readings),
    failures: read.flatMap(({ failures }) => failures),
  };
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
