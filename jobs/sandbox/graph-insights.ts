import { addDays, type Day, daysBetween } from '../../shared/calendar/day.ts';
import { audienceOf } from './audience.ts';
import { type DayMetric, dayFigureOn, pageFigureOn } from './figures.ts';
import { graphError } from './graph-errors.ts';
import { UnknownMetric } from './graph-fields.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import type { SandboxPage } from './sandbox-pages.ts';

/** What a metric says of a day; null before the page opened. */
type DayReader = (page: SandboxPage, day: Day) => unknown;

const dayOf =
  (metric: DayMetric): DayReader =>
  (page, day) =>
    dayFigureOn(page, metric, day);

const peopleBy =
  (dimension: string): DayReader =>
  (page, day) => {
    const slices = audienceOf(page, day).filter((slice) => slice.dimension === dimension);
    return Object.fromEntries(slices.map(({ key, value }) => [key, value]));
  };

const pageMetrics: Record<string, DayReader> = {
  page_follows: (page, day) => pageFigureOn(page, 'followers', day),
  page_media_view: dayOf('views'),
  page_total_media_view_unique: dayOf('reach'),
  page_post_engagements: dayOf('engagements'),
  page_daily_follows_unique: dayOf('follows'),
  page_daily_unfollows_unique: dayOf('unfollows'),
  page_follows_city: peopleBy('city'),
  page_follows_country: peopleBy('country'),
};
const accountSeries: Record<string, DayReader> = { reach: dayOf('reach') };
const accountTotals: Record<string, DayReader> = {
  views: dayOf('views'),
  total_interactions: dayOf('engagements'),
};

function dayIn(request: SandboxRequest, name: string, fallback: Day): Day {
  const text = request.query.get(name) ?? '';
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return text.slice(0, 10);
  if (/^\d{9,10}$/.test(text)) return new Date(Number(text) * 1_000).toISOString().slice(0, 10);
  return fallback;
}

/** Days end at midnight in California, which the API writes as the next day at 08:00 UTC. */
function endOf(day: Day): string {
  return `${addDays(day, 1)}T08:00:00+0000`;
}

function about(page: SandboxPage, name: string, period: string) {
  const title = name.replaceAll('_', ' ');
  return { name, period, title, description: '', id: `${page.id}/insights/${name}/${period}` };
}

function sumOver(days: Day[], page: SandboxPage, metric: DayMetric): number {
  return days.reduce((sum, day) => sum + (dayFigureOn(page, metric, day) ?? 0), 0);
}

/** People who came and people who left, apart. */
function followsAndUnfollows(page: SandboxPage, days: Day[]) {
  const results = [
    { dimension_values: ['FOLLOWER'], value: sumOver(days, page, 'follows') },
    { dimension_values: ['NON_FOLLOWER'], value: sumOver(days, page, 'unfollows') },
  ];
  return { breakdowns: [{ dimension_keys: ['follow_type'], results }] };
}

/** Followers by age and gender, country or city. */
function demographics(page: SandboxPage, request: SandboxRequest) {
  const keys = (request.query.get('breakdown') ?? 'country').split(',');
  const dimension = keys.join('_');
  const slices = audienceOf(page, request.day).filter((slice) => slice.dimension === dimension);
  const results = slices.map(({ key, value }) => ({ dimension_values: key.split('/'), value }));
  return { breakdowns: [{ dimension_keys: keys, results }] };
}

const fewestFollowers = 100;

/** Who the followers are is not told of accounts of fewer than a hundred. */
function refuseAudience(
  page: SandboxPage,
  names: string[],
  { day }: SandboxRequest,
): SandboxAnswer | null {
  if (!names.includes('follower_demographics')) return null;
  if ((pageFigureOn(page, 'followers', day) ?? 0) >= fewestFollowers) return null;
  return graphError(400, 10, '(#10) Not enough followers for the account to show insights');
}

function composeTotal(page: SandboxPage, name: string, days: Day[], request: SandboxRequest) {
  if (name === 'follower_demographics') {
    return { ...about(page, name, 'lifetime'), total_value: demographics(page, request) };
  }
  if (name === 'follows_and_unfollows') {
    return { ...about(page, name, 'day'), total_value: followsAndUnfollows(page, days) };
  }
  const read = accountTotals[name];
  if (!read) throw new UnknownMetric(name);
  const value = days.reduce((sum, day) => sum + Number(read(page, day) ?? 0), 0);
  return { ...about(page, name, 'day'), total_value: { value } };
}

function composeSeries(page: SandboxPage, name: string, days: Day[], request: SandboxRequest) {
  const readers = page.network === 'facebook' ? pageMetrics : accountSeries;
  if (request.query.get('metric_type') === 'total_value') {
    return composeTotal(page, name, days, request);
  }
  const read = readers[name];
  if (!read) throw new UnknownMetric(name);
  const values = days.flatMap((day) => {
    const value = read(page, day);
    return value === null ? [] : [{ value, end_time: endOf(day) }];
  });
  return { ...about(page, name, 'day'), values };
}

function isRetired(request: SandboxRequest, name: string): boolean {
  return request.faults.take('retired_metric', request, (at) => at.metric === name) !== undefined;
}

/** Insights by day, of days that are over. @throws {UnknownMetric} for one that fails the whole call. */
export function answerInsights(page: SandboxPage, request: SandboxRequest): SandboxAnswer {
  const names = (request.query.get('metric') ?? '').split(',').filter(Boolean);
  const gone = names.find((name) => isRetired(request, name));
  if (gone !== undefined || names.length === 0) throw new UnknownMetric(gone);
  const from = dayIn(request, 'since', addDays(request.day, -2));
  const to = dayIn(request, 'until', request.day);
  const count = daysBetween(from, to);
  const mostDays = page.network === 'facebook' ? 90 : 30;
  if (count > mostDays) {
    const message = `(#100) There cannot be more than ${mostDays} days (${mostDays * 86_400} s) between since and until`;
    return graphError(400, 100, message);
  }
  const refused = refuseAudience(page, names, request);
  if (refused) return refused;
  const days = Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(from, index));
  const over = days.filter((day) => day < request.day);
  const data = names.map((name) => composeSeries(page, name, over, request));
  return { status: 200, body: { data } };
}
