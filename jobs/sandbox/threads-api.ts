import { addDays, type Day, daysBetween } from '../../shared/calendar/day.ts';
import { audienceOf } from './audience.ts';
import { dayFigureOn, pageFigureOn } from './figures.ts';
import { graphError, refuseGraphRequest, unknownObject, usageHeaders } from './graph-errors.ts';
import { composeList } from './graph-lists.ts';
import { graphInstant, lifetimeInsight } from './graph-posts.ts';
import { answerDebugToken, answerRefresh } from './graph-tokens.ts';
import { postCountsOn, postsOf, type SandboxPost } from './posts.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { type SandboxPage, sandboxPages } from './sandbox-pages.ts';

const version = '/v1.0';
const retiredMessage = '(#100) The value must be a valid insights metric';

function postId(page: SandboxPage, { number }: SandboxPost): string {
  return `179${page.id.slice(-6)}${String(number).padStart(8, '0')}`;
}

const mediaOf: Partial<Record<SandboxPost['kind'], string>> = {
  photo: 'IMAGE',
  album: 'CAROUSEL_ALBUM',
  video: 'VIDEO',
  short_video: 'VIDEO',
};

/** The profile of whoever gave the token; one that is hidden shows as another. */
function ownProfile({ faults }: SandboxRequest): SandboxPage | undefined {
  const page = sandboxPages.find(({ network }) => network === 'threads');
  if (!page || !faults.hides('threads', page.handle)) return page;
  return { ...page, id: `9${page.id}`, handle: 'otro_perfil' };
}

