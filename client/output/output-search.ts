import { type PeriodSearch, readPeriodSearch } from '../app/period-search.ts';

/** What the address of the page holds. */
export interface OutputSearch extends PeriodSearch {}

/** Reads the address of the page; what is malformed counts as absent. */
export function readOutputSearch(search: Record<string, unknown>): OutputSearch {
  return readPeriodSearch(search);
}
