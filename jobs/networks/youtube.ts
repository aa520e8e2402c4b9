import { addDays } from '../../shared/calendar/day.ts';
import { gatherPosts } from '../../shared/social/compose-post.ts';
import type { Secret } from '../../shared/social/credentials.ts';
import { askWithoutRetired } from '../../shared/social/graph-retired.ts';
import { keepSince } from '../../shared/social/keep-since.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  type AudienceReading,
  type CredentialCheck,
  type DaysReading,
  failPage,
  type PageReading,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import { readAnswer, type Shaped } from '../../shared/social/read-shape.ts';
import { renewToken } from '../../shared/social/renew-token.ts';
import {
  type Channel,
  ChannelList,
  type ChannelName,
  channelNameOf,
  readChannel,
  readOwnChannel,
} from '../../shared/social/youtube-channels.ts';
import { explainYoutubeError } from '../../shared/social/youtube-error.ts';
import {
  readDayReport,
  readViewerReport,
  youtubeDayMetrics,
} from '../../shared/social/youtube-reports.ts';
import { readVideo, UploadList, uploadsOf, VideoList } from '../../shared/social/youtube-videos.ts';
import type {
  Authorization,
  Connector,
  DaysPeriod,
  NetworkClient,
  NetworkRequest,
  PostsWish,
} from '../network-contract.ts';

const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };
const unknown: NetworkFailure = { kind: 'refused', reason: 'page_unknown', facts: {} };

/** Public figures go by the key, in a header; the owner's by the owner's token. */
function authorize(secret: Secret, { service, token }: NetworkRequest): Authorization | null {
  if (service === 'oauth') return {};
  const bearer = token ?? (service === 'analytics' ? secret.accessToken : undefined);
  if (bearer) return { headers: { authorization: `Bearer ${bearer}` } };
  if (service === 'analytics' || !secret.apiKey) return null;
  return { headers: { 'x-goog-api-key': secret.apiKey } };
}

async function listChannels(
  client: NetworkClient,
  name: Record<string, string>,
): Promise<Shaped<Channel[]>> {
  const query = { part: 'statistics', ...name };
  const list = readAnswer(
    ChannelList,
    await client.getJson({ path: '/youtube/v3/channels', query }),
  );
  return 'failure' in list ? list : { value: list.value.items };
}

/** Every channel known by its identifier, in one call; one that is gone is silently left out. */
async function findByIds(client: NetworkClient, ids: string[]) {
  const found = new Map<string, Shaped<Channel>>();
  if (ids.length === 0) return found;
  const list = await listChannels(client, { id: ids.join(','), maxResults: `${ids.length}` });
  for (const id of ids) found.set(id, 'failure' in list ? list : { failure: unknown });
  if ('value' in list) for (const channel of list.value) found.set(channel.id, { value: channel });
  return found;
}

async function findByHandle(client: NetworkClient, forHandle: string): Promise<Shaped<Channel>> {
  const list = await listChannels(client, { forHandle });
  if ('failure' in list) return list;
  const [channel] = list.value;
  return channel ? { value: channel } : { failure: unknown };
}

async function readPages(client: NetworkClient, pages: PageToRead[]): Promise<PageReading[]> {
  const names = pages.map((page): [PageToRead, ChannelName | null] => [page, channelNameOf(page)]);
  const ids = names.flatMap(([, name]) => (name && 'id' in name ? [name.id] : []));
  const byId = await findByIds(client, [...new Set(ids)]);
  const readings: PageReading[] = [];
  for (const [page, name] of names) {
    let found: Shaped<Channel> = { failure: malformed };
    if (name && 'id' in name) found = byId.get(name.id) ?? { failure: unknown };
    else if (name) found = await findByHandle(client, name.forHandle);
    readings.push(
      'value' in found ? readChannel(page, found.value) : failPage(page, found.failure),
    );
  }
  return readings;
}

/** The channel's identifier, asked for by its handle when it is not known yet. */
async function findId(client: NetworkClient, page: PageToRead): Promise<Shaped<string>> {
  const name = channelNameOf(page);
  if (!name) return { failure: malformed };
  if ('id' in name) return { value: name.id };
  const found = await findByHandle(client, name.forHandle);
  return 'failure' in found ? found : { value: found.value.id };
}

function failPosts(failure: NetworkFailure): PostsReading {
  return { posts: [], cursor: null, failures: [{ metric: null, failure }] };
}

