import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import type { Period } from './figure-schemas.ts';
import type { EngagementFigure, PeriodSum } from './period-figures.ts';
import { type PostCounts, type PostMetric, postMetrics } from './post-metrics.ts';

/** What people do with a post besides seeing it and opening it. */
const engagementMetrics = [
  'reactions',
  'comments',
  'shares',
  'quotes',
  'saves',
] as const satisfies readonly PostMetric[];

/** Engagements of a post: the sum of those that were given; null when none was. */
export function engagementsOf(counts: PostCounts): number | null {
  const given = engagementMetrics.flatMap((metric) => counts[metric] ?? []);
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0);
}

/**
 * Engagements for each one of the base (followers, or people reached): a fraction, such as 0.034.
 * Null when either is unknown or the base is zero.
 */
export function engagementRate(engagements: number | null, base: number | null): number | null {
  return engagements === null || base === null || base === 0 ? null : engagements / base;
}

/** Counts of one post by several sources, in the order in which they are believed: each count is the first given. */
export function believedCounts(inOrder: readonly PostCounts[]): PostCounts {
  const believed: PostCounts = {};
  for (const metric of postMetrics) {
    const value = inOrder.find((counts) => counts[metric] !== undefined)?.[metric];
    if (value !== undefined) believed[metric] = value;
  }
  return believed;
}

/** Networks give the figures of a day up to three days late. */
const latestDays = 3;

/** Whether days read run without a gap through a period, or as far as networks tell of it already. */
function covers({ days, until }: PeriodSum, { from, to }: Period, today: Day): boolean {
  const told = addDays(today, -latestDays);
  return days === daysBetween(from, until) + 1 && until >= (to < told ? to : told);
}

/** What is known of the engagements of a page in a period that has passed. */
export interface EngagementsKnown {
  days: PeriodSum | undefined;
  posts: { posts: number | null; counted: number; engagements: number | null } | undefined;
  period: Period;
  today: Day;
}

function ofPosts({ posts }: EngagementsKnown): EngagementFigure | null {
  if (!posts || posts.posts === null || posts.engagements === null) return null;
  return { of: 'posts', value: posts.engagements, posts: posts.posts, counted: posts.counted };
}

/**
 * The engagements of a page, of which this is the one definition: its days' where they cover the
 * period, else its posts'; where nobody knows its posts, those of the days that were read.
 */
export function engagementFigure(known: EngagementsKnown): EngagementFigure | null {
  const { days, period, today } = known;
  const asDays: EngagementFigure | null = days ? { of: 'days', ...days } : null;
  return asDays && covers(asDays, period, today) ? asDays : (ofPosts(known) ?? asDays);
}

/** The engagements of a time by the one definition or the other; null where there are none by it. */
export function engagementAs(
  of: EngagementFigure['of'],
  known: EngagementsKnown,
): EngagementFigure | null {
  if (of === 'posts') return ofPosts(known);
  return known.days ? { of, ...known.days } : null;
}

/** What a figure is compared with: the engagements of another period by the same definition, where they cover it. */
export function engagementBeside(
  { of }: EngagementFigure,
  known: EngagementsKnown,
): EngagementFigure | null {
  const isCovered = known.days && covers(known.days, known.period, known.today);
  return of === 'posts' || isCovered ? engagementAs(of, known) : null;
}
