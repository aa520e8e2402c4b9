import { pageFigureOn } from './figures.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { sandboxTokenPrefix } from './protocol.ts';
import { findSandboxPage, type SandboxPage } from './sandbox-pages.ts';

const callsAllowed = 300;
const windowMs = 15 * 60_000;

/** Addresses of problems moved from one domain to the other along with the names. */
function problemType(request: SandboxRequest, name: string): string {
  const host = request.options.xNames === 'post' ? 'api.x.com' : 'api.twitter.com';
  return `https://${host}/2/problems/${name}`;
}

function problem(request: SandboxRequest, status: number, name: string, title: string) {
  const body = { type: problemType(request, name), title, detail: title, status };
  return { status, body };
}

function unauthorized(): SandboxAnswer {
  const body = { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' };
  return { status: 401, body };
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

function tooManyRequests(headers: Record<string, string>): SandboxAnswer {
  const detail = 'Too Many Requests';
  const body = { title: detail, detail, type: 'about:blank', status: 429 };
  return { status: 429, headers, body };
}

function refuseToken(request: SandboxRequest): SandboxAnswer | null {
  const isWrong = !request.token?.startsWith(sandboxTokenPrefix);
  return isWrong || request.faults.take('expired_token', request) ? unauthorized() : null;
}

function throttle(request: SandboxRequest): SandboxAnswer | null {
  const throttled = request.faults.take('throttled', request);
  if (throttled?.retryAfterSeconds !== undefined) {
    return tooManyRequests({ 'retry-after': `${throttled.retryAfterSeconds}` });
  }
  if (throttled) {
    return tooManyRequests(limitHeaders(0, request.now.getTime() + throttled.minutes * 60_000));
  }
  if (request.recentRequests <= callsAllowed) return null;
  return tooManyRequests(limitHeaders(0, windowEnd(request.now)));
}

function refuse(request: SandboxRequest): SandboxAnswer | null {
  const { faults } = request;
  const refused = refuseToken(request) ?? throttle(request);
  if (refused) return refused;
  if (faults.take('usage_capped', request)) {
    return problem(request, 429, 'usage-capped', 'UsageCapExceeded');
  }
  if (faults.take('missing_permission', request)) {
    return problem(request, 403, 'client-forbidden', 'Client Forbidden');
  }
  if (faults.take('server_error', request)) {
    return {
      status: 503,
      body: { title: 'Service Unavailable', type: 'about:blank', status: 503 },
    };
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

function notFound(request: SandboxRequest, name: string) {
  return {
    value: name,
    detail: `Could not find user with usernames: [${name}].`,
    title: 'Not Found Error',
    resource_type: 'user',
    parameter: 'usernames',
    resource_id: name,
    type: problemType(request, 'resource-not-found'),
  };
}

function answerUsers(request: SandboxRequest): SandboxAnswer {
  const names = (request.query.get('usernames') ?? '').split(',');
  if (names.length > 100 || !names.every((name) => /^[A-Za-z0-9_]{1,15}$/.test(name))) {
    return problem(request, 400, 'invalid-request', 'Invalid Request');
  }
  const found = names.map((name) => {
    const page = findSandboxPage('x', name);
    return page?.handle.toLowerCase() === name.toLowerCase() ? page : undefined;
  });
  const isShown = (page: SandboxPage | undefined) =>
    page !== undefined && !request.faults.hides('x', page.handle);
  const data = found.flatMap((page) => (page && isShown(page) ? [composeUser(page, request)] : []));
  const errors = names.flatMap((name, index) =>
    isShown(found[index]) ? [] : [notFound(request, name)],
  );
  const body = {
    ...(data.length > 0 ? { data } : {}),
    ...(errors.length > 0 ? { errors } : {}),
  };
  return { status: 200, body };
}

/** X API v2, as far as users by name go. */
export function answerX(request: SandboxRequest): SandboxAnswer {
  const spent = request.faults.take('nearly_spent', request)?.percent;
  const used = spent === undefined ? request.recentRequests : (spent * callsAllowed) / 100;
  const headers = limitHeaders(Math.floor(callsAllowed - used), windowEnd(request.now));
  const refused = refuse(request);
  if (refused) return { ...refused, headers: { ...headers, ...refused.headers } };
  if (request.path === '/2/users/by') return { ...answerUsers(request), headers };
  return { ...problem(request, 404, 'resource-not-found', 'Not Found Error'), headers };
}
