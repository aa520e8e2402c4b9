import type { Secret } from '../../shared/social/credentials.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  failPage,
  type PageReading,
  type PageToRead,
} from '../../shared/social/network-readings.ts';
import { readAnswer, type Shaped } from '../../shared/social/read-shape.ts';
import {
  type Channel,
  ChannelList,
  type ChannelName,
  channelNameOf,
  readChannel,
} from '../../shared/social/youtube-channels.ts';
import { explainYoutubeError } from '../../shared/social/youtube-error.ts';
import type {
  Authorization,
  Connector,
  NetworkClient,
  NetworkRequest,
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

/** Channels of YouTube: Data API v3 for what everybody sees, Analytics v2 for what the owner does. */
export const youtube: Connector = {
  network: 'youtube',
  defaultBaseUrl: 'https://youtube.googleapis.com',
  services: {
    analytics: 'https://youtubeanalytics.googleapis.com',
    oauth: 'https://oauth2.googleapis.com',
  },
  batchSize: 50,
  authorize,
  explainRefusal: explainYoutubeError,
  readPages,
};
