import type { NetworkId } from '../../shared/social/networks.ts';
import {
  choiceParam,
  type PeriodSearch,
  pageParam,
  readPeriodSearch,
  textParam,
} from '../app/period-search.ts';

export const socialViews = ['pages', 'pulls', 'connections'] as const;
export type SocialView = (typeof socialViews)[number];

export const growthMetrics = ['followers', 'posts'] as const;
export type GrowthMetric = (typeof growthMetrics)[number];

const networkFilters: readonly NetworkId[] = ['facebook', 'instagram', 'x'];

/** What the address of the page holds. */
export interface SocialSearch extends PeriodSearch {
  view?: SocialView;
  search?: string;
  page?: number;
  network?: NetworkId;
  department?: string;
  metric?: GrowthMetric;
  /** The pages drawn in the chart: their identifiers, with commas. */
  drawn?: string;
}

function listParam(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 700) : undefined;
}

/** Reads the address of the page; what is malformed counts as absent. */
export function readSocialSearch(search: Record<string, unknown>): SocialSearch {
  return {
    ...readPeriodSearch(search),
    view: choiceParam(search.view, socialViews),
    search: textParam(search.search),
    page: pageParam(search.page),
    network: choiceParam(search.network, networkFilters),
    department: textParam(search.department),
    metric: choiceParam(search.metric, growthMetrics),
    drawn: listParam(search.drawn),
  };
}
