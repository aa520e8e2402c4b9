import { pageFigureOn } from './figures.ts';
import { findRefusal, type Refusal } from './find-refusal.ts';
import { postCountsOn, postsOf } from './posts.ts';
import { type SandboxAnswer, type SandboxRequest, sandboxTokenPrefix } from './protocol.ts';
import { answerRenewal } from './renewed-token.ts';
import { type SandboxPage, sandboxPages } from './sandbox-pages.ts';

const mostVideos = 20;
const daySeconds = 86_400;

/** Every answer of the API has an error; of a good one its code is `ok`. */
function say(status: number, code: string, data: unknown, message = ''): SandboxAnswer {
  const error = { code, message, log_id: '20261122000000010ABCDEF' };
  return { status, body: { data, error } };
}

function refuse(refusal: Refusal): SandboxAnswer {
  switch (refusal.kind) {
    case 'dead_token':
      return say(401, 'access_token_invalid', {}, 'The access token is invalid or not found.');
    case 'throttled': {
      const answer = say(429, 'rate_limit_exceeded', {}, 'The API rate limit was exceeded.');
      return { ...answer, headers: { 'retry-after': refusal.retryAfter } };
    }
    case 'capped':
      return say(429, 'rate_limit_exceeded', {}, 'The API rate limit was exceeded.');
    case 'forbidden':
      return say(401, 'scope_not_authorized', {}, 'The user did not authorize the scope.');
    case 'broken':
      return say(500, 'internal_error', {}, 'Something went wrong. Please try again.');
  }
}

/** The account that a token belongs to: the one named at its end, else the first. */
function accountOf({ token, faults }: SandboxRequest): SandboxPage | undefined {
  const pages = sandboxPages.filter(({ network }) => network === 'tiktok');
  const page = pages.find(({ handle }) => token?.endsWith(handle)) ?? pages[0];
  if (!page || !faults.hides('tiktok', page.handle)) return page;
  return { ...page, id: `${page.id}-other`, handle: 'otra_cuenta' };
}

function pick(asked: string, all: Record<string, unknown>): Record<string, unknown> {
  const names = asked.split(',');
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function composeUser(page: SandboxPage, request: SandboxRequest) {
  const followers = pageFigureOn(page, 'followers', request.day) ?? 0;
  if (request.faults.take('changed_shape', request)) return [followers];
  return pick(request.query.get('fields') ?? '', {
    open_id: page.id,
    union_id: `${page.id}-union`,
    username: page.handle,
    display_name: page.title,
    follower_count: followers,
    following_count: 38,
    likes_count: followers * 9,
    video_count: pageFigureOn(page, 'posts', request.day) ?? 0,
  });
}

function parseBody(request: SandboxRequest): { max_count?: number; cursor?: number } | null {
  try {
    return JSON.parse(request.body || '{}');
  } catch {
    return null;
  }
}

function composeVideos(page: SandboxPage, request: SandboxRequest): SandboxAnswer {
  const { max_count: count = 10, cursor = 0 } = parseBody(request) ?? {};
  if (request.body === '' || count > mostVideos) {
    return say(400, 'invalid_params', {}, 'Invalid max_count or body');
  }
  const { day, now, query } = request;
  const posts = postsOf(page, page.openedOn, day, now).toReversed();
  const videos = posts.slice(cursor, cursor + count).map((post) => {
    const counts = postCountsOn(page, post, now);
    const id = `73${page.id.length}${String(post.number).padStart(14, '0')}`;
    return pick(query.get('fields') ?? '', {
      id,
      create_time: Math.floor(post.publishedAt.getTime() / 1_000),
      title: post.text.slice(0, 150),
      video_description: post.text,
      duration: 42,
      share_url: `https://www.tiktok.com/@${page.handle}/video/${id}`,
      view_count: counts.views,
      like_count: counts.reactions,
      comment_count: counts.comments,
      share_count: counts.shares,
    });
  });
  const end = cursor + videos.length;
  return say(200, 'ok', { videos, cursor: end, has_more: end < posts.length });
}

function renewToken(request: SandboxRequest): SandboxAnswer {
  return answerRenewal(request, {
    clientIdField: 'client_key',
    lastsSeconds: daySeconds,
    more: {
      open_id: accountOf(request)?.id,
      refresh_expires_in: 365 * daySeconds,
      refresh_token: `${sandboxTokenPrefix}renewed-refresh-${request.day}`,
      scope: 'user.info.basic,user.info.profile,user.info.stats,video.list',
    },
    refuse,
  });
}

/** TikTok's API v2, as far as the account of a token, its videos and the token itself go. */
export function answerTiktok(request: SandboxRequest): SandboxAnswer {
  if (request.path === '/v2/oauth/token/') return renewToken(request);
  const refusal = findRefusal(request);
  if (refusal) return refuse(refusal);
  const page = accountOf(request);
  if (page && request.path === '/v2/user/info/') {
    return say(200, 'ok', { user: composeUser(page, request) });
  }
  if (page && request.path === '/v2/video/list/') return composeVideos(page, request);
  return say(404, 'invalid_params', {}, 'Not found');
}
