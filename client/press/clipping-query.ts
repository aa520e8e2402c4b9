import type { Inputs } from '../app/api.ts';
import { filterNames, type PressSearch } from './press-search.ts';

/** What of the appearances is asked for. */
export type AskedFilter = Omit<Inputs['press']['listClippings'], 'page' | 'pageSize' | 'order'>;

/** What is seen of the table: what a view keeps. */
export type Seen = Pick<Inputs['press']['createSavedView'], 'filter' | 'order' | 'columns'>;

const isYes = (word: 'yes' | 'no' | undefined) => (word === undefined ? undefined : word === 'yes');
const word = (yes: boolean | undefined) => (yes === undefined ? undefined : yes ? 'yes' : 'no');

/** What the filters in the address ask for, within some days. */
export function filterOf(search: PressSearch, days: { from: string; to: string }): AskedFilter {
  const { channel, medium, format, tone, standing, grade, origin, entry, review } = search;
  const { section, author, topic, spokesperson } = search;
  return {
    ...days,
    search: search.search ?? '',
    ...{ channel, medium, format, tone, standing, grade, origin, entry, review },
    ...{ section, author, topic, spokesperson },
    outletId: search.outlet,
    departmentId: search.department,
    eventId: search.event,
    keyMessageId: search.message,
    isPaid: isYes(search.paid),
    underContract: isYes(search.contract),
    hasEvidence: isYes(search.evidence),
    minValueCop: search.min,
    maxValueCop: search.max,
    lacking: search.lacking?.split(',') as AskedFilter['lacking'],
  };
}

/** An address without any filter. */
export function noFilters(): Partial<PressSearch> {
  return Object.fromEntries(filterNames.map((name) => [name, undefined]));
}

/** The filters of a view that somebody kept, as the address has them; all others are taken off. */
export function searchOf(filter: AskedFilter): Partial<PressSearch> {
  const { channel, medium, format, tone, standing, grade, origin, entry, review } = filter;
  const { section, author, topic, spokesperson } = filter;
  return {
    ...noFilters(),
    search: filter.search || undefined,
    ...{ channel, medium, format, tone, standing, grade, origin, entry, review },
    ...{ section, author, topic, spokesperson },
    outlet: filter.outletId,
    department: filter.departmentId,
    event: filter.eventId,
    message: filter.keyMessageId,
    paid: word(filter.isPaid),
    contract: word(filter.underContract),
    evidence: word(filter.hasEvidence),
    min: filter.minValueCop,
    max: filter.maxValueCop,
    lacking: filter.lacking?.length ? filter.lacking.join(',') : undefined,
  };
}
