import { useCallback, useMemo } from 'react';
import { lastDayOf } from '../../shared/calendar/same-days.ts';
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

/** Every day of the months in force, also those to come: by them it is known what kind of period it is. */
export function useWholeDays(): Days {
  const { period } = usePeriod();
  return useMemo(() => ({ from: `${period.from}-01`, to: lastDayOf(period.to) }), [period]);
}

/** How days are written: one, or the first and the last. */
export function useDayRange(): (days: Days) => string {
  const format = useFormat();
  return useCallback(
    ({ from, to }) => (from === to ? format.day(from) : `${format.day(from)} – ${format.day(to)}`),
    [format],
  );
}
