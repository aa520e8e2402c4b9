import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { noFilters } from './clipping-query.ts';
import { listPlace } from './list-place.ts';
import type { PressSearch } from './press-search.ts';

/** Opens what a figure of the coverage is made of: the appearances of the period that count and meet these filters. */
export function useSeeClippings(): (filters: Partial<PressSearch>) => void {
  const navigate = useNavigate({ from: '/free-press' });
  return useCallback(
    (filters) => {
      const shown = { ...noFilters(), view: undefined, page: undefined };
      navigate({
        search: (before) => ({ ...before, ...shown, standing: 'counted', ...filters }),
        hash: listPlace,
        hashScrollIntoView: false,
        resetScroll: false,
      });
    },
    [navigate],
  );
}
