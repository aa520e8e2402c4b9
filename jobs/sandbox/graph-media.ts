import type { PostKind } from '../../shared/social/post-metrics.ts';
import { graphError } from './graph-errors.ts';
import { type AskedField, parseFields, UnknownField, UnknownMetric } from './graph-fields.ts';
import { composeList } from './graph-lists.ts';
import { graphInstant, lifetimeInsight } from './graph-posts.ts';
import { postCountsOn, postsOf, type SandboxPost } from './posts.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { findSandboxPage, type SandboxPage } from './sandbox-pages.ts';

type Counts = ReturnType<typeof postCountsOn>;

interface MediumContext {
  page: SandboxPage;
  post: SandboxPost;
  id: string;
  counts: Counts;
  request: SandboxRequest;
  asked: AskedField;
}

const insights: Record<string, keyof Counts> = {
  views: 'views',
  reach: 'reach',
  shares: 'shares',
  saved: 'saves',
  likes: 'reactions',
  comments: 'comments',
};

/** What has no picture of its own is published as one. */
const mediaOf: Partial<Record<PostKind, string>> = {
  album: 'CAROUSEL_ALBUM',
  video: 'VIDEO',
  short_video: 'VIDEO',
};

function isRetired(request: SandboxRequest, name: string): boolean {
  return request.faults.take('retired_metric', request, (at) => at.metric === name) !== undefined;
}

function composeInsights(id: string, names: string[], counts: Counts, request: SandboxRequest) {
  return names.map((name) => {
    const metric = insights[name];
    if (metric === undefined || isRetired(request, name)) throw new UnknownMetric(name);
    return lifetimeInsight(id, name, counts[metric]);
  });
}

const shortcodeOf = (id: string) => Buffer.from(id).toString('base64url').slice(-11);

const mediumFields: Record<string, (context: MediumContext) => unknown> = {
  id: ({ id }) => id,
  caption: ({ post }) => post.text,
  media_type: ({ post }) => mediaOf[post.kind] ?? 'IMAGE',
  media_product_type: ({ post }) => (post.kind === 'short_video' ? 'REELS' : 'FEED'),
  permalink: ({ post, id }) => {
    const place = post.kind === 'short_video' ? 'reel' : 'p';
    return `https://www.instagram.com/${place}/${shortcodeOf(id)}/`;
  },
  shortcode: ({ id }) => shortcodeOf(id),
  timestamp: ({ post }) => graphInstant(post.publishedAt),
  username: ({ page }) => page.handle,
  like_count: ({ counts }) => counts.reactions,
  comments_count: ({ counts }) => counts.comments,
  insights: ({ id, counts, asked, request }) => {
    const names = (asked.modifiers.metric ?? '').split(',');
    return { data: composeInsights(id, names, counts, request) };
  },
};

/** Identifiers of media are their account's, and a number of ten digits. */
const digitsOfMedium = 10;
const firstMedium = 1_000_000_000;
const numberStep = 7_919;

function mediumIdOf(page: SandboxPage, { number }: SandboxPost): string {
  return `${page.id}${firstMedium + number * numberStep}`;
}

function composeMedium(
  page: SandboxPage,
  post: SandboxPost,
  fields: AskedField[],
  request: SandboxRequest,
) {
  const id = mediumIdOf(page, post);
  const counts = postCountsOn(page, post, request.now);
  const values = fields.map((asked) => {
    const read = mediumFields[asked.name];
    if (!read || isRetired(request, asked.name)) throw new UnknownField(asked.name, 'IGMedia');
    return [asked.name, read({ page, post, id, counts, request, asked })];
  });
  return { id, ...Object.fromEntries(values) };
}

/**
 * One page of an account's `media`, newest first, between `since` and `until` where they are given.
 * @throws {UnknownField} @throws {UnknownMetric}
 */
export function composeMediaPage(page: SandboxPage, request: SandboxRequest, limit: number) {
  const { query, day, now } = request;
  const fields = parseFields(query.get('fields') ?? 'id');
  const since = Number(query.get('since') ?? 0) * 1_000;
  const until = Number(query.get('until') ?? Number.POSITIVE_INFINITY) * 1_000;
  const media = postsOf(page, page.openedOn, day, now).filter(({ publishedAt }) => {
    return publishedAt.getTime() >= since && publishedAt.getTime() <= until;
  });
  return composeList(media, request, limit, (post) => composeMedium(page, post, fields, request));
}

/** The account and the medium that an identifier names; undefined when it names none. */
function findMedium(id: string, request: SandboxRequest) {
  const page = findSandboxPage('instagram', id.slice(0, -digitsOfMedium));
  const number = (Number(id.slice(-digitsOfMedium)) - firstMedium) / numberStep;
  const post = page && postsOf(page, page.openedOn, request.day, request.now)[number - 1];
  return page && post ? { page, post } : undefined;
}

/** What is counted of one medium; undefined where the identifier is of none. */
export function answerMediumInsights(
  id: string,
  request: SandboxRequest,
): SandboxAnswer | undefined {
  const medium = findMedium(id, request);
  if (!medium) return undefined;
  const names = (request.query.get('metric') ?? '').split(',').filter(Boolean);
  if (names.length === 0) return graphError(400, 100, '(#100) The parameter metric is required');
  const counts = postCountsOn(medium.page, medium.post, request.now);
  return { status: 200, body: { data: composeInsights(id, names, counts, request) } };
}
