import { type ItemOrder, itemOrders } from '../../shared/output/item-order.ts';
import { type OutputState, outputStates } from '../../shared/output/state.ts';
import {
  choiceParam,
  type PeriodSearch,
  pageParam,
  readPeriodSearch,
  textParam,
} from '../app/period-search.ts';

export const outputViews = [
  'matrix',
  'items',
  'grid',
  'calendar',
  'requests',
  'tallies',
  'kinds',
  'commitments',
  'places',
] as const;
const states = ['asked', 'in_work', 'delivered', 'declined'] as const;
const spans = ['quarter', 'year'] as const;
const rowsBy = ['department', 'place', 'responsible'] as const;
const comparisons = ['last_year', 'none'] as const;
export type OutputView = (typeof outputViews)[number];

/** What the address of the page holds. */
export interface OutputSearch extends PeriodSearch {
  /** Absent: the month by month view. */
  view?: OutputView;
  search?: string;
  page?: number;
  kind?: string;
  department?: string;
  /** The cell that is open, as month, quarter or year and kind, or all: `2026-03.event`, `2026-Q1.all`. */
  cell?: string;
  /** What else tells apart what is open or listed: `place:` and its identifier; without one, what says none. */
  of?: string;
  /** How much time each part of the matrix spans; absent: a month. */
  by?: (typeof spans)[number];
  /** What the rows of the matrix are; absent: kinds. */
  rows?: (typeof rowsBy)[number];
  /** What the matrix stands beside; absent: the published report. */
  compare?: (typeof comparisons)[number];
  /** The item that is open: its identifier, or `new`. */
  open?: string;
  /** How requests are laid out; absent: as a board. */
  layout?: 'list';
  state?: (typeof states)[number];
  /** The request that is open: its identifier, or `new`. */
  request?: string;
  /** Which items are listed: those of a state; absent: all. */
  standing?: OutputState;
  /** What items are listed by; absent: the latest first. */
  order?: ItemOrder;
  /** A day of what the calendar shows; absent: today. */
  day?: string;
  /** What the calendar shows at once; absent: a month, or a week where the screen is narrow. */
  span?: 'month' | 'week';
}

const cellPattern = /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?\.[a-z0-9_-]+$/;

/** Reads the address of the page; what is malformed counts as absent. */
export function readOutputSearch(search: Record<string, unknown>): OutputSearch {
  const cell = textParam(search.cell);
  const of = textParam(search.of);
  const day = textParam(search.day);
  return {
    ...readPeriodSearch(search),
    view: choiceParam(search.view, outputViews),
    search: textParam(search.search),
    page: pageParam(search.page),
    kind: textParam(search.kind),
    department: textParam(search.department),
    cell: cell && cellPattern.test(cell) ? cell : undefined,
    of: of && /^(department|place|responsible):/.test(of) ? of : undefined,
    by: choiceParam(search.by, spans),
    rows: choiceParam(search.rows, rowsBy),
    compare: choiceParam(search.compare, comparisons),
    open: textParam(search.open),
    layout: choiceParam(search.layout, ['list']),
    state: choiceParam(search.state, states),
    request: textParam(search.request),
    standing: choiceParam(search.standing, outputStates),
    order: choiceParam(search.order, itemOrders),
    day:
      day && /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
        ? day
        : undefined,
    span: choiceParam(search.span, ['month', 'week']),
  };
}
