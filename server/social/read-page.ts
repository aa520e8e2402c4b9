import { AltavozFailure } from '../../shared/failure.ts';
import { comparedPeriod } from '../../shared/social/compare-periods.ts';
import { thinOut } from '../../shared/social/compose-overview.ts';
import { engagementRate } from '../../shared/social/engagement.ts';
import type { EngagementRate, PageFigures, PeriodSum } from '../../shared/social/figure-rows.ts';
import type { PageQuery } from '../../shared/social/figure-schemas.ts';
import { breaksWithin } from '../../shared/social/metric-breaks.ts';
import { type Metric, metrics } from '../../shared/social/metrics.ts';
import type { PageFailure } from '../../shared/social/rows.ts';
import type { House } from '../context.ts';
import { type BarePage, composeRows } from './compose-rows.ts';
import { countConflicts } from './list-conflicts.ts';
import { readGrowth } from './read-growth.ts';
import { selectFlows } from './select-flows.ts';
import { selectLastPulls } from './select-last-pulls.ts';
import { saidNow, selectNewestFollowers } from './select-newest-readings.ts';
import { selectPostSums } from './select-post-sums.ts';

interface WholePage extends BarePage {
  externalId: string | null;
  baseUrl: string | null;
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
    .where('page.id', '=', pageId)
    .where('page.deletedAt', 'is', null)
    .executeTakeFirst();
  if (page) return page;
  throw new AltavozFailure({ code: 'record_not_found', record: 'page', id: pageId });
}

/**
 * Engagements over the people reached where the network says how many; else those of the average
 * post over followers, so that a longer period does not make a higher rate.
 */
function rateOf(
  engagements: number | null,
  reach: PeriodSum | null,
  { followers, posts }: { followers: number | null; posts: number | null },
): EngagementRate {
  const base = reach ? 'reach' : 'followers';
  const baseValue = reach ? reach.value : followers;
  const perPost = engagementRate(engagements, posts);
  const rate = engagementRate(reach ? engagements : perPost, baseValue);
  const basisPoints = rate === null ? null : Math.round(rate * 10_000);
  return { basisPoints, engagements, posts: reach ? null : posts, base, baseValue };
}

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
  const { pageId, from, to } = query;
  const { db } = house.database;
  const page = await findPage(house, pageId);
  const { externalId, baseUrl, version, ...bare } = page;
  const before = comparedPeriod({ from, to }, query.compareWith);
  const [figures] = await composeRows(house, [bare], { from, to }, before);
  if (!figures) throw new Error('a page that was found has no figures');
  const sums = (
    await selectFlows(db, [pageId], { from, to, metrics: ['follows', 'unfollows'] })
  ).get(pageId);
  const posts = (await selectPostSums(db, [pageId], { from, to }, before)).get(pageId);
  const now = (await selectNewestFollowers(db, [pageId])).get(pageId);
  const { points } = await readGrowth(house, { pageId, metric: 'followers', from, to });
  const lastPull = (await selectLastPulls(db, [pageId])).get(pageId) ?? null;
  const engagements = figures.engagements?.value ?? posts?.engagements ?? null;
  return {
    ...figures,
    externalId,
    baseUrl,
    version,
    sparkline: thinOut(points, 60).map(({ day, value }) => ({ day, value })),
    lastPull,
    followersNow: saidNow(figures.followers, now),
    follows: sums?.follows ?? null,
    unfollows: sums?.unfollows ?? null,
    engagementRate: rateOf(engagements, figures.reach, {
      followers: figures.followers?.value ?? null,
      posts: figures.posts,
    }),
    metrics: await listMetrics(house, pageId),
    breaks: breaksWithin(figures.network, metrics, { from, to }),
    retired: retiredOf(lastPull?.failures ?? []),
    conflicts: await countConflicts(house, pageId),
  };
}
