import type { Day } from '../../../shared/calendar/day.ts';
import { listMonths, type Month } from '../../../shared/calendar/month.ts';
import { type Days, daysOfMonth } from '../../../shared/indicators/period-target.ts';
import type {
  FigureCaveat,
  FigureCoverage,
  MissingReason,
} from '../../../shared/indicators/rows.ts';
import type { FoundFigure } from '../../../shared/indicators/work-out.ts';

/** What is asked of the records: two days, on which day, and whether each month of them too. */
export interface Asked {
  days: Days;
  today: Day;
  withMonths: boolean;
}

/** What a rule comes to: by month, and together where that is not what the months make. */
export interface Counted {
  whole: FoundFigure | null;
  months: ReadonlyMap<Month, FoundFigure>;
  missing?: MissingReason;
}

export const nothingCounted: Counted = { whole: null, months: new Map() };

/** The months that two days touch. */
export const monthsOf = ({ from, to }: Days): Month[] =>
  listMonths(from.slice(0, 7), to.slice(0, 7));

/** Whether a month lies within two days, or as much of it as has passed. */
export function holdsMonth({ days: { from, to }, today }: Asked, month: Month): boolean {
  const whole = daysOfMonth(month);
  const hasPassed = today < whole.to && today >= whole.from ? today : whole.to;
  return from <= whole.from && to >= hasPassed;
}

/** A month as far as two days hold it. */
export function cutTo({ from, to }: Days, month: Month): Days {
  const whole = daysOfMonth(month);
  return {
    from: from > whole.from ? from : whole.from,
    to: to < whole.to ? to : whole.to,
  };
}

interface Said {
  coverage?: FigureCoverage | null;
  caveats?: readonly (FigureCaveat | false)[];
  since?: string | null;
  until?: string | null;
}

/** A figure with what has to be said of it; what is whole needs no coverage. */
export function figure(
  value: number | string,
  sources: FoundFigure['sources'],
  { coverage, caveats = [], since, until }: Said = {},
): FoundFigure {
  const said = caveats.filter((caveat) => caveat !== false);
  return {
    value: String(value),
    sources,
    ...(coverage && coverage.has < coverage.of ? { coverage } : {}),
    ...(said.length > 0 ? { caveats: said } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  };
}
