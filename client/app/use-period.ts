import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useToday } from './self.tsx';

/** A closed period of months, `YYYY-MM`. */
export interface Period {
  from: string;
  to: string;
}

/** The period in force: that of the address, or this year up to this month. */
export function usePeriod(): { period: Period; setPeriod(period: Period): void } {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { month } = useToday();
  const from = search.from ?? `${month.slice(0, 4)}-01`;
  const to = search.to ?? month;
  const setPeriod = useCallback(
    (period: Period) =>
      navigate({ to: '.', search: (before) => ({ ...before, ...period, page: undefined }) }),
    [navigate],
  );
  return { period: { from, to }, setPeriod };
}
