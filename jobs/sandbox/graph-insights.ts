import { addDays, type Day, daysBetween } from '../../shared/calendar/day.ts';
import { pageFigureOn, steadyFraction } from './figures.ts';
import { graphError } from './graph-errors.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import type { SandboxPage } from './sandbox-pages.ts';

/** Share of the followers that a metric of a day comes to. */
const pageMetrics: Record<string, number> = {
  page_media_view: 0.31,
  page_total_media_view_unique: 0.18,
  page_follows: 1,
  page_daily_follows_unique: 0.0006,
};
const accountMetrics: Record<string, number> = { reach: 0.21, views: 0.44 };

const mostDays = 90;

/** What a page reached on a day; null before it opened. */
function insightOn(page: SandboxPage, metric: string, share: number, day: Day): number | null {
  const followers = pageFigureOn(page, 'followers', day);
  if (followers === null || share === 1) return followers;
  return Math.round(followers * share * (0.5 + steadyFraction(page.id, metric, day)));
}

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

function composeSeries(page: SandboxPage, metric: string, share: number, days: Day[]) {
  const isTotal = page.network === 'instagram' && metric === 'views';
  const values = days.flatMap((day) => {
    const value = insightOn(page, metric, share, day);
    return value === null ? [] : [{ value, end_time: endOf(day) }];
  });
  const total = values.reduce((sum, at) => sum + at.value, 0);
  return {
    name: metric,
    period: 'day',
    ...(isTotal ? { total_value: { value: total } } : { values }),
    title: metric.replaceAll('_', ' '),
    description: '',
    id: `${page.id}/insights/${metric}/day`,
  };
}

function invalidMetric(): SandboxAnswer {
  return graphError(400, 100, '(#100) The value must be a valid insights metric');
}

/** Insights by day; one metric that is unknown or retired fails the whole call. */
export function answerInsights(page: SandboxPage, request: SandboxRequest): SandboxAnswer {
  const known = page.network === 'instagram' ? accountMetrics : pageMetrics;
  const metrics = (request.query.get('metric') ?? '').split(',').filter(Boolean);
  const isBad = metrics.some(
    (metric) =>
      known[metric] === undefined ||
      request.faults.take('retired_metric', request, (fault) => fault.metric === metric),
  );
  if (isBad || metrics.length === 0) return invalidMetric();
  const from = dayIn(request, 'since', addDays(request.day, -2));
  const to = dayIn(request, 'until', request.day);
  const count = daysBetween(from, to);
  if (count > mostDays) {
    const message = '(#100) There cannot be more than 90 days (7776000 s) between since and until';
    return graphError(400, 100, message);
  }
  const days = Array.from({ length: Math.max(count, 0) }, (_, index) => addDays(from, index));
  const data = metrics.map((metric) => composeSeries(page, metric, known[metric] ?? 0, days));
  return { status: 200, body: { data } };
}
