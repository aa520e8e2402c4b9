import type { Lack } from '../../../shared/press/clipping-columns.ts';
import type { ClippingFilter, ClippingOrder } from '../../../shared/press/clipping-list.ts';
import type { Dialect } from '../../database/connection.ts';
import type { SearchPlan } from './search-plan.ts';

/** The filters that are one column equal to one value, with their columns. */
const columnOf = {
  channel: 'channel',
  outletId: 'outlet_id',
  format: 'format',
  grade: 'grade',
  section: 'section',
  author: 'author',
  topic: 'topic',
  spokesperson: 'spokesperson',
  origin: 'origin',
  departmentId: 'department_id',
  eventId: 'event_id',
  entry: 'entry',
} as const satisfies Partial<Record<keyof ClippingFilter, string>>;

export type EqualColumn =
  | (typeof columnOf)[keyof typeof columnOf]
  | 'tone'
  | 'standing'
  | 'review_state'
  | 'is_paid'
  | 'under_contract';

/** What of a filter decides the text of its query; the values are parameters. */
export interface FilterShape {
  equal: readonly EqualColumn[];
  /** The columns of which there must be nothing. */
  empty: readonly (
    | 'tone'
    | 'review_state'
    | Exclude<Lack, 'event' | 'department'>
    | 'event_id'
    | 'department_id'
  )[];
  given: readonly ('from' | 'to' | 'medium' | 'keyMessageId' | 'minValueCop' | 'maxValueCop')[];
  hasEvidence: boolean | null;
  /** Only those that count as free press, with a value or without. */
  counted: boolean;
  removed: boolean;
  search: SearchPlan;
  /** How many words are tried on each row: only where the rows are walked over. */
  words: number;
}

/** What of a page of a list decides the text of its query. */
export interface ListShape extends FilterShape {
  order: ClippingOrder;
}

type Value = string | number;
export type Values = Readonly<Record<string, Value | undefined>>;

const flag = (yes: boolean): Value => (yes ? 1 : 0);

function equalValues(filter: ClippingFilter): [EqualColumn, Value][] {
  const found: [EqualColumn, Value][] = [];
  for (const [name, column] of Object.entries(columnOf)) {
    const value = filter[name as keyof typeof columnOf];
    if (value !== undefined) found.push([column, value]);
  }
  const { tone, standing, review, isPaid, underContract } = filter;
  if (tone !== undefined && tone !== 'unclassified') found.push(['tone', tone]);
  if (standing !== undefined && standing !== 'counted') found.push(['standing', standing]);
  if (review !== undefined && review !== 'unreviewed') found.push(['review_state', review]);
  if (isPaid !== undefined) found.push(['is_paid', flag(isPaid)]);
  if (underContract !== undefined) found.push(['under_contract', flag(underContract)]);
  return found;
}

function emptyColumns({ tone, review, lacking }: ClippingFilter): FilterShape['empty'] {
  const lacked = lacking.map((lack) =>
    lack === 'event' || lack === 'department' ? (`${lack}_id` as const) : lack,
  );
  return [
    ...(tone === 'unclassified' ? (['tone'] as const) : []),
    ...(review === 'unreviewed' ? (['review_state'] as const) : []),
    ...lacked,
  ];
}

const given = ['from', 'to', 'medium', 'keyMessageId', 'minValueCop', 'maxValueCop'] as const;

/** The words to search in the forms that the plans ask for, under the names of their placeholders. */
function searchValues(terms: readonly string[], dialect: Dialect): [string, string][] {
  const match =
    dialect === 'sqlite'
      ? terms.map((term) => `"${term}"*`).join(' AND ')
      : terms.map((term) => `'${term}':*`).join(' & ');
  const patterns = terms.map((term, index): [string, string] => [`word${index}`, `% ${term}%`]);
  return [['match', match], ...patterns];
}

/** The text and the values that a filter asks for; each value has the name of its placeholder. */
export function shapeFilter(
  filter: ClippingFilter,
  terms: readonly string[],
  dialect: Dialect,
): { shape: FilterShape; values: Values } {
  const equal = equalValues(filter);
  const shape: FilterShape = {
    equal: equal.map(([column]) => column),
    empty: emptyColumns(filter),
    given: given.filter((name) => filter[name] !== undefined),
    hasEvidence: filter.hasEvidence ?? null,
    counted: filter.standing === 'counted',
    removed: filter.removed,
    search: 'none',
    words: 0,
  };
  const values = {
    ...Object.fromEntries(equal),
    ...Object.fromEntries(given.map((name) => [name, filter[name]])),
    ...Object.fromEntries(searchValues(terms, dialect)),
  };
  return { shape, values };
}
