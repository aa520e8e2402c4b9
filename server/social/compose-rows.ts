import { changeBetween } from '../../shared/social/compare-periods.ts';
import type { OverviewRow } from '../../shared/social/figure-rows.ts';
import type { Period } from '../../shared/social/figure-schemas.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';
import { selectBounds } from './select-bounds.ts';
import { selectFlows } from './select-flows.ts';
import { selectPostSums } from './select-post-sums.ts';

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
const start = '0000-01-01';

/** The figures of pages over a period beside another; whatever nobody read is null. */
export async function composeRows(
  { database: { db } }: House,
  pages: readonly BarePage[],
  period: Period,
  before: Period,
): Promise<Figures[]> {
  const ids = pages.map(({ id }) => id);
  const metric = 'followers';
  const bounds = await selectBounds(db, ids, [
    { name: 'newest', metric, which: 'last', from: start, to: period.to },
    { name: 'first', metric, which: 'first', ...period },
    { name: 'last', metric, which: 'last', ...period },
    { name: 'firstBefore', metric, which: 'first', ...before },
    { name: 'lastBefore', metric, which: 'last', ...before },
  ]);
  const now = await selectFlows(db, ids, { ...period, metrics: flows });
  const then = await selectFlows(db, ids, { ...before, metrics: ['engagements'] });
  const posts = await selectPostSums(db, ids, period, before);
  return pages.map(({ isMain, isPulled, network, ...page }) => {
    const { newest, first, last, firstBefore, lastBefore } = bounds.get(page.id) ?? {};
    const sums = now.get(page.id) ?? {};
    const published = posts.get(page.id);
    return {
      ...page,
      network: network as NetworkId,
      isMain: isMain === 1,
      isPulled: isPulled === 1,
      followers: newest ?? null,
      change: changeBetween(first ?? null, last ?? null),
      changeBefore: changeBetween(firstBefore ?? null, lastBefore ?? null),
      posts: published?.posts ?? null,
      postsBefore: published?.postsBefore ?? null,
      reach: sums.reach ?? null,
      views: sums.views ?? null,
      engagements: sums.engagements ?? null,
      engagementsBefore: then.get(page.id)?.engagements ?? null,
      lastPostDay: published?.lastPostDay ?? null,
      postsKnown: published?.known ?? null,
    };
  });
}
