import { addDays } from '../../shared/calendar/day.ts';
import { addMonths } from '../../shared/calendar/month.ts';
import { usePeriod } from '../app/use-period.ts';

/** The first and last day of what is listed: one month when it is chosen, else the period. */
export function useListedDays(month: string | undefined): { from: string; to: string } {
  const { period } = usePeriod();
  const [first, last] = [month ?? period.from, month ?? period.to];
  return { from: `${first}-01`, to: addDays(`${addMonths(last, 1)}-01`, -1) };
}
