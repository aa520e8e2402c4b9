import { keepPreviousData, type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { Growth } from '../../shared/social/growth.ts';
import { api } from '../app/api.ts';
import type { Asked } from '../ui/states.tsx';
import type { Days } from './growth-days.ts';
import type { GrowthMetric } from './social-search.ts';

/** Several reads as one: there is data once all have it, and the first failure is the failure. */
function asOne(results: UseQueryResult<Growth, unknown>[]): Asked<Growth[]> {
  const data = results.map((result) => result.data).filter((growth) => growth !== undefined);
  return {
    data: data.length === results.length ? data : undefined,
    error: results.find((result) => result.error)?.error ?? null,
    isPending: results.some((result) => result.isPending),
    refetch: () => Promise.all(results.map((result) => result.refetch())),
  };
}

/** The growth of several pages over the same days, in their order. */
export function useGrowth(
  pageIds: readonly string[],
  metric: GrowthMetric,
  { from, to }: Days,
): Asked<Growth[]> {
  return useQueries({
    queries: pageIds.map((pageId) =>
      api.social.readGrowth.queryOptions(
        { pageId, metric, from, to },
        { placeholderData: keepPreviousData },
      ),
    ),
    combine: asOne,
  });
}
