import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SocialSearch } from './social-search.ts';

type ChangeSocialSearch = (part: Partial<SocialSearch>, how?: { replace?: boolean }) => void;

/** The address of the page, and how to change some of it; a changed filter goes back to page 1. */
export function useSocialSearch(): [search: SocialSearch, change: ChangeSocialSearch] {
  const search = useSearch({ from: '/redes' });
  const navigate = useNavigate({ from: '/redes' });
  const change = useCallback<ChangeSocialSearch>(
    (part, how) => {
      const keepsPage = 'page' in part || 'drawn' in part || 'metric' in part;
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
