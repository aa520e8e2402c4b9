import { type Kysely, sql } from 'kysely';
import { daysBetween } from '../../shared/calendar/day.ts';
import type { Period } from '../../shared/social/figure-schemas.ts';
import type { Metric, SnapshotPrecision } from '../../shared/social/metrics.ts';
import type { PeriodSum } from '../../shared/social/period-figures.ts';
import type { Tables } from '../database/schema.ts';

/** Sums of a period by page and metric; what no day was read of is missing. */
export type Flows = Map<string, Partial<Record<Metric, PeriodSum>>>;

interface SumRow {
  pageId: string;
  metric: Metric;
  value: number;
  days: number;
  until: string;
  inexact: number;
}

const idsPerQuery = 500;

/** Which metrics are summed, over which days; none of them is still to come. */
export interface FlowsWanted {
  metrics: readonly Metric[];
  from: string;
  to: string;
}

const precisions: readonly SnapshotPrecision[] = ['exact', 'rounded', 'estimated'];

/** What the days of a group come to; how exact the least exact of them is, as its place in `precisions`. */
const summed = sql`cast(sum(value) as bigint) as value, cast(count(*) as integer) as days,
  max(day) as until, cast(max(case precision when 'estimated' then 2 when 'rounded' then 1 else 0
  end) as integer) as inexact`;

/** Sums by source: where a page's metric has but one, its sum is the believed one. */
async function sumBySource(db: Kysely<Tables>, ids: readonly string[], wanted: FlowsWanted) {
  const { rows } = await sql<SumRow>`
    select page_id, metric, source, ${summed}
    from snapshot
    where page_id in (${sql.join(ids)}) and metric in (${sql.join(wanted.metrics)})
      and day >= ${wanted.from} and day <= ${wanted.to}
    group by page_id, metric, source`.execute(db);
  return rows;
}

/**
 * Sums of pages that several sources speak of: each day counts once, by the believed source. The
 * names of the sources are, in the order of the alphabet, in the order in which they are believed.
 */
async function sumBelieved(db: Kysely<Tables>, ids: readonly string[], wanted: FlowsWanted) {
  const { rows } = await sql<SumRow>`
    select page_id, metric, ${summed}
    from snapshot as reading
    where page_id in (${sql.join(ids)}) and metric in (${sql.join(wanted.metrics)})
      and day >= ${wanted.from} and day <= ${wanted.to}
      and not exists (
        select 1 from snapshot as better
        where better.page_id = reading.page_id and better.metric = reading.metric
          and better.day = reading.day and better.source < reading.source
      )
    group by page_id, metric`.execute(db);
  return rows;
}

/** Pages of which a metric has rows of several sources. */
function sharedPages(rows: readonly SumRow[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { pageId, metric } of rows) {
    const key = `${pageId} ${metric}`;
    if (seen.has(key)) shared.add(pageId);
    seen.add(key);
  }
  return shared;
}

/** How many days a period has of which none was read. */
export const unreadDays = ({ from, to }: Period) => daysBetween(from, to) + 1;

function asSum({ metric, value, days, until, inexact }: SumRow, length: number): PeriodSum {
  return {
    value: Number(value),
    precision: precisions[inexact] ?? 'exact',
    days,
    missingDays: length - days,
    until,
    ...(metric === 'reach' && days > 1 ? { repeats: true } : {}),
  };
}

/** What happened to pages over a period, each metric summed over the days that were read. */
export async function selectFlows(
  db: Kysely<Tables>,
  ids: readonly string[],
  wanted: FlowsWanted,
): Promise<Flows> {
  const flows: Flows = new Map();
  const length = unreadDays(wanted);
  const keep = (row: SumRow) => {
    flows.set(row.pageId, { ...flows.get(row.pageId), [row.metric]: asSum(row, length) });
  };
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    const rows = await sumBySource(db, ids.slice(start, start + idsPerQuery), wanted);
    const shared = sharedPages(rows);
    for (const row of rows) if (!shared.has(row.pageId)) keep(row);
    if (shared.size > 0) for (const row of await sumBelieved(db, [...shared], wanted)) keep(row);
  }
  return flows;
}
