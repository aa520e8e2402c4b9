import { addDays, type Day } from '../../shared/calendar/day.ts';
import type { PostKind, PostMetric } from '../../shared/social/post-metrics.ts';
import { pageFigureOn, steadyFraction } from './figures.ts';
import { composePostText } from './post-texts.ts';
import type { SandboxPage } from './sandbox-pages.ts';

/** A post of a page. */
export interface SandboxPost {
  /** Its number among the page's posts, from 1; networks make their identifiers of it. */
  number: number;
  publishedAt: Date;
  kind: PostKind;
  text: string;
}

/** Share of the posts that comes out in each hour from seven in the morning on, in Bogotá. */
const hourWeights = [4, 9, 12, 13, 11, 8, 5, 6, 9, 11, 10, 8, 6, 3, 2];
const firstHourUtc = 12;
const hoursToSettle = 40;
const millisecondsPerHour = 3_600_000;

function minuteOf(fraction: number): number {
  let left = fraction * hourWeights.reduce((sum, weight) => sum + weight, 0);
  for (const [hour, weight] of hourWeights.entries()) {
    if (left < weight) return hour * 60 + Math.floor((left / weight) * 60);
    left -= weight;
  }
  return 0;
}

function instantsOf(page: SandboxPage, day: Day, numbers: number[]): Date[] {
  const start = Date.parse(`${day}T${firstHourUtc}:00:00Z`);
  return numbers
    .map((number) => minuteOf(steadyFraction(page.id, 'time', number)))
    .sort((a, b) => a - b)
    .map((minute) => new Date(start + minute * 60_000));
}

/** Every post of each page until the day that it was last made for, oldest first. */
const postsByPage = new Map<
  string,
  { until: Day; posts: SandboxPost[]; byDay: Map<Day, number> }
>();

function postsUntil(page: SandboxPage, until: Day) {
  const key = `${page.network}/${page.id}`;
  const first = { until: addDays(page.openedOn, -1), posts: [], byDay: new Map<Day, number>() };
  const kept = postsByPage.get(key) ?? first;
  postsByPage.set(key, kept);
  while (kept.until < until) {
    const day = addDays(kept.until, 1);
    const count = (pageFigureOn(page, 'posts', day) ?? 0) - kept.posts.length;
    kept.byDay.set(day, kept.posts.length);
    const numbers = Array.from({ length: count }, (_, at) => kept.posts.length + at + 1);
    for (const [at, publishedAt] of instantsOf(page, day, numbers).entries()) {
      const number = numbers[at] ?? 0;
      kept.posts.push({ number, publishedAt, ...composePostText(page.network, page.id, number) });
    }
    kept.until = day;
  }
  return kept;
}

/**
 * The posts that a page published from one day to another, both included, oldest first: as many
 * as its figure of posts grew. With `now`, those of later today are said to be of this moment.
 */
export function postsOf(page: SandboxPage, from: Day, to: Day, now?: Date): SandboxPost[] {
  if (to < page.openedOn) return [];
  const { posts, byDay } = postsUntil(page, to);
  const end = byDay.get(addDays(to, 1)) ?? posts.length;
  const found = posts.slice(from < page.openedOn ? 0 : (byDay.get(from) ?? end), end);
  if (now === undefined || (found.at(-1)?.publishedAt ?? now) <= now) return found;
  return found.map((post) => (post.publishedAt > now ? { ...post, publishedAt: now } : post));
}

const kindViews: Partial<Record<PostKind, number>> = { video: 1.5, short_video: 2.2, text: 0.6 };

/** How much of what a post will ever have it has by now, from 0 to 1. */
function settledShare(post: SandboxPost, now: Date): number {
  const hours = Math.max(now.getTime() - post.publishedAt.getTime(), 0) / millisecondsPerHour;
  return 1 - Math.exp(-hours / hoursToSettle);
}

/** Everything that is counted of a post at a moment: it grows for a fortnight and then stays. */
export function postCountsOn(
  page: SandboxPage,
  post: SandboxPost,
  now: Date,
): Record<PostMetric, number> {
  const draw = (word: string) => steadyFraction(page.network, page.id, post.number, word);
  const day = post.publishedAt.toISOString().slice(0, 10);
  const followers = pageFigureOn(page, 'followers', day) ?? 0;
  const isHit = draw('hit') < 0.02;
  const views =
    (60 + followers * (0.08 + 0.3 * draw('views') ** 2)) *
    (kindViews[post.kind] ?? 1) *
    (isHit ? 7 : 1);
  const reactions = views * (0.015 + 0.035 * draw('reactions'));
  const ever: Record<PostMetric, number> = {
    views,
    reach: views * (0.6 + 0.2 * draw('reach')),
    reactions,
    comments: reactions * (0.02 + 0.2 * draw('comments')),
    shares: reactions * (0.04 + 0.25 * draw('shares')),
    quotes: reactions * 0.03 * draw('quotes'),
    saves: reactions * (0.02 + 0.08 * draw('saves')),
    clicks: views * (0.005 + 0.02 * draw('clicks')),
  };
  const share = settledShare(post, now);
  const counts = Object.entries(ever).map(([metric, value]) => [metric, Math.floor(value * share)]);
  return Object.fromEntries(counts) as Record<PostMetric, number>;
}
