import { z } from 'zod';
import type { Secret } from '../../shared/social/credentials.ts';
import { readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
} from '../../shared/social/network-readings.ts';
import type { Shaped } from '../../shared/social/read-shape.ts';
import { explainTiktokError, readTiktokAnswer } from '../../shared/social/tiktok-answer.ts';
import type {
  Authorization,
  Connector,
  NetworkClient,
  NetworkRequest,
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

/** Accounts of TikTok, API v2: a token reads the account of whoever consented, and no other. */
export const tiktok: Connector = {
  network: 'tiktok',
  defaultBaseUrl: 'https://open.tiktokapis.com',
  services: { oauth: 'https://open.tiktokapis.com' },
  batchSize: 10,
  authorize,
  explainRefusal: explainTiktokError,

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
