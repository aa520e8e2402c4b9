import { sortColumns } from '../../shared/press/clipping-columns.ts';
import type { ClippingOrder } from '../../shared/press/clipping-list.ts';
import {
  choiceParam,
  type PeriodSearch,
  pageParam,
  readPeriodSearch,
  textParam,
} from '../app/period-search.ts';

export const pressViews = [
  'clippings',
  'inbox',
  'duplicates',
  'coverage',
  'review',
  'outlets',
  'rates',
  'feeds',
  'tallies',
] as const;
export type PressView = (typeof pressViews)[number];

const choices = {
  channel: ['press', 'broadcast_digital'],
  medium: ['press', 'digital', 'television', 'radio'],
  format: ['print', 'web', 'television', 'radio'],
  tone: ['positive', 'neutral', 'negative', 'unclassified'],
  standing: ['valued', 'unvalued', 'not_counted', 'counted'],
  grade: ['A', 'B', 'C', 'D'],
  origin: ['own_initiative', 'reactive'],
  entry: ['manual', 'url', 'feed', 'import'],
  review: ['sent_back', 'approved', 'unreviewed'],
  paid: ['yes', 'no'],
  contract: ['yes', 'no'],
  evidence: ['yes', 'no'],
} as const;
const texts = [
  'outlet',
  'section',
  'author',
  'topic',
  'spokesperson',
  'department',
  'event',
  'message',
] as const;
/** Filters that are words joined by commas, or whole pesos. */
const lists = ['lacking', 'columns'] as const;
const amounts = ['min', 'max'] as const;

/** The filters of the table in the address, besides the words and the period. */
export const filterNames = [
  ...(Object.keys(choices) as (keyof typeof choices)[]),
  ...texts,
  ...amounts,
  'lacking',
  'month',
  'search',
] as const;
const priceParts = ['policies', 'revaluations'] as const;

type Choices = { [Name in keyof typeof choices]?: (typeof choices)[Name][number] };
type Texts = { [Name in (typeof texts)[number] | (typeof lists)[number]]?: string };
type Amounts = { [Name in (typeof amounts)[number]]?: number };

/** What the address of the page holds. */
export interface PressSearch extends PeriodSearch, Choices, Texts, Amounts {
  view?: PressView;
  search?: string;
  page?: number;
  /** One month of the period, opened from the chart. */
  month?: string;
  order?: ClippingOrder;
  /** The figure of the month's review whose appearances are listed, such as `matter:unvalued`. */
  figure?: string;
  /** What of the prices is shown, where it is not the rates. */
  part?: (typeof priceParts)[number];
  /** The appearance that is open: its identifier, or `new`. */
  open?: string;
}

function each<Name extends string, Value>(
  names: readonly Name[],
  read: (name: Name) => Value,
): { [Each in Name]: Value } {
  return Object.fromEntries(names.map((name) => [name, read(name)])) as { [Each in Name]: Value };
}

function readFilters(search: Record<string, unknown>): Choices & Texts & Amounts {
  const names = Object.keys(choices) as (keyof typeof choices)[];
  return {
    ...(each(names, (name) =>
      choiceParam(search[name], choices[name] as readonly string[]),
    ) as Choices),
    ...each([...texts, ...lists], (name) => textParam(search[name])),
    ...each(amounts, (name) => pageParam(search[name])),
  };
}

const orders = sortColumns.flatMap((column) => [`${column}_asc`, `${column}_desc`] as const);

/** Reads the address of the page; what is malformed counts as absent. */
export function readPressSearch(search: Record<string, unknown>): PressSearch {
  const month = textParam(search.month);
  return {
    ...readPeriodSearch(search),
    view: choiceParam(search.view, pressViews),
    search: textParam(search.search),
    page: pageParam(search.page),
    month: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    ...readFilters(search),
    order: choiceParam<ClippingOrder>(search.order, orders),
    figure: textParam(search.figure),
    part: choiceParam(search.part, priceParts),
    open: textParam(search.open),
  };
}
