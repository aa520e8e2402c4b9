import { type QueryKey, type UnusedSkipTokenOptions, useQuery } from '@tanstack/react-query';
import type { Listed } from '../../shared/records.ts';
import { gatherRows } from '../ui/gather-rows.ts';
import { queryClient } from './api.ts';
import type { Part } from './use-paged-list.ts';

/**
 * All the rows of a list of the server, for a field to choose from. They are asked for part by part,
 * most lists in one; parts that another field asked for a moment ago are not asked for again.
 * @param optionsOf what is asked of the server for a part of the list.
 */
export function useWholeList<Row, Problem, Key extends QueryKey>(
  optionsOf: (part: Part) => UnusedSkipTokenOptions<Listed<Row>, Problem, Listed<Row>, Key>,
  { enabled = true }: { enabled?: boolean } = {},
) {
  const { queryKey } = optionsOf({ page: 1, pageSize: 1 });
  return useQuery({
    queryKey: ['whole', ...queryKey],
    queryFn: () =>
      gatherRows((page, pageSize) => queryClient.fetchQuery(optionsOf({ page, pageSize }))),
    enabled,
  });
}
