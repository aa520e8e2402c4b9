import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { OutputSearch } from './output-search.ts';

export type ChangeOutputSearch = (part: Partial<OutputSearch>, how?: { replace?: boolean }) => void;

/** The address of the page, and how to change some of it; a changed filter goes back to page 1. */
export function useOutputSearch(): [search: OutputSearch, change: ChangeOutputSearch] {
  const search = useSearch({ from: '/produccion' });
  const navigate = useNavigate({ from: '/produccion' });
  const change = useCallback<ChangeOutputSearch>(
    (part, how) => {
      const keepsPage = 'page' in part || 'open' in part || 'cell' in part;
      navigate({
        search: (before) => ({ ...before, ...(keepsPage ? {} : { page: undefined }), ...part }),
        resetScroll: false,
        ...how,
      });
    },
    [navigate],
  );
  return [search, change];
}
