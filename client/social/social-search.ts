import { type PeriodSearch, readPeriodSearch } from '../app/period-search.ts';

/** What the address of the page holds. */
export interface SocialSearch extends PeriodSearch {}

/** Reads the address of the page; what is malformed counts as absent. */
export function readSocialSearch(search: Record<string, unknown>): SocialSearch {
  return readPeriodSearch(search);
}
