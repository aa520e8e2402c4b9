import { type PeriodSearch, readPeriodSearch } from '../app/period-search.ts';

/** What the address of the page holds. */
export interface PressSearch extends PeriodSearch {}

/** Reads the address of the page; what is malformed counts as absent. */
export function readPressSearch(search: Record<string, unknown>): PressSearch {
  return readPeriodSearch(search);
}
