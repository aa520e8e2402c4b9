import { pageFigureOn } from './figures.ts';
import { type SandboxAnswer, type SandboxRequest, sandboxTokenPrefix } from './protocol.ts';
import { findSandboxPage, type SandboxPage, sandboxPages } from './sandbox-pages.ts';
import { answerTimeline } from './x-posts.ts';
import { notFound, plainFailure, problem } from './x-problems.ts';

const callsAllowed = 300;
const windowMs = 15 * 60_000;
const applicationToken = `${sandboxTokenPrefix}application`;

function capped(request: SandboxRequest): SandboxAnswer {
  if (request.options.xNames === 'post') return plainFailure(request, 402, 'CreditsDepleted');
  return problem(request, 429, 'usage-capped', 'UsageCapExceeded');
}

function forbidden(request: SandboxRequest): SandboxAnswer {
  if (request.options.xNames === 'tweet') {
    return problem(request, 403, 'client-forbidden', 'Client Forbidden');
  }
  const name = 'not-authorized-for-resource';
  const about = { resource_type: 'user', parameter: 'usernames', section: 'data' };
  const answer = problem(request, 403, name, 'Authorization Error');
  return { ...answer, body: { ...(answer.body as object), ...about } };
}

function windowEnd(now: Date): number {
  return (Math.floor(now.getTime() / windowMs) + 1) * windowMs;
}

function limitHeaders(remaining: number, resetMs: number): Record<string, string> {
  return {
    'x-rate-limit-limit': `${callsAllowed}`,
    'x-rate-limit-remaining': `${Math.max(remaining, 0)}`,
    'x-rate-limit-reset': `${Math.ceil(resetMs / 1_000)}`,
  };
}

function tooManyRequests(request: SandboxRequest, headers: Record<string, string>) {
  return { ...plainFailure(request, 429, 'Too Many Requests'), headers };
}

function refuseToken(request: SandboxRequest): SandboxAnswer | null {
  const isWrong = !request.token?.startsWith(sandboxTokenPrefix);
  if (!isWrong && !request.faults.take('expired_token', request)) return null;
  return plainFailure(request, 401, 'Unauthorized');
}

function throttle(request: SandboxRequest): SandboxAnswer | null {
  const throttled = request.faults.take('throttled', request);
  if (throttled?.retryAfterSeconds !== undefined) {
    return tooManyRequests(request, { 'retry-after': `${throttled.retryAfterSeconds}` });
  }
  if (throttled) {
    const end = request.now.getTime() + throttled.minutes * 60_000;
    return tooManyRequests(request, limitHeaders(0, end));
  }
  if (request.recentRequests <= callsAllowed) return null;
  return tooManyRequests(request, limitHeaders(0, windowEnd(request.now)));
}

function refuse(request: SandboxRequest): SandboxAnswer | null {
  const { faults } = request;
  const refused = refuseToken(request) ?? throttle(request);
  if (refused) return refused;
  if (faults.take('usage_capped', request)) return capped(request);
  if (faults.take('missing_permission', request)) return forbidden(request);
  if (faults.take('server_error', request)) {
    return plainFailure(request, 503, 'Service Unavailable');
  }
  return null;
}

function composeMetrics(page: SandboxPage, request: SandboxRequest): unknown {
  const followers = pageFigureOn(page, 'followers', request.day) ?? 0;
  if (request.faults.take('changed_shape', request)) return [followers];
  const posts = pageFigureOn(page, 'posts', request.day) ?? 0;
  return {
    followers_count: followers,
    following_count: 512,
    [request.options.xNames === 'post' ? 'post_count' : 'tweet_count']: posts,
    listed_count: 74,
    like_count: 2_310,
  };
}

function composeUser(page: SandboxPage, request: SandboxRequest) {
  const asked = (request.query.get('user.fields') ?? '').split(',');
  return {
    id: page.id,
    name: page.title,
    username: page.handle,
    ...(asked.includes('public_metrics') ? { public_metrics: composeMetrics(page, request) } : {}),
  };
}

/** Accounts by their names or by their numbers, as the parameter says. */
function answerUsers(request: SandboxRequest, parameter: 'usernames' | 'ids'): SandboxAnswer {
  const names = (request.query.get(parameter) ?? '').split(',');
  const form = parameter === 'ids' ? /^\d{1,19}$/ : /^[A-Za-z0-9_]{1,15}$/;
  if (names.length > 100 || !names.every((name) => form.test(name))) {
    return problem(request, 400, 'invalid-request', 'Invalid Request');
  }
  const found = names.map((name) => {
    const page = findSandboxPage('x', name);
    const own = parameter === 'ids' ? page?.id : page?.handle.toLowerCase();
    return own === name.toLowerCase() ? page : undefined;
  });
  const isShown = (page: SandboxPage | undefined) =>
    page !== undefined && !request.faults.hides('x', page.handle);
  const data = found.flatMap((page) => (page && isShown(page) ? [composeUser(page, request)] : []));
  const errors = names.flatMap((name, index) =>
    isShown(found[index]) ? [] : [notFound(request, parameter, name)],
  );
  const body = {
    ...(data.length > 0 ? { data } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
  return { status: 200, body };
}

/** The account of a person's token; a token of an application has none. */
function answerMe(request: SandboxRequest): SandboxAnswer {
  if (request.token?.startsWith(applicationToken)) {
    return problem(request, 403, 'unsupported-authentication', 'Unsupported Authentication');
  }
  const page = sandboxPages.find(({ network }) => network === 'x');
  return page
    ? { status: 200, body: { data: composeUser(page, request) } }
    : plainFailure(request, 404, 'Not Found');
}

function answerPath(request: SandboxRequest): SandboxAnswer {
  if (request.path === '/2/users/by') return answerUsers(request, 'usernames');
  if (request.path === '/2/users') return answerUsers(request, 'ids');
  if (request.path === '/2/users/me') return answerMe(request);
  const id = /^\/2\/users\/(\d{1,19})\/tweets$/.exec(request.path)?.[1];
  return id === undefined ? plainFailure(request, 404, 'Not Found') : answerTimeline(request, id);
}

/** X API v2, as far as users by name and by number, the token's own and the posts of each go. */
export function answerX(request: SandboxRequest): SandboxAnswer {
  const spent = request.faults.take('nearly_spent', request)?.percent;
  const used = spent === undefined ? request.recentRequests : (spent * callsAllowed) / 100;
  const headers = limitHeaders(Math.floor(callsAllowed - used), windowEnd(request.now));
  const refused = refuse(request);
  if (refused) return { ...refused, headers: { ...headers, ...refused.headers } };
  return { ...answerPath(request), headers };
}
