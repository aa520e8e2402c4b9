import { AltavozFailure } from '../../shared/failure.ts';
import { comparedPeriod, upToToday } from '../../shared/social/compare-periods.ts';
import { thinOut } from '../../shared/social/compose-overview.ts';
import { engagementRate } from '../../shared/social/engagement.ts';
import type { EngagementRate, PageFigures } from '../../shared/social/figure-rows.ts';
import type { PageQuery, Period } from '../../shared/social/figure-schemas.ts';
import { breaksWithin } from '../../shared/social/metric-breaks.ts';
import { type Metric, metrics } from '../../shared/social/metrics.ts';
import type { PageFailure } from '../../shared/social/rows.ts';
import { type House, today } from '../context.ts';
import { type BarePage, composeRows } from './compose-rows.ts';
import { countConflicts } from './list-conflicts.ts';
import { readGrowth } from './read-growth.ts';
import { unreadDays } from './select-flows.ts';
import { selectLastPulls } from './select-last-pulls.ts';
import { saidNow, selectNewestFollowers } from './select-newest-readings.ts';
import { type PostSums, selectPostSums } from './select-post-sums.ts';
import { type SharedDays, selectShared } from './select-shared-days.ts';
import { selectSums } from './select-sums.ts';

interface WholePage extends BarePage {
  externalId: string | null;
  baseUrl: string | null;
  seenHandle: string | null;
  movedTo: string | null;
  version: number;
}

/** @throws {AltavozFailure} `record_not_found` when there is none, or it was removed. */
async function findPage({ database }: House, pageId: string): Promise<WholePage> {
  const page = await database.db
    .selectFrom('page')
    .leftJoin('department', 'department.id', 'page.departmentId')
    .select(['page.id', 'page.network', 'page.handle', 'page.title', 'page.departmentId'])
    .select(['department.name as department', 'page.isMain', 'page.isPulled'])
    .select(['page.externalId', 'page.baseUrl', 'page.version'])
    .select(['page.seenHandle', 'page.movedTo'])
    .where('page.id', '=', pageId)
    .where('page.deletedAt', 'is', null)
    .executeTakeFirst();
  if (page) return page;
  throw new AltavozFailure({ code: 'record_not_found', record: 'page', id: pageId });
}

/** Engagements of days over the people reached on the same days. */
function rateOfDays({ engagements, reach, days }: SharedDays, period: Period): EngagementRate {
  return {
    basisPoints: inBasisPoints(engagementRate(engagements, reach)),
    engagements,
    posts: null,
    base: 'reach',
    baseValue: reach,
    coverage: { has: days, of: unreadDays(period), unit: 'days' },
  };
}

/**
 * Engagements of the average post over followers, so that a longer period does not make a higher
 * rate; of the posts that have engagements, and no others.
 */
function rateOfPosts(sums: PostSums | undefined, followers: number | null): EngagementRate {
  const { engagements = null, counted = 0, posts = null } = sums ?? {};
  const isKnown = engagements !== null && posts !== null;
  return {
    basisPoints: inBasisPoints(engagementRate(engagementRate(engagements, counted), followers)),
    engagements,
    posts: isKnown ? counted : null,
    base: 'followers',
    baseValue: followers,
    coverage: isKnown ? { has: counted, of: posts, unit: 'posts' } : null,
  };
}

const inBasisPoints = (rate: number | null) => (rate === null ? null : Math.round(rate * 10_000));

async function listMetrics({ database }: House, pageId: string): Promise<Metric[]> {
  const rows = await database.db
    .selectFrom('snapshot')
    .select('metric')
    .distinct()
    .where('pageId', '=', pageId)
    .execute();
  return metrics.filter((metric) => rows.some((row) => row.metric === metric));
}

/** Metrics of which the last attempt said that the network gives them no more. */
function retiredOf(failures: readonly PageFailure[]): Metric[] {
  const gone = failures.filter(({ failure }) => failure.reason === 'metric_retired');
  return [...new Set(gone.flatMap(({ metric }) => metric ?? []))];
}

/**
 * A page's facts and its figures over a period, beside the period it is compared with.
 * @throws {AltavozFailure} `record_not_found`.
 */
export async function readPage(house: House, query: PageQuery): Promise<PageFigures> {
  const { pageId } = query;
  const { db } = house.database;
  const page = await findPage(house, pageId);
  const { externalId, baseUrl, seenHandle, movedTo, version, ...bare } = page;
  const day = today(house);
  const period = upToToday(query, day);
  const before = comparedPeriod(query, query.compareWith, day);
  const [figures] = await composeRows(house, [bare], { period, before });
  if (!figures) throw new Error('a page that was found has no figures');
  const metricsOfDays = ['follows', 'unfollows'] as const;
  const sums = await selectSums(db, [figures], { ...period, metrics: metricsOfDays });
  const { follows = null, unfollows = null } = sums.get(pageId) ?? {};
  const now = (await selectNewestFollowers(db, [pageId])).get(pageId);
  const { points } = await readGrowth(house, { pageId, metric: 'followers', ...period });
  const lastPull = (await selectLastPulls(db, [pageId])).get(pageId) ?? null;
  const shared = figures.engagements?.of === 'days' ? await selectShared(db, pageId, period) : null;
  const posts = (await selectPostSums(db, [pageId], period, before)).get(pageId);
  return {
    ...figures,
    externalId,
    baseUrl,
    seenHandle,
    movedTo,
    version,
    sparkline: thinOut(points, 60).map(({ day, value }) => ({ day, value })),
    lastPull,
    followersNow: saidNow(figures.followers, now),
    period,
    comparedWith: before,
    follows,
    unfollows,
    engagementRate: shared
      ? rateOfDays(shared, period)
      : rateOfPosts(posts, figures.followers?.value ?? null),
    metrics: await listMetrics(house, pageId),
    breaks: breaksWithin(figures.network, metrics, period),
    retired: retiredOf(lastPull?.failures ?? []),
    conflicts: await countConflicts(house, pageId),
  };
}
