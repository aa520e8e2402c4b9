import { addDays } from '../calendar/day.ts';
import type {
  DepartmentShare,
  Overview,
  OverviewRow,
  OverviewSort,
  PeriodSum,
} from './figure-rows.ts';

type Value = string | number | null;

const readers: Record<OverviewSort, (row: OverviewRow) => Value> = {
  title: (row) => row.title.toLocaleLowerCase('es'),
  network: (row) => row.network,
  followers: (row) => row.followers?.value ?? null,
  change: (row) => row.change?.value ?? null,
  posts: (row) => row.posts,
  reach: (row) => row.reach?.value ?? null,
  views: (row) => row.views?.value ?? null,
  engagements: (row) => row.engagements?.value ?? null,
  lastPost: (row) => row.lastPostDay,
};

function compare(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'es');
  return Number(a) - Number(b);
}

/** Rows in order of a column; those without a value come last, whichever way. */
export function sortOverview(
  rows: readonly OverviewRow[],
  { column, descending }: { column: OverviewSort; descending: boolean },
): OverviewRow[] {
  const read = readers[column];
  return rows.toSorted((one, other) => {
    const [a, b] = [read(one), read(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const order = descending ? compare(b, a) : compare(a, b);
    return order || compare(one.title, other.title) || compare(one.id, other.id);
  });
}

/** Sums what is known; null when nothing is. */
function sumOf(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => typeof value === 'number');
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function sumPeriods(sums: readonly (PeriodSum | null)[]): PeriodSum | null {
  const known = sums.filter((sum) => sum !== null);
  if (known.length === 0) return null;
  const add = (key: keyof PeriodSum) => known.reduce((total, sum) => total + sum[key], 0);
  return { value: add('value'), days: add('days'), missingDays: add('missingDays') };
}

/** What all pages come to; a page that lacks a figure is in no sum of it. */
export function totalOverview(rows: readonly OverviewRow[]): Overview['totals'] {
  return {
    followers: sumOf(rows.map((row) => row.followers?.value)),
    change: sumOf(rows.map((row) => row.change?.value)),
    changeBefore: sumOf(rows.map((row) => row.changeBefore?.value)),
    pagesWithoutChange: rows.filter((row) => row.change === null).length,
    posts: sumOf(rows.map((row) => row.posts)),
    reach: sumPeriods(rows.map((row) => row.reach)),
    views: sumPeriods(rows.map((row) => row.views)),
    engagements: sumPeriods(rows.map((row) => row.engagements)),
  };
}

/** What the pages of each department have together, the largest first. */
export function shareByDepartment(rows: readonly OverviewRow[]): DepartmentShare[] {
  const shares = new Map<string | null, DepartmentShare>();
  for (const { departmentId, department, followers } of rows) {
    const share = shares.get(departmentId) ?? {
      departmentId,
      department,
      pages: 0,
      followers: null,
      pagesUnknown: 0,
    };
    share.pages += 1;
    if (followers) share.followers = (share.followers ?? 0) + followers.value;
    else share.pagesUnknown += 1;
    shares.set(departmentId, share);
  }
  return [...shares.values()].toSorted((a, b) => (b.followers ?? -1) - (a.followers ?? -1));
}

const mostNeglected = 10;

/** Pages whose posts of the last `days` days until `to` are known, and are none; of others it is not known. */
export function findNeglected(
  rows: readonly OverviewRow[],
  days: number,
  to: string,
): Overview['neglected'] {
  const since = addDays(to, -days + 1);
  const hasPosted = ({ lastPostDay }: OverviewRow) => lastPostDay !== null && lastPostDay >= since;
  const isKnown = ({ postsKnown }: OverviewRow) =>
    postsKnown !== null && postsKnown.from <= since && postsKnown.to >= since;
  const neglected = rows
    .filter((row) => isKnown(row) && !hasPosted(row))
    .toSorted((a, b) => (a.lastPostDay ?? '').localeCompare(b.lastPostDay ?? ''));
  const pages = neglected
    .slice(0, mostNeglected)
    .map(({ id, title, network, lastPostDay }) => ({ id, title, network, lastPostDay }));
  const unknown = rows.filter((row) => !isKnown(row) && !hasPosted(row)).length;
  return { days, total: neglected.length, unknown, pages };
}

/** At most `most` points of a line, evenly taken, always with its first and its last. */
export function thinOut<Point>(points: readonly Point[], most: number): Point[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => points[Math.round(at * step)]).filter(
    (point) => point !== undefined,
  );
}
