import { pageFigureOn } from './figures.ts';
import { findRefusal, type Refusal } from './find-refusal.ts';
import { postCountsOn, postsOf, type SandboxPost } from './posts.ts';
import { type SandboxAnswer, type SandboxRequest, sandboxTokenPrefix } from './protocol.ts';
import { findSandboxPage, type SandboxPage } from './sandbox-pages.ts';

const callsAllowed = 3_000;
const windowMs = 5 * 60_000;
const mostActors = 25;
const mostPosts = 100;
const someCid = 'bafyreiaestrella2aestrella2aestrella2aestrella2aestrella2aes';
const pictures = 'https://cdn.bsky.example/img';

function limitHeaders(remaining: number, resetMs: number): Record<string, string> {
  return {
    'ratelimit-limit': `${callsAllowed}`,
    'ratelimit-remaining': `${remaining}`,
    'ratelimit-reset': `${Math.ceil(resetMs / 1_000)}`,
    'ratelimit-policy': `${callsAllowed};w=300`,
  };
}

function say(status: number, error: string, message: string): SandboxAnswer {
  return { status, body: { error, message } };
}

function refuse(refusal: Refusal, now: Date): SandboxAnswer {
  switch (refusal.kind) {
    case 'throttled': {
      const reset = now.getTime() + Number(refusal.retryAfter) * 1_000;
      const answer = say(429, 'RateLimitExceeded', 'Rate Limit Exceeded');
      return { ...answer, headers: limitHeaders(0, reset) };
    }
    case 'dead_token':
    case 'forbidden':
      return say(401, 'AuthMissing', 'Authentication Required');
    case 'capped':
    case 'broken':
      return say(502, 'UpstreamFailure', 'Upstream Failure');
  }
}

function findShown(actor: string, { faults }: SandboxRequest): SandboxPage | undefined {
  const page = findSandboxPage('bluesky', actor);
  return page && !faults.hides('bluesky', page.handle) ? page : undefined;
}

function composeBasics(page: SandboxPage) {
  return {
    did: page.id,
    handle: page.handle,
    displayName: page.title,
    createdAt: `${page.openedOn}T00:00:00.000Z`,
  };
}

function composeProfile(page: SandboxPage, request: SandboxRequest) {
  const followers = pageFigureOn(page, 'followers', request.day) ?? 0;
  return {
    ...composeBasics(page),
    followersCount: request.faults.take('changed_shape', request)
      ? { count: followers }
      : followers,
    followsCount: 28,
    postsCount: pageFigureOn(page, 'posts', request.day) ?? 0,
    indexedAt: `${page.openedOn}T00:00:00.000Z`,
  };
}

function composeEmbed({ kind, text }: SandboxPost) {
  const image = { thumb: `${pictures}/thumb`, fullsize: `${pictures}/full`, alt: '' };
  switch (kind) {
    case 'photo':
      return { $type: 'app.bsky.embed.images#view', images: [image] };
    case 'album':
      return { $type: 'app.bsky.embed.images#view', images: [image, image, image] };
    case 'video':
    case 'short_video':
      return {
        $type: 'app.bsky.embed.video#view',
        cid: someCid,
        playlist: `${pictures}/playlist.m3u8`,
      };
    case 'link': {
      const uri = 'https://www.laestrella.example/noticias';
      const external = { uri, title: text.slice(0, 60), description: '' };
      return { $type: 'app.bsky.embed.external#view', external };
    }
    default:
      return undefined;
  }
}

function composePost(page: SandboxPage, post: SandboxPost, now: Date) {
  const counts = postCountsOn(page, post, now);
  const createdAt = post.publishedAt.toISOString();
  return {
    uri: `at://${page.id}/app.bsky.feed.post/3l${String(post.number).padStart(11, '0')}`,
    cid: someCid,
    author: composeBasics(page),
    record: { $type: 'app.bsky.feed.post', createdAt, langs: ['es'], text: post.text },
    embed: composeEmbed(post),
    replyCount: counts.comments,
    repostCount: counts.shares,
    likeCount: counts.reactions,
    quoteCount: counts.quotes,
    bookmarkCount: counts.saves,
    indexedAt: createdAt,
  };
}

function answerFeed(request: SandboxRequest): SandboxAnswer {
  const { query, day, now } = request;
  const page = findShown(query.get('actor') ?? '', request);
  if (!page) return say(400, 'InvalidRequest', 'Profile not found');
  const limit = Math.min(Number(query.get('limit') ?? 50), mostPosts);
  const start = Number(query.get('cursor') ?? 0);
  const posts = postsOf(page, page.openedOn, day, now).toReversed();
  const feed = posts
    .slice(start, start + limit)
    .map((post) => ({ post: composePost(page, post, now) }));
  const end = start + feed.length;
  return { status: 200, body: end < posts.length ? { feed, cursor: `${end}` } : { feed } };
}

function answerProfiles(request: SandboxRequest): SandboxAnswer {
  const actors = request.query.getAll('actors');
  if (actors.length === 0 || actors.length > mostActors) {
    return say(400, 'InvalidRequest', 'Error: actors must have at most 25 elements');
  }
  const isIdentifier = (actor: string) => /^(did:[\w.:%-]+|[a-z0-9.-]+\.[a-z]+)$/i.test(actor);
  if (!actors.every(isIdentifier)) {
    return say(400, 'InvalidRequest', 'Error: actors/0 must be a valid did or a handle');
  }
  const found = actors.map((actor) => findShown(actor, request));
  const profiles = found.flatMap((page) => (page ? [composeProfile(page, request)] : []));
  return { status: 200, body: { profiles } };
}

function answerProfile(request: SandboxRequest): SandboxAnswer {
  const page = findShown(request.query.get('actor') ?? '', request);
  if (!page) return say(400, 'InvalidRequest', 'Profile not found');
  return { status: 200, body: composeProfile(page, request) };
}

/** Bluesky's public view, as far as profiles and what they posted go. */
export function answerBluesky(request: SandboxRequest): SandboxAnswer {
  const refusal = findRefusal(request, sandboxTokenPrefix);
  if (refusal) return refuse(refusal, request.now);
  const end = (Math.floor(request.now.getTime() / windowMs) + 1) * windowMs;
  const headers = limitHeaders(callsAllowed - 1, end);
  if (request.path === '/xrpc/app.bsky.actor.getProfiles') {
    return { ...answerProfiles(request), headers };
  }
  if (request.path === '/xrpc/app.bsky.actor.getProfile') {
    return { ...answerProfile(request), headers };
  }
  if (request.path === '/xrpc/app.bsky.feed.getAuthorFeed') {
    return { ...answerFeed(request), headers };
  }
  return say(501, 'MethodNotImplemented', 'Method Not Implemented');
}
