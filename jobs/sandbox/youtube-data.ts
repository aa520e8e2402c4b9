import { pageFigureOn } from './figures.ts';
import { postCountsOn, postsOf, type SandboxPost } from './posts.ts';
import type { SandboxAnswer, SandboxRequest } from './protocol.ts';
import { findSandboxPage, type SandboxPage, sandboxPages } from './sandbox-pages.ts';
import { youtubeError } from './youtube-errors.ts';

const mostItems = 50;
const videoName = /^LE(\d)v(\d{7})$/;

function pagesOfYoutube(): SandboxPage[] {
  return sandboxPages.filter(({ network }) => network === 'youtube');
}

function videoId(page: SandboxPage, { number }: SandboxPost): string {
  return `LE${pagesOfYoutube().indexOf(page)}v${String(number).padStart(7, '0')}`;
}

function uploadsOf(page: SandboxPage): string {
  return page.id.replace(/^UC/, 'UU');
}

function postsUntilNow(page: SandboxPage, { day, now }: SandboxRequest): SandboxPost[] {
  return postsOf(page, page.openedOn, day, now);
}

/** Counts of subscribers are cut down to three figures. */
function cutDown(count: number): number {
  const unit = 10 ** Math.max(String(count).length - 3, 0);
  return Math.floor(count / unit) * unit;
}

function composeStatistics(page: SandboxPage, request: SandboxRequest): unknown {
  const subscribers = cutDown(pageFigureOn(page, 'followers', request.day) ?? 0);
  if (request.faults.take('changed_shape', request)) return [subscribers];
  return {
    viewCount: `${subscribers * 61}`,
    subscriberCount: `${subscribers}`,
    hiddenSubscriberCount: false,
    videoCount: `${pageFigureOn(page, 'posts', request.day) ?? 0}`,
  };
}

function composeChannel(page: SandboxPage, request: SandboxRequest) {
  const parts = (request.query.get('part') ?? '').split(',');
  const all: Record<string, () => unknown> = {
    snippet: () => ({
      title: page.title,
      description: '',
      customUrl: `@${page.handle.toLowerCase()}`,
      publishedAt: `${page.openedOn}T15:00:00Z`,
    }),
    contentDetails: () => ({ relatedPlaylists: { likes: '', uploads: uploadsOf(page) } }),
    statistics: () => composeStatistics(page, request),
  };
  const asked = Object.entries(all).filter(([part]) => parts.includes(part));
  const given = asked.map(([part, compose]) => [part, compose()]);
  return { kind: 'youtube#channel', etag: 'e', id: page.id, ...Object.fromEntries(given) };
}

function findChannels(request: SandboxRequest): SandboxPage[] | null {
  const { query, faults } = request;
  const isShown = (page: SandboxPage | undefined) =>
    page !== undefined && !faults.hides('youtube', page.handle);
  const only = (found: (SandboxPage | undefined)[]) =>
    found.flatMap((page) => (page && isShown(page) ? [page] : []));
  const handle = query.get('forHandle');
  if (handle !== null) return only([findSandboxPage('youtube', handle.replace(/^@/, ''))]);
  if (query.get('mine') === 'true') return only(pagesOfYoutube().slice(0, 1));
  const ids = query.get('id')?.split(',');
  if (!ids || ids.length > mostItems) return null;
  return only(pagesOfYoutube().filter((page) => ids.includes(page.id)));
}

function listOf(kind: string, items: unknown[], more: object = {}): SandboxAnswer {
  const pageInfo = { totalResults: items.length, resultsPerPage: items.length };
  const found = items.length > 0 || kind !== 'channel' ? { items } : {};
  return {
    status: 200,
    body: { kind: `youtube#${kind}ListResponse`, pageInfo, ...more, ...found },
  };
}

function answerChannels(request: SandboxRequest): SandboxAnswer {
  const pages = findChannels(request);
  if (!pages) return youtubeError(400, 'missingRequiredParameter', 'No filter selected.');
  return listOf(
    'channel',
    pages.map((page) => composeChannel(page, request)),
  );
}

function answerPlaylist(request: SandboxRequest): SandboxAnswer {
  const { query } = request;
  const page = pagesOfYoutube().find((one) => uploadsOf(one) === query.get('playlistId'));
  if (!page) return youtubeError(404, 'playlistNotFound', 'The playlist cannot be found.');
  const start = Number(query.get('pageToken')?.replace(/^C/, '') ?? 0);
  const count = Math.min(Number(query.get('maxResults') ?? 5), mostItems);
  const posts = postsUntilNow(page, request).toReversed();
  const items = posts.slice(start, start + count).map((post) => ({
    kind: 'youtube#playlistItem',
    id: `UU.${videoId(page, post)}`,
    contentDetails: {
      videoId: videoId(page, post),
      videoPublishedAt: post.publishedAt.toISOString().replace(/\.\d+/, ''),
    },
  }));
  const end = start + count;
  return listOf('playlistItem', items, end < posts.length ? { nextPageToken: `C${end}` } : {});
}

function composeVideo(id: string, request: SandboxRequest) {
  const [, at = '', number = ''] = videoName.exec(id) ?? [];
  const page = pagesOfYoutube()[Number(at || Number.NaN)];
  const post = page && postsUntilNow(page, request)[Number(number) - 1];
  if (!page || !post) return [];
  const counts = postCountsOn(page, post, request.now);
  const snippet = {
    publishedAt: post.publishedAt.toISOString().replace(/\.\d+/, ''),
    channelId: page.id,
    title: post.text,
    description: '',
  };
  const statistics = {
    viewCount: `${counts.views}`,
    likeCount: `${counts.reactions}`,
    favoriteCount: '0',
    commentCount: `${counts.comments}`,
  };
  return [{ kind: 'youtube#video', id, snippet, statistics }];
}

function answerVideos(request: SandboxRequest): SandboxAnswer {
  const ids = (request.query.get('id') ?? '').split(',').filter(Boolean);
  if (ids.length === 0 || ids.length > mostItems) {
    return youtubeError(400, 'invalidFilters', 'The request specifies an invalid filter.');
  }
  return listOf(
    'video',
    ids.flatMap((id) => composeVideo(id, request)),
  );
}

/** The one list that does not say how long it is. */
function answerRegions(): SandboxAnswer {
  const items = [{ kind: 'youtube#i18nRegion', id: 'CO' }];
  return { status: 200, body: { kind: 'youtube#i18nRegionListResponse', items } };
}

/** What everybody may read of channels, by the path that asks for it. */
export const youtubeData: Record<string, (request: SandboxRequest) => SandboxAnswer> = {
  '/youtube/v3/channels': answerChannels,
  '/youtube/v3/playlistItems': answerPlaylist,
  '/youtube/v3/videos': answerVideos,
  '/youtube/v3/i18nRegions': answerRegions,
};