function pick(asked: string | null, all: Record<string, unknown>): Record<string, unknown> {
  const names = ['id', ...(asked ?? '').split(',')];
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function isPostField(name: string): boolean {
  return ['id', 'media_type', 'permalink', 'text', 'timestamp', 'username'].includes(name);
}

function composePost(page: SandboxPage, post: SandboxPost, { query }: SandboxRequest) {
  const id = postId(page, post);
  return pick(query.get('fields'), {
    id,
    media_type: mediaOf[post.kind] ?? 'TEXT_POST',
    permalink: `https://www.threads.net/@${page.handle}/post/${id}`,
    text: post.text,
    timestamp: graphInstant(post.publishedAt),
    username: page.handle,
  });
}

function answerPosts(page: SandboxPage, request: SandboxRequest): SandboxAnswer {
  const { day, now, query } = request;
  const posts = postsOf(page, page.openedOn, day, now);
  const unknown = (query.get('fields') ?? 'id').split(',').find((name) => !isPostField(name));
  if (unknown) return graphError(400, 100, `(#100) Tried accessing nonexisting field (${unknown})`);
  const limit = Math.min(Number(query.get('limit') ?? 25), 100);
  const compose = (post: SandboxPost) => composePost(page, post, request);
  return { status: 200, body: composeList(posts, request, limit, compose) };
}

function isRetired(request: SandboxRequest, name: string): boolean {
  return request.faults.take('retired_metric', request, (at) => at.metric === name) !== undefined;
}

function dayOfSeconds(seconds: string | null, fallback: Day): Day {
  return seconds ? new Date(Number(seconds) * 1_000).toISOString().slice(0, 10) : fallback;
}

function composeViews(page: SandboxPage, request: SandboxRequest) {
  const { query, day: today } = request;
  const from = dayOfSeconds(query.get('since'), addDays(today, -2));
  const to = dayOfSeconds(query.get('until'), today);
  const days = Array.from({ length: Math.max(daysBetween(from, to), 0) }, (_, at) =>
    addDays(from, at),
  );
  const over = days.filter((day) => day >= page.openedOn && day < today);
  const values = over.map((day) => ({
    value: dayFigureOn(page, 'views', day),
    end_time: `${addDays(day, 1)}T08:00:00+0000`,
  }));
  return { name: 'views', period: 'day', values, title: 'views', description: '', id: 'views/day' };
}

/** An age or a gender by itself, from both together. */
function partOf(key: string, breakdown: string): string {
  const [age = key, gender = key] = key.split('/');
  return breakdown === 'age' ? age : gender;
}

function composeDemographics(page: SandboxPage, { day, query }: SandboxRequest) {
  const breakdown = query.get('breakdown') ?? 'country';
  const isPart = breakdown === 'age' || breakdown === 'gender';
  const dimension = isPart ? 'age_gender' : breakdown;
  const people = new Map<string, number>();
  for (const slice of audienceOf(page, day).filter((one) => one.dimension === dimension)) {
    const key = isPart ? partOf(slice.key, breakdown) : slice.key;
    people.set(key, (people.get(key) ?? 0) + slice.value);
  }
  const results = [...people].map(([key, value]) => ({ dimension_values: [key], value }));
  return {
    name: 'follower_demographics',
    period: 'lifetime',
    title: 'follower demographics',
    description: '',
    total_value: { breakdowns: [{ dimension_keys: [breakdown], results }] },
    id: 'follower_demographics/lifetime',
  };
}

function composeInsight(page: SandboxPage, name: string, request: SandboxRequest) {
  if (name === 'views') return composeViews(page, request);
  if (name === 'follower_demographics') return composeDemographics(page, request);
  if (name !== 'followers_count') return null;
  const value = pageFigureOn(page, 'followers', request.day) ?? 0;
  const title = 'followers count';
  return { name, period: 'day', title, description: '', total_value: { value }, id: `${name}/day` };
}

function answerInsights(page: SandboxPage, request: SandboxRequest): SandboxAnswer {
  const names = (request.query.get('metric') ?? '').split(',');
  const data = names.map((name) => {
    return isRetired(request, name) ? null : composeInsight(page, name, request);
  });
  if (data.includes(null)) return graphError(400, 100, retiredMessage);
  return { status: 200, body: { data } };
}

const postMetrics = {
  views: 'views',
  likes: 'reactions',
  replies: 'comments',
  reposts: 'shares',
  quotes: 'quotes',
} as const;

function answerPostInsights(page: SandboxPage, id: string, request: SandboxRequest): SandboxAnswer {
  const { day, now, query } = request;
  const post = postsOf(page, page.openedOn, day, now).find((one) => postId(page, one) === id);
  if (!post) return unknownObject([id]);
  const counts = postCountsOn(page, post, now);
  const names = (query.get('metric') ?? '').split(',');
  const isKnown = (name: string): name is keyof typeof postMetrics =>
    Object.hasOwn(postMetrics, name);
  const known = names.filter(isKnown);
  if (known.length < names.length || known.some((name) => isRetired(request, name))) {
    return graphError(400, 100, retiredMessage);
  }
  const data = known.map((name) => lifetimeInsight(id, name, counts[postMetrics[name]]));
  return { status: 200, body: { data } };
}

function route(request: SandboxRequest): SandboxAnswer {
  const page = ownProfile(request);
  if (!page) return unknownObject(['me']);
  if (request.path === '/refresh_access_token') return answerRefresh(request, 'th_refresh_token');
  const [, name = '', edge = ''] = /^\/v1\.0\/(\w+)(?:\/(\w+))?$/.exec(request.path) ?? [];
  if (name === 'debug_token') return answerDebugToken(request);
  if (name !== 'me') return answerPostInsights(page, name, request);
  if (edge === 'threads') return answerPosts(page, request);
  if (edge === 'threads_insights') return answerInsights(page, request);
  const profile = { id: page.id, username: page.handle, name: page.title };
  return { status: 200, body: pick(request.query.get('fields'), profile) };
}

/** Threads API v1.0, as far as the profile of a token, its posts and its insights go. */
export function answerThreads(request: SandboxRequest): SandboxAnswer {
  const isKnown =
    request.path.startsWith(`${version}/`) || request.path === '/refresh_access_token';
  if (!isKnown) return graphError(400, 2_500, 'Unknown path components');
  const answer = refuseGraphRequest(request) ?? route(request);
  return { ...answer, headers: { ...usageHeaders(1), ...answer.headers } };
}
