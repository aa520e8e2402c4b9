import { useCallback } from 'react';
import { noFilters } from './clipping-query.ts';
import type { PressSearch } from './press-search.ts';
import { usePressSearch } from './use-press-search.ts';

/** Opens what a figure of the coverage is made of: the appearances of the period that count and meet these filters. */
export function useSeeClippings(): (filters: Partial<PressSearch>) => void {
  const [, change] = usePressSearch();
  return useCallback(
    (filters) => change({ ...noFilters(), view: undefined, standing: 'counted', ...filters }),
    [change],
  );
}
