import { engagementBeside, engagementFigure } from '../../shared/social/engagement.ts';
import type { OverviewRow } from '../../shared/social/figure-rows.ts';
import type { Period } from '../../shared/social/figure-schemas.ts';
import { breaksWithin } from '../../shared/social/metric-breaks.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { PeriodSum } from '../../shared/social/period-figures.ts';
import { type House, today } from '../context.ts';
import { selectLevels } from './select-levels.ts';
import { type PostSums, selectPostSums } from './select-post-sums.ts';
import { selectSums } from './select-sums.ts';

/** A page as it is stored, with its department's name. */
export interface BarePage {
  id: string;
  network: string;
  handle: string;
  title: string;
  departmentId: string | null;
  department: string | null;
  isMain: number;
  isPulled: number;
}

/** A row before what only shown rows have. */
export type Figures = Omit<OverviewRow, 'sparkline' | 'lastPull'>;

const flows = ['reach', 'views', 'engagements'] as const;

/** The periods of rows, both of days that have passed. */
export interface RowPeriods {
  period: Period;
  before: Period;
}

type Sums = Partial<Record<Metric, PeriodSum>>;

interface Found {
  network: NetworkId;
  sums: Sums;
  sumsBefore: Sums;
  posts: PostSums | undefined;
}

/** Engagements of a page, and those of the period before where both are counted alike. */
function engagementsOf(
  { network, sums, sumsBefore, posts }: Found,
  { period, before }: RowPeriods,
  today: string,
) {
  const engagements = engagementFigure({ days: sums.engagements, posts, period, today });
  const postsBefore = posts && {
    posts: posts.postsBefore,
    counted: posts.countedBefore,
    engagements: posts.engagementsBefore,
  };
  const beside = { days: sumsBefore.engagements, posts: postsBefore, period: before, today };
  const between = { from: before.from, to: period.to };
  const isRedefined = breaksWithin(network, ['engagements'], between).length > 0;
  const isBeside = engagements !== null && !isRedefined;
  return {
    engagements,
    engagementsBefore: isBeside ? engagementBeside(engagements, beside) : null,
  };
}

/** The figures of pages over a period beside another; whatever nobody read is null. */
export async function composeRows(
  house: House,
  bare: readonly BarePage[],
  periods: RowPeriods,
): Promise<Figures[]> {
  const { db } = house.database;
  const day = today(house);
  const { period, before } = periods;
  const pages = bare.map((page) => ({ ...page, network: page.network as NetworkId }));
  const ids = pages.map(({ id }) => id);
  const named = new Map([['period', period] as const, ['before', before] as const]);
  const levels = await selectLevels(db, pages, {
    metric: 'followers',
    periods: named,
    today: day,
  });
  const now = await selectSums(db, pages, { ...period, metrics: flows });
  const then = await selectSums(db, pages, { ...before, metrics: ['engagements'] });
  const posts = await selectPostSums(db, ids, period, before);
  return pages.map(({ isMain, isPulled, ...page }) => {
    const level = levels(page.id, 'period');
    const sums = now.get(page.id) ?? {};
    const published = posts.get(page.id);
    const known = {
      network: page.network,
      sums,
      sumsBefore: then.get(page.id) ?? {},
      posts: published,
    };
    return {
      ...page,
      isMain: isMain === 1,
      isPulled: isPulled === 1,
      followers: level.last ?? level.before,
      change: level.change,
      changeBefore: levels(page.id, 'before').change,
      posts: published?.posts ?? null,
      postsBefore: published?.postsBefore ?? null,
      reach: sums.reach ?? null,
      views: sums.views ?? null,
      ...engagementsOf(known, periods, day),
      lastPostDay: published?.lastPostDay ?? null,
      postsKnown: published?.known ?? null,
    };
  });
}
