import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { AdminSearch } from './admin-search.ts';

/** The address of the page, and how to change some of it; a changed filter goes back to page 1. */
export function useAdminSearch(): [
  search: AdminSearch,
  change: (part: Partial<AdminSearch>, how?: { replace?: boolean }) => void,
] {
  const search = useSearch({ from: '/administracion' });
  const navigate = useNavigate({ from: '/administracion' });
  const change = useCallback(
    (part: Partial<AdminSearch>, how?: { replace?: boolean }) => {
      navigate({ search: (before) => ({ ...before, page: undefined, ...part }), ...how });
    },
    [navigate],
  );
  return [search, change];
}
