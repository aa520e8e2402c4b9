import { useCallback, useMemo } from 'react';
import { useToday } from '../app/self.tsx';
import { usePeriod } from '../app/use-period.ts';
import { useFormat } from '../format/use-format.ts';
import { type Days, daysOfMonths } from './growth-days.ts';

/** The days of the period in force, up to today. */
export function useDays(): Days {
  const { period } = usePeriod();
  const { day: today } = useToday();
  return useMemo(() => daysOfMonths(period, today), [period, today]);
}

/** How days are written: one, or the first and the last. */
export function useDayRange(): (days: Days) => string {
  const format = useFormat();
  return useCallback(
    ({ from, to }) => (from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`),
    [format],
  );
}
