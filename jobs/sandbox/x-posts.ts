import { postCountsOn, postsOf, type SandboxPost } from './posts.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { findSandboxPage, type SandboxPage } from './sandbox-pages.ts';
import { notFound, problem } from './x-problems.ts';

const mostKept = 3_200;
const longestPlain = 280;

const mediaOf: Partial<Record<SandboxPost['kind'], string[]>> = {
  photo: ['photo'],
  album: ['photo', 'photo', 'photo'],
  video: ['video'],
  short_video: ['video'],
};

function idOf(page: SandboxPage, { number }: SandboxPost): string {
  return `1${String(number).padStart(8, '0')}${page.id.slice(-8)}`;
}

function listMedia(page: SandboxPage, post: SandboxPost) {
  const types = mediaOf[post.kind] ?? [];
  return types.map((type, at) => ({ media_key: `3_${idOf(page, post)}${at}`, type }));
}

function composeMetrics(page: SandboxPage, post: SandboxPost, request: SandboxRequest) {
  const counts = postCountsOn(page, post, request.now);
  return {
    [request.options.xNames === 'post' ? 'repost_count' : 'retweet_count']: counts.shares,
    reply_count: counts.comments,
    like_count: counts.reactions,
    quote_count: counts.quotes,
    bookmark_count: counts.saves,
    impression_count: counts.views,
  };
}

function composeLinks({ kind, text }: SandboxPost) {
  if (kind !== 'link') return {};
  const url = {
    start: text.length + 1,
    end: text.length + 24,
    url: 'https://t.co/laestrella1',
    expanded_url: 'https://www.laestrella.example/noticias',
    display_url: 'laestrella.example/noticias',
  };
  return { entities: { urls: [url] } };
}

function composePost(page: SandboxPage, post: SandboxPost, request: SandboxRequest) {
  const { xNames } = request.options;
  const id = idOf(page, post);
  const media = listMedia(page, post);
  const isLong = post.text.length > longestPlain;
  return {
    id,
    text: isLong ? `${post.text.slice(0, longestPlain - 1)}…` : post.text,
    ...(isLong ? { [`note_${xNames}`]: { text: post.text } } : {}),
    [`edit_history_${xNames}_ids`]: [id],
    created_at: post.publishedAt.toISOString(),
    public_metrics: composeMetrics(page, post, request),
    ...(media.length > 0
      ? { attachments: { media_keys: media.map(({ media_key: key }) => key) } }
      : {}),
    ...composeLinks(post),
  };
}

/** The batch that a call asks for, newest first, of the last that are kept. */
function chooseBatch(page: SandboxPage, { query, day, now }: SandboxRequest) {
  const since = Date.parse(query.get('start_time') ?? '1970-01-01T00:00:00Z');
  const posts = postsOf(page, page.openedOn, day, now).slice(-mostKept).toReversed();
  const wanted = posts.filter(({ publishedAt }) => publishedAt.getTime() >= since);
  const start = Number.parseInt(query.get('pagination_token') ?? '0', 36);
  const end = start + Number(query.get('max_results') ?? 10);
  return { batch: wanted.slice(start, end), next: end < wanted.length ? end.toString(36) : null };
}

function describeBatch(batch: SandboxPost[], page: SandboxPage, next: string | null) {
  const [newest, oldest] = [batch.at(0), batch.at(-1)];
  return {
    result_count: batch.length,
    ...(newest && oldest ? { newest_id: idOf(page, newest), oldest_id: idOf(page, oldest) } : {}),
    ...(next ? { next_token: next } : {}),
  };
}

/** Words of the other version are refused, and so are batches too large or too small. */
function isWellAsked({ query, options }: SandboxRequest): boolean {
  const wanted = Number(query.get('max_results') ?? 10);
  const otherName = options.xNames === 'post' ? 'tweet' : 'post';
  return wanted >= 5 && wanted <= 100 && !query.has(`${otherName}.fields`);
}

/** The posts of an account by its number. */
export function answerTimeline(request: SandboxRequest, id: string): SandboxAnswer {
  if (!isWellAsked(request)) return problem(request, 400, 'invalid-request', 'Invalid Request');
  const page = findSandboxPage('x', id);
  if (!page || request.faults.hides('x', page.handle)) {
    return { status: 200, body: { errors: [notFound(request, 'id', id)] } };
  }
  const { batch, next } = chooseBatch(page, request);
  const media = batch.flatMap((post) => listMedia(page, post));
  const body = {
    ...(batch.length > 0 ? { data: batch.map((post) => composePost(page, post, request)) } : {}),
    ...(media.length > 0 ? { includes: { media } } : {}),
    meta: describeBatch(batch, page, next),
  };
  return { status: 200, body };
}
