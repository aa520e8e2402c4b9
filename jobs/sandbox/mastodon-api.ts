import { pageFigureOn } from './figures.ts';
import { findRefusal, type Refusal } from './find-refusal.ts';
import { composeStatus } from './mastodon-statuses.ts';
import { postsOf } from './posts.ts';
import { type SandboxAnswer, type SandboxRequest, sandboxTokenPrefix } from './protocol.ts';
import { findSandboxPage, type SandboxPage } from './sandbox-pages.ts';

const callsAllowed = 300;
const windowMs = 5 * 60_000;
const mostStatuses = 40;

function limitHeaders(remaining: number, reset: number): Record<string, string> {
  return {
    'x-ratelimit-limit': `${callsAllowed}`,
    'x-ratelimit-remaining': `${remaining}`,
    'x-ratelimit-reset': new Date(reset).toISOString(),
  };
}

function say(status: number, error: string): SandboxAnswer {
  return { status, body: { error } };
}

function refuse(refusal: Refusal, now: Date): SandboxAnswer {
  switch (refusal.kind) {
    case 'throttled': {
      const reset = now.getTime() + Number(refusal.retryAfter) * 1_000;
      return { ...say(429, 'Too many requests'), headers: limitHeaders(0, reset) };
    }
    case 'dead_token':
    case 'forbidden':
      return say(401, 'This method requires an authenticated user');
    case 'capped':
    case 'broken':
      return say(503, 'Remote data could not be fetched');
  }
}

const notFound = say(404, 'Record not found');

function composeAccount(page: SandboxPage, request: SandboxRequest) {
  const followers = pageFigureOn(page, 'followers', request.day) ?? 0;
  const image = 'https://mastodon.example/avatars/original/missing.png';
  return {
    id: page.id,
    username: page.handle,
    acct: page.handle,
    display_name: page.title,
    locked: false,
    bot: false,
    discoverable: true,
    indexable: true,
    group: false,
    created_at: `${page.openedOn}T00:00:00.000Z`,
    note: `<p>${page.title}</p>`,
    url: `https://mastodon.example/@${page.handle}`,
    uri: `https://mastodon.example/users/${page.handle}`,
    avatar: image,
    avatar_static: image,
    header: image,
    header_static: image,
    followers_count: request.faults.take('changed_shape', request)
      ? { count: followers }
      : followers,
    following_count: 41,
    statuses_count: pageFigureOn(page, 'posts', request.day) ?? 0,
    emojis: [],
    fields: [],
  };
}

function answerStatuses(page: SandboxPage, request: SandboxRequest): SandboxAnswer {
  const { query, now, day, address } = request;
  const limit = Math.min(Number(query.get('limit') ?? 20), mostStatuses);
  const before = query.get('max_id');
  const account = composeAccount(page, request);
  const all = postsOf(page, page.openedOn, day, now)
    .map((post) => ({ post, id: `1157${String(post.number).padStart(14, '0')}` }))
    .filter(({ id }) => before === null || id < before)
    .toReversed();
  const shown = all.slice(0, limit);
  const body = shown.map(({ post, id }) => composeStatus({ page, post, id, account, now }));
  const last = shown.at(-1);
  if (!last || all.length <= limit) return { status: 200, body };
  const next = `${address}/api/v1/accounts/${page.id}/statuses?limit=${limit}&max_id=${last.id}`;
  return { status: 200, headers: { link: `<${next}>; rel="next"` }, body };
}

function findShown(name: string, { faults }: SandboxRequest): SandboxPage | undefined {
  const page = findSandboxPage('mastodon', name);
  return page && !faults.hides('mastodon', page.handle) ? page : undefined;
}

function answerAccounts(request: SandboxRequest): SandboxAnswer {
  const [, id = '', edge] = /^\/api\/v1\/accounts\/(\w+)(\/statuses)?$/.exec(request.path) ?? [];
  const name = id === 'lookup' ? (request.query.get('acct') ?? '') : id;
  const page = findShown(name, request);
  if (!page) return notFound;
  if (edge) return answerStatuses(page, request);
  return { status: 200, body: composeAccount(page, request) };
}

/** One server of Mastodon, as far as strangers see its accounts and what they wrote. */
export function answerMastodon(request: SandboxRequest): SandboxAnswer {
  const refusal = findRefusal(request, sandboxTokenPrefix);
  if (refusal) return refuse(refusal, request.now);
  const answer = answerAccounts(request);
  const end = (Math.floor(request.now.getTime() / windowMs) + 1) * windowMs;
  return { ...answer, headers: { ...limitHeaders(callsAllowed - 1, end), ...answer.headers } };
}