/** Two calls a batch: which videos, then what each of them is and has. */
async function readPosts(
  client: NetworkClient,
  page: PageToRead,
  { since, cursor }: PostsWish,
): Promise<PostsReading> {
  const id = await findId(client, page);
  if ('failure' in id) return failPosts(id.failure);
  const query: Record<string, string> = {
    part: 'contentDetails',
    playlistId: uploadsOf(id.value),
    maxResults: '50',
  };
  if (cursor !== null) query.pageToken = cursor;
  const answer = await client.getJson({ path: '/youtube/v3/playlistItems', query });
  // A channel that never published has no such list.
  const isUnused = !answer.ok && answer.failure.facts.reason === 'playlistNotFound';
  if (isUnused) return { posts: [], cursor: null, failures: [] };
  const uploads = readAnswer(UploadList, answer);
  if ('failure' in uploads) return failPosts(uploads.failure);
  const ids = uploads.value.items.map(({ contentDetails }) => contentDetails.videoId);
  if (ids.length === 0) return { posts: [], cursor: null, failures: [] };
  const asked = { part: 'snippet,statistics', id: ids.join(','), maxResults: '50' };
  const list = await client.getJson({ path: '/youtube/v3/videos', query: asked });
  const videos = readAnswer(VideoList, list);
  if ('failure' in videos) return failPosts(videos.failure);
  const { isOver, ...kept } = keepSince(
    gatherPosts(videos.value.items.map(readVideo), client.now()),
    since,
  );
  const next = uploads.value.nextPageToken ?? null;
  return { ...kept, cursor: isOver || next === cursor ? null : next };
}

function askReport(client: NetworkClient, id: string, query: Record<string, string>) {
  const path = '/v2/reports';
  return client.getJson({ service: 'analytics', path, query: { ids: `channel==${id}`, ...query } });
}

/** Days are told to the channel's owner alone: without the owner's token there are none to read. */
async function readDays(
  client: NetworkClient,
  page: PageToRead,
  { from, to }: DaysPeriod,
): Promise<DaysReading> {
  if (!client.secret.accessToken) return { readings: [], failures: [] };
  const id = await findId(client, page);
  if ('failure' in id) return { readings: [], failures: [{ metric: null, failure: id.failure }] };
  const names = Object.values(youtubeDayMetrics);
  const { answer, retired } = await askWithoutRetired(names, (metrics) =>
    askReport(client, id.value, {
      startDate: from,
      endDate: to,
      dimensions: 'day',
      metrics: metrics.join(','),
    }),
  );
  if (!answer.ok) return { readings: [], failures: [{ metric: null, failure: answer.failure }] };
  const read = readDayReport(answer.body);
  const gone = (Object.keys(youtubeDayMetrics) as (keyof typeof youtubeDayMetrics)[]).flatMap(
    (metric) => {
      const failure = retired.get(youtubeDayMetrics[metric]);
      return failure ? [{ metric, failure }] : [];
    },
  );
  return { ...read, failures: [...gone, ...read.failures] };
}

/** Who watched within the last ninety days, which the network tells the owner alone. */
async function readAudience(client: NetworkClient, page: PageToRead): Promise<AudienceReading> {
  if (!client.secret.accessToken) return { slices: [], failures: [] };
  const id = await findId(client, page);
  if ('failure' in id) return { slices: [], failures: [id] };
  const today = client.now().toISOString().slice(0, 10);
  const answer = await askReport(client, id.value, {
    startDate: addDays(today, -90),
    endDate: today,
    dimensions: 'ageGroup,gender',
    metrics: 'viewerPercentage',
  });
  if (!answer.ok) return { slices: [], failures: [answer] };
  return readViewerReport(answer.body);
}

/** The key is tried by itself; the owner's token names the channel it belongs to. */
async function checkCredential(client: NetworkClient): Promise<CredentialCheck> {
  const fail = (failure: NetworkFailure): CredentialCheck => {
    return { pages: [], expiresAt: null, missingPermissions: [], failure };
  };
  const tried = await client.getJson({
    path: '/youtube/v3/i18nRegions',
    query: { part: 'snippet' },
  });
  if (!tried.ok) return fail(tried.failure);
  const token = client.secret.accessToken;
  const none = { pages: [], expiresAt: null, missingPermissions: [], failure: null };
  if (!token) return none;
  const query = { part: 'snippet,statistics', mine: 'true' };
  const path = '/youtube/v3/channels';
  const list = readAnswer(ChannelList, await client.getJson({ path, query, token }));
  if ('failure' in list) return fail(list.failure);
  return { ...none, pages: list.value.items.map(readOwnChannel) };
}

/** Channels of YouTube: Data API v3 for what everybody sees, Analytics v2 for what the owner does. */
export const youtube: Connector = {
  network: 'youtube',
  defaultBaseUrl: 'https://youtube.googleapis.com',
  services: {
    analytics: 'https://youtubeanalytics.googleapis.com',
    oauth: 'https://oauth2.googleapis.com',
  },
  batchSize: 50,
  days: {
    metrics: Object.keys(youtubeDayMetrics) as (keyof typeof youtubeDayMetrics)[],
    reachesBackDays: 1_825,
    daysPerCall: 365,
    settlesAfterDays: 3,
  },
  authorize,
  explainRefusal: explainYoutubeError,
  readPages,
  readDays,
  readPosts,
  readAudience,
  checkCredential,

  refreshCredential(client) {
    const { secret } = client;
    const ask = (form: Record<string, string>) =>
      client.getJson({ service: 'oauth', path: '/token', form });
    return renewToken({ secret, now: client.now(), clientIdField: 'client_id', ask });
  },
};
