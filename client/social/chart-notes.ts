import { monthOf } from '../../shared/calendar/day.ts';
import type { AnnotationRow } from '../../shared/social/figure-rows.ts';
import type { ChartFlag } from '../ui/chart-flags.ts';
import type { Grain } from './growth-days.ts';

/** A flag of a chart and the note behind it; a redefinition by a network has none. */
export interface ChartNote {
  flag: ChartFlag;
  annotation?: AnnotationRow;
}

/** What happened on some days, in words. */
export interface Happening {
  id: string;
  fromDay: string;
  toDay: string;
  label: string;
  annotation?: AnnotationRow;
}

/** Places what happened on the categories of a chart, in order of day; what lies outside is left out. */
export function placeNotes(
  happenings: readonly Happening[],
  categories: readonly string[],
  grain: Grain,
): ChartNote[] {
  const first = categories[0];
  const last = categories.at(-1);
  if (first === undefined || last === undefined) return [];
  const categoryOf = (day: string) => (grain === 'day' ? day : monthOf(day));
  return [...happenings]
    .sort((a, b) => a.fromDay.localeCompare(b.fromDay) || a.id.localeCompare(b.id))
    .flatMap(({ id, fromDay, toDay, label, annotation }) => {
      const from = categoryOf(fromDay);
      const to = categoryOf(toDay);
      if (to < first || from > last) return [];
      const flag = { id, from: from < first ? first : from, to: to > last ? last : to, label };
      return [{ flag, annotation }];
    });
}
