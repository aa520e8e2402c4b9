import { addDays } from '../calendar/day.ts';
import type { DepartmentShare, Overview, OverviewRow, OverviewSort } from './figure-rows.ts';
import { leastExact, type SnapshotPrecision } from './metrics.ts';
import type { PagesTotal } from './period-figures.ts';

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

interface Part {
  value: number | null;
  precision?: SnapshotPrecision;
  missingDays?: number;
  repeats?: true;
}

/** What pages come to together; one that lacks the figure is not in it, and is told of. */
function totalOf(parts: readonly (Part | null)[]): PagesTotal {
  const known = parts.flatMap((part) => (part && part.value !== null ? [part] : []));
  const values = known.flatMap(({ value }) => value ?? []);
  const repeats = known.some((part) => part.repeats);
  return {
    value: known.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
    precision: leastExact(known.map(({ precision = 'exact' }) => precision)),
    pages: { has: known.length, of: parts.length },
    missingDays: known.reduce((sum, { missingDays = 0 }) => sum + missingDays, 0),
    ...(repeats ? { repeats } : {}),
  };
}

/** People reached by several pages count with each of them. */
function reachOf(rows: readonly OverviewRow[]): PagesTotal {
  const total = totalOf(rows.map(({ reach }) => reach));
  return total.pages.has > 1 ? { ...total, repeats: true } : total;
}

function engagementsOf(rows: readonly OverviewRow[]): PagesTotal {
  const ofPosts = rows.filter(({ engagements }) => engagements?.of === 'posts').length;
  return { ...totalOf(rows.map(({ engagements }) => engagements)), ofPosts };
}

/** What all pages come to. */
export function totalOverview(rows: readonly OverviewRow[]): Overview['totals'] {
  return {
    followers: totalOf(rows.map(({ followers }) => followers)),
    change: totalOf(rows.map(({ change }) => change)),
    posts: totalOf(rows.map(({ posts }) => (posts === null ? null : { value: posts }))),
    reach: reachOf(rows),
    views: totalOf(rows.map(({ views }) => views)),
    engagements: engagementsOf(rows),
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
