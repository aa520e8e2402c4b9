import { addDays, daysBetween } from '../../shared/calendar/day.ts';
import { audienceOf } from './audience.ts';
import { type DayMetric, dayFigureOn } from './figures.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { type SandboxPage, sandboxPages } from './sandbox-pages.ts';
import { youtubeError } from './youtube-errors.ts';

const metrics: Record<string, DayMetric> = {
  views: 'views',
  subscribersGained: 'follows',
  subscribersLost: 'unfollows',
};
/** Reports run two days late. */
const lateDays = 2;

function report(dimensions: string[], names: string[], rows: unknown[][]): SandboxAnswer {
  const columnHeaders = [
    ...dimensions.map((name) => ({ name, columnType: 'DIMENSION', dataType: 'STRING' })),
    ...names.map((name) => ({ name, columnType: 'METRIC', dataType: 'INTEGER' })),
  ];
  return { status: 200, body: { kind: 'youtubeAnalytics#resultTable', columnHeaders, rows } };
}

function composeDays(page: SandboxPage, names: string[], request: SandboxRequest): SandboxAnswer {
  const { query, faults, day: today } = request;
  const isGone = (name: string) =>
    metrics[name] === undefined ||
    faults.take('retired_metric', request, (at) => at.metric === name) !== undefined;
  const gone = names.find(isGone);
  if (gone !== undefined) {
    const message = `Unknown identifier (${gone}) given in field parameters.metrics.`;
    return youtubeError(400, 'badRequest', message);
  }
  const from = query.get('startDate') ?? today;
  const to = query.get('endDate') ?? today;
  const count = Math.max(daysBetween(from, to) + 1, 0);
  const days = Array.from({ length: count }, (_, at) => addDays(from, at));
  const told = days.filter((day) => day >= page.openedOn && day <= addDays(today, -lateDays));
  const rows = told.map((day) => [
    day,
    ...names.map((name) => dayFigureOn(page, metrics[name] ?? 'views', day)),
  ]);
  return report(['day'], names, rows);
}

const genders: Record<string, string> = { F: 'female', M: 'male' };

function composeViewers(page: SandboxPage, { day }: SandboxRequest): SandboxAnswer {
  const slices = audienceOf(page, day).filter(({ dimension }) => dimension === 'age_gender');
  const people = slices.reduce((sum, { value }) => sum + value, 0);
  const rows = slices.map(({ key, value }) => {
    const [age = '', gender = ''] = key.split('/');
    const share = Math.round((value / people) * 1_000) / 10;
    return [`age${age.replace('+', '-')}`, genders[gender], share];
  });
  return report(['ageGroup', 'gender'], ['viewerPercentage'], rows);
}

/** A report of the channel that the owner's token names. */
export function answerReport(request: SandboxRequest): SandboxAnswer {
  const { query, faults } = request;
  const id = query.get('ids')?.replace('channel==', '');
  const page = sandboxPages.find((one) => one.network === 'youtube' && one.id === id);
  if (!page || faults.hides('youtube', page.handle)) {
    return youtubeError(403, 'forbidden', 'Forbidden');
  }
  const names = (query.get('metrics') ?? '').split(',');
  if (query.get('dimensions') === 'ageGroup,gender') return composeViewers(page, request);
  return composeDays(page, names, request);
}
