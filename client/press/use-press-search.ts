import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { PressSearch } from './press-search.ts';

/** The address of the page, and how to change some of it; a changed filter goes back to page 1. */
export function usePressSearch(): [
  search: PressSearch,
  change: (part: Partial<PressSearch>, how?: { replace?: boolean }) => void,
] {
  const search = useSearch({ from: '/free-press' });
  const navigate = useNavigate({ from: '/free-press' });
  const change = useCallback(
    (part: Partial<PressSearch>, how?: { replace?: boolean }) => {
      const keepsPage = 'page' in part || 'open' in part;
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
