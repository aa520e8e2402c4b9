import { type AlertKind, alertKinds } from '../../shared/social/alert-kinds.ts';
import {
  type OverviewSort,
  overviewSorts,
  type PostRanking,
  postRankings,
} from '../../shared/social/figure-rows.ts';
import { type Metric, metrics } from '../../shared/social/metrics.ts';
import { type NetworkId, networks } from '../../shared/social/networks.ts';
import { type PostKind, postKinds } from '../../shared/social/post-metrics.ts';
import {
  type PullKind,
  type PullState,
  pullKinds,
  pullStates,
} from '../../shared/social/pull-rows.ts';
import {
  choiceParam,
  type PeriodSearch,
  pageParam,
  readPeriodSearch,
  textParam,
} from '../app/period-search.ts';

export const socialViews = [
  'overview',
  'compare',
  'posts',
  'pages',
  'typing',
  'pulls',
  'connections',
  'alerts',
] as const;
export type SocialView = (typeof socialViews)[number];

/** Days without posts after which a page counts as neglected. */
export const quietDays = [7, 14, 30, 60, 90] as const;
export type QuietDays = (typeof quietDays)[number];

/** What the address of the page holds. */
export interface SocialSearch extends PeriodSearch {
  view?: SocialView;
  search?: string;
  page?: number;
  network?: NetworkId;
  department?: string;
  metric?: Metric;
  /** The page whose own screen is open. */
  of?: string;
  /** With what the period is compared; the one before while it is absent. */
  against?: 'last_year';
  sort?: OverviewSort;
  /** The order goes up; down while it is absent. */
  up?: true;
  quiet?: QuietDays;
  rank?: PostRanking;
  kind?: PostKind;
  topic?: string;
  /** Which alerts are listed: those that go on while it is absent. */
  told?: 'dismissed' | 'closed';
  alert?: AlertKind;
  /** The connection that is open. */
  connection?: string;
  /** The pull whose record is open. */
  pull?: string;
  /** Of the open pull, only what failed. */
  failed?: true;
  /** What the list of pulls is narrowed to. */
  state?: PullState;
  reads?: PullKind;
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
    network: choiceParam(search.network, networks),
    department: textParam(search.department),
    metric: choiceParam(search.metric, metrics),
    of: textParam(search.of),
    against: choiceParam(search.against, ['last_year']),
    sort: choiceParam(search.sort, overviewSorts),
    up: search.up === true || undefined,
    quiet: quietDays.find((days) => days === Number(search.quiet)),
    rank: choiceParam(search.rank, postRankings),
    kind: choiceParam(search.kind, postKinds),
    topic: textParam(search.topic),
    told: choiceParam(search.told, ['dismissed', 'closed']),
    alert: choiceParam(search.alert, alertKinds),
    connection: textParam(search.connection),
    pull: textParam(search.pull),
    failed: search.failed === true || undefined,
    state: choiceParam(search.state, pullStates),
    reads: choiceParam(search.reads, pullKinds),
    drawn: listParam(search.drawn),
  };
}
