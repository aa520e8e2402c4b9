import { addDays, type Day, monthOf } from './day.ts';
import { addMonths, type Month } from './month.ts';

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/**
 * What of another month an unfinished one is compared with: the same days, from the first on. A month
 * that is over, or on its last day, is compared with the whole other; one that has not begun with none.
 */
export function comparedDays(
  month: Month,
  other: Month,
  today: Day,
): 'whole' | 'none' | { from: Day; to: Day } {
  const current = monthOf(today);
  if (month > current) return 'none';
  if (month < current || today === lastDayOf(month)) return 'whole';
  return { from: `${other}-01`, to: sameDayBack(today, other) };
}

/** The day of the same number in another month, or the last one of that month where it is shorter. */
export function sameDayBack(day: Day, month: Month): Day {
  const last = lastDayOf(month);
  const same = `${month}-${day.slice(8)}`;
  return same < last ? same : last;
}
