import {
  keepPreviousData,
  type QueryKey,
  type UnusedSkipTokenOptions,
  useQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Listed } from '../../shared/records.ts';
import { queryClient } from './api.ts';

/** Which part of a list: the page, from 1, and how many rows a page has. */
export interface Part {
  page: number;
  pageSize: number;
}

interface PagedListProps<Answer, Problem, Key extends QueryKey> extends Part {
  /** What is asked of the server for a part of the list. */
  optionsOf(part: Part): UnusedSkipTokenOptions<Answer, Problem, Answer, Key>;
  /** Goes to a page; one that replaces leaves no step behind to go back to. */
  onPage(page: number, how?: { replace: boolean }): void;
}

/**
 * One page of a list of the server, with what a table needs to show it, to turn its pages and to take
 * all of it away as a file. While another page comes, the one before stays. A page past the end, as
 * after removing what stood alone on the last one, becomes the last.
 */
export function usePagedList<Answer extends Listed<unknown>, Problem, Key extends QueryKey>({
  optionsOf,
  page,
  pageSize,
  onPage,
}: PagedListProps<Answer, Problem, Key>) {
  const query = useQuery({ ...optionsOf({ page, pageSize }), placeholderData: keepPreviousData });
  const readPart = (part: number, size: number) =>
    queryClient.fetchQuery(optionsOf({ page: part, pageSize: size }));
  const total = query.data?.total ?? 0;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const isPastEnd = query.data !== undefined && !query.isPlaceholderData && page > last;
  useEffect(() => {
    if (isPastEnd) onPage(last, { replace: true });
  }, [isPastEnd, last, onPage]);
  const rows: Answer['rows'] | undefined = query.data?.rows;
  return { query, rows, readPart, paging: { page, pageSize, total, onPage } };
}
