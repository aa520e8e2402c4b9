import type { Channel } from '../../shared/press/channels.ts';
import {
  choiceParam,
  type PeriodSearch,
  pageParam,
  readPeriodSearch,
  textParam,
} from '../app/period-search.ts';

export const pressViews = ['clippings', 'review', 'outlets', 'rates', 'tallies'] as const;
export type PressView = (typeof pressViews)[number];

const channelFilters = ['press', 'broadcast_digital'] as const;
const toneFilters = ['positive', 'neutral', 'negative', 'unclassified'] as const;
const standingFilters = ['valued', 'unvalued', 'not_counted'] as const;
const formatFilters = ['print', 'web', 'television', 'radio'] as const;
const priceParts = ['policies', 'revaluations'] as const;
const orders = ['day_desc', 'day_asc', 'value_desc', 'value_asc'] as const;

/** What the address of the page holds. */
export interface PressSearch extends PeriodSearch {
  view?: PressView;
  search?: string;
  page?: number;
  /** One month of the period, opened from the chart. */
  month?: string;
  channel?: Channel;
  outlet?: string;
  tone?: (typeof toneFilters)[number];
  standing?: (typeof standingFilters)[number];
  format?: (typeof formatFilters)[number];
  order?: (typeof orders)[number];
  /** The figure of the month's review whose appearances are listed, such as `matter:unvalued`. */
  figure?: string;
  /** What of the prices is shown, where it is not the rates. */
  part?: (typeof priceParts)[number];
  /** The appearance that is open: its identifier, or `new`. */
  open?: string;
}

/** Reads the address of the page; what is malformed counts as absent. */
export function readPressSearch(search: Record<string, unknown>): PressSearch {
  const month = textParam(search.month);
  return {
    ...readPeriodSearch(search),
    view: choiceParam(search.view, pressViews),
    search: textParam(search.search),
    page: pageParam(search.page),
    month: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    channel: choiceParam(search.channel, channelFilters),
    outlet: textParam(search.outlet),
    tone: choiceParam(search.tone, toneFilters),
    standing: choiceParam(search.standing, standingFilters),
    format: choiceParam(search.format, formatFilters),
    order: choiceParam(search.order, orders),
    figure: textParam(search.figure),
    part: choiceParam(search.part, priceParts),
    open: textParam(search.open),
  };
}
