import { z } from 'zod';
import { gatherPosts } from '../../shared/social/compose-post.ts';
import type { Secret } from '../../shared/social/credentials.ts';
import { keepSince } from '../../shared/social/keep-since.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  type CredentialCheck,
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import type { Shaped } from '../../shared/social/read-shape.ts';
import { renewToken } from '../../shared/social/renew-token.ts';
import { explainTiktokError, readTiktokAnswer } from '../../shared/social/tiktok-answer.ts';
import { readTiktokVideo, TiktokVideos, videoFields } from '../../shared/social/tiktok-videos.ts';
import type {
  Authorization,
  Connector,
  NetworkClient,
  NetworkRequest,
  PostsWish,
} from '../network-contract.ts';

const UserAnswer = z.object({
  data: z.object({
    user: z.looseObject({
      open_id: z.string().min(1).max(64),
      username: z.string().min(1).nullish(),
    }),
  }),
});
type User = z.infer<typeof UserAnswer>['data']['user'];

function nameOf(handle: string): string {
  return handle.replace(/^@/, '').toLowerCase();
}

/** A token that is renewed is asked for with what only the server knows, not with the old one. */
function authorize(secret: Secret, { service }: NetworkRequest): Authorization | null {
  if (service === 'oauth') return {};
  if (!secret.accessToken) return null;
  return { headers: { authorization: `Bearer ${secret.accessToken}` } };
}

async function readUser(client: NetworkClient): Promise<Shaped<User>> {
  const fields = 'open_id,username,display_name,follower_count,likes_count,video_count';
  const answer = await client.getJson({ path: '/v2/user/info/', query: { fields } });
  const read = readTiktokAnswer(UserAnswer, answer);
  return 'failure' in read ? read : { value: read.value.data.user };
}

/** A token reads its own account only: why a page is another one; null when it is the token's. */
function findMismatch(page: PageToRead, user: User): NetworkFailure | null {
  if (page.externalId !== null && page.externalId !== user.open_id) {
    const facts = { expected: page.externalId, found: user.open_id };
    return { kind: 'refused', reason: 'page_replaced', facts };
  }
  const isNamed = page.externalId === null && typeof user.username === 'string';
  if (!isNamed || nameOf(page.handle) === user.username?.toLowerCase()) return null;
  return { kind: 'refused', reason: 'page_unknown', facts: { accountsSeen: 1 } };
}

function readPage(page: PageToRead, user: User): PageReading {
  return composeReading(page, user.open_id, [
    {
      metric: 'followers',
      precision: 'exact',
      count: readNetworkCount('follower_count', user.follower_count),
    },
    {
      metric: 'posts',
      precision: 'exact',
      count: readNetworkCount('video_count', user.video_count),
    },
  ]);
}

const malformed: NetworkFailure = { kind: 'refused', reason: 'handle_malformed', facts: {} };

function isPossible(page: PageToRead): boolean {
  return page.externalId !== null || /^[a-z0-9_.]{2,24}$/.test(nameOf(page.handle));
}

function failPosts(failure: NetworkFailure): PostsReading {
  return { posts: [], cursor: null, failures: [{ metric: null, failure }] };
}

/** Whose the token is, asked before the first batch: its posts are of no other page. */
async function findStranger(
  client: NetworkClient,
  page: PageToRead,
): Promise<NetworkFailure | null> {
  if (!isPossible(page)) return malformed;
  const user = await readUser(client);
  return 'failure' in user ? user.failure : findMismatch(page, user.value);
}

async function readPosts(
  client: NetworkClient,
  page: PageToRead,
  { since, cursor }: PostsWish,
): Promise<PostsReading> {
  const stranger = cursor === null ? await findStranger(client, page) : null;
  if (stranger) return failPosts(stranger);
  const answer = await client.getJson({
    path: `/v2/video/list/?fields=${videoFields}`,
    json: { max_count: 20, ...(cursor === null ? {} : { cursor: Number(cursor) }) },
  });
  const list = readTiktokAnswer(TiktokVideos, answer);
  if ('failure' in list) return failPosts(list.failure);
  const { videos, cursor: last, has_more: hasMore } = list.value.data;
  const { isOver, ...kept } = keepSince(
    gatherPosts(videos.map(readTiktokVideo), client.now()),
    since,
  );
  const next = hasMore && !isOver && last !== undefined ? `${last}` : null;
  return { ...kept, cursor: next === cursor ? null : next };
}

/** The account that the token belongs to; it does not say until when it lasts. */
async function checkCredential(client: NetworkClient): Promise<CredentialCheck> {
  const none = { pages: [], expiresAt: null, missingPermissions: [], failure: null };
  const user = await readUser(client);
  if ('failure' in user) return { ...none, failure: user.failure };
  const { open_id: externalId, username, display_name: name, follower_count } = user.value;
  const followers = readNetworkCount('follower_count', follower_count);
  const handle = username || externalId;
  const title = typeof name === 'string' && name !== '' ? name.slice(0, 200) : handle;
  const count = 'value' in followers ? followers.value : null;
  return { ...none, pages: [{ externalId, handle, title, followers: count }] };
}

/** Accounts of TikTok, API v2: a token reads the account of whoever consented, and no other. */
export const tiktok: Connector = {
  network: 'tiktok',
  defaultBaseUrl: 'https://open.tiktokapis.com',
  services: { oauth: 'https://open.tiktokapis.com' },
  batchSize: 10,
  authorize,
  explainRefusal: explainTiktokError,
  keepsCursors: true,
  readPosts,
  checkCredential,

  refreshCredential(client) {
    const { secret } = client;
    const ask = (form: Record<string, string>) =>
      client.getJson({ service: 'oauth', path: '/v2/oauth/token/', form });
    return renewToken({ secret, now: client.now(), clientIdField: 'client_key', ask });
  },

  async readPages(client, pages) {
    if (!pages.some(isPossible)) return pages.map((page) => failPage(page, malformed));
    const user = await readUser(client);
    return pages.map((page) => {
      if (!isPossible(page)) return failPage(page, malformed);
      const failure = 'failure' in user ? user.failure : findMismatch(page, user.value);
      if (failure || 'failure' in user) return failPage(page, failure ?? malformed);
      return readPage(page, user.value);
    });
  },
};
