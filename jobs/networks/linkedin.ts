import { z } from 'zod';
import { gatherPosts } from '../../shared/social/compose-post.ts';
import type { Secret } from '../../shared/social/credentials.ts';
import { keepSince } from '../../shared/social/keep-since.ts';
import {
  AccessList,
  managedIds,
  OrganizationsById,
  readManagedPages,
} from '../../shared/social/linkedin-access.ts';
import { explainLinkedinError } from '../../shared/social/linkedin-error.ts';
import {
  listOf,
  OrganizationList,
  organizationNameOf,
  organizationUrn,
  PostList,
  totalOf,
} from '../../shared/social/linkedin-organization.ts';
import {
  dayIntervals,
  linkedinDayMetrics,
  readLinkedinPosts,
  readShareDays,
  ShareStatistics,
} from '../../shared/social/linkedin-statistics.ts';
import { type NetworkCount, readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  type CredentialCheck,
  composeReading,
  type DaysReading,
  failPage,
  type PageReading,
  type PageToRead,
  type PostsReading,
} from '../../shared/social/network-readings.ts';
import { readAnswer, type Shaped } from '../../shared/social/read-shape.ts';
import { renewToken } from '../../shared/social/renew-token.ts';
import type {
  Authorization,
  Connector,
  DaysPeriod,
  NetworkClient,
  NetworkRequest,
  PostsWish,
} from '../network-contract.ts';

/** The month whose shapes are spoken; LinkedIn keeps each for a year at least. */
const versions = ['202610'];
const postsACall = 50;
const mostTurns = 25;

const SizeAnswer = z.looseObject({ firstDegreeSize: z.unknown().optional() });

/** Every call says which version of which protocol it speaks; a renewal of a token says nothing. */
function authorize(
  secret: Secret,
  { service }: NetworkRequest,
  version: string,
): Authorization | null {
  if (service === 'oauth') return {};
  if (!secret.accessToken) return null;
  return {
    headers: {
      authorization: `Bearer ${secret.accessToken}`,
      'linkedin-version': version,
      'x-restli-protocol-version': '2.0.0',
    },
  };
}

/** Failures of one field of an answer that came. */
const ofOneField = new Set<NetworkFailure['reason']>([
  'value_not_given',
  'value_negative',
  'field_malformed',
]);
const unknown: NetworkFailure = { kind: 'refused', reason: 'page_unknown', facts: {} };

/** An organization's number, asked for by its name when it is not known yet. */
async function findId(client: NetworkClient, page: PageToRead): Promise<Shaped<string>> {
  const name = organizationNameOf(page);
  if (!name) return { failure: { kind: 'refused', reason: 'handle_malformed', facts: {} } };
  if ('id' in name) return { value: name.id };
  const query = { q: 'vanityName', vanityName: name.vanityName };
  const answer = await client.getJson({ path: '/rest/organizations', query });
  const found = readAnswer(OrganizationList, answer);
  if ('failure' in found) return found;
  const [organization] = found.value.elements;
  return organization && /^\d{1,19}$/.test(`${organization.id}`)
    ? { value: `${organization.id}` }
    : { failure: unknown };
}

async function countFollowers(client: NetworkClient, id: string): Promise<NetworkCount> {
  const urn = encodeURIComponent(organizationUrn(id));
  const query = { edgeType: 'COMPANY_FOLLOWED_BY_MEMBER' };
  const answer = await client.getJson({ path: `/rest/networkSizes/${urn}`, query });
  const size = readAnswer(SizeAnswer, answer);
  if ('failure' in size) return size;
  return readNetworkCount('firstDegreeSize', size.value.firstDegreeSize);
}

async function listPosts(client: NetworkClient, id: string, start: number) {
  const query = {
    q: 'author',
    author: organizationUrn(id),
    // Without it the last changed come first, and where the new ones end nobody knows.
    sortBy: 'CREATED',
    start: `${start}`,
    count: `${postsACall}`,
  };
  return readAnswer(PostList, await client.getJson({ path: '/rest/posts', query }));
}

/** The posts in all, as the list says, or else by going through it. */
async function countPosts(client: NetworkClient, id: string): Promise<NetworkCount> {
  const seen = new Set<string>();
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const list = await listPosts(client, id, turn * postsACall);
    if ('failure' in list) return list;
    const total = totalOf(list.value);
    if (total !== null) return { value: total };
    const before = seen.size;
    for (const post of list.value.elements) seen.add(post.id);
    if (list.value.elements.length < postsACall) return { value: seen.size };
    if (seen.size === before) break;
  }
  return { failure: { kind: 'changed_shape', reason: 'paging_endless', facts: {} } };
}

async function readPage(client: NetworkClient, page: PageToRead): Promise<PageReading> {
  const id = await findId(client, page);
  if ('failure' in id) return failPage(page, id.failure);
  const followers = await countFollowers(client, id.value);
  // What keeps the first call from its answer keeps the second from it, too.
  const isAnswered = 'value' in followers || ofOneField.has(followers.failure.reason);
  if (!isAnswered) return failPage(page, followers.failure);
  const posts = await countPosts(client, id.value);
  return composeReading(page, id.value, [
    { metric: 'followers', precision: 'exact', count: followers },
    { metric: 'posts', precision: 'exact', count: posts },
  ]);
}

function askStatistics(client: NetworkClient, id: string, more: string) {
  const urn = encodeURIComponent(organizationUrn(id));
  const about = `q=organizationalEntity&organizationalEntity=${urn}`;
  // Lists and ranges of the protocol keep their brackets bare, which a query otherwise would not.
  return client.getJson({ path: `/rest/organizationalEntityShareStatistics?${about}&${more}` });
}

async function readDays(
  client: NetworkClient,
  page: PageToRead,
  { from, to }: DaysPeriod,
): Promise<DaysReading> {
  const fail = (failure: NetworkFailure): DaysReading => {
    return { readings: [], failures: [{ metric: null, failure }] };
  };
  const id = await findId(client, page);
  if ('failure' in id) return fail(id.failure);
  const answer = await askStatistics(client, id.value, `timeIntervals=${dayIntervals(from, to)}`);
  const statistics = readAnswer(ShareStatistics, answer);
  if ('failure' in statistics) return fail(statistics.failure);
  return readShareDays(statistics.value.elements);
}

/** One batch of posts, which the offset in the cursor begins, and the statistics of each. */
async function readPosts(
  client: NetworkClient,
  page: PageToRead,
  { since, cursor }: PostsWish,
): Promise<PostsReading> {
  const fail = (failure: NetworkFailure): PostsReading => {
    return { posts: [], cursor: null, failures: [{ metric: null, failure }] };
  };
  const id = await findId(client, page);
  if ('failure' in id) return fail(id.failure);
  const start = Number(cursor ?? 0);
  const list = await listPosts(client, id.value, start);
  if ('failure' in list) return fail(list.failure);
  const { elements } = list.value;
  if (elements.length === 0) return { posts: [], cursor: null, failures: [] };
  const lists = [
    ['shares', elements.filter((post) => post.id.startsWith('urn:li:share:'))],
    ['ugcPosts', elements.filter((post) => !post.id.startsWith('urn:li:share:'))],
  ] as const;
  const asked = lists.filter(([, posts]) => posts.length > 0);
  const more = asked.map(([name, posts]) => `${name}=${listOf(posts.map(({ id: urn }) => urn))}`);
  const answer = readAnswer(ShareStatistics, await askStatistics(client, id.value, more.join('&')));
  if ('failure' in answer) return fail(answer.failure);
  const read = gatherPosts(readLinkedinPosts(elements, answer.value, client.now()), client.now());
  const { isOver, ...kept } = keepSince(read, since);
  const isLast = isOver || elements.length < postsACall;
  return { ...kept, cursor: isLast ? null : `${start + elements.length}` };
}

/** The organizations that the token's member manages. */
async function checkCredential(client: NetworkClient): Promise<CredentialCheck> {
  const none = { pages: [], expiresAt: null, missingPermissions: [], failure: null };
  const query = { q: 'roleAssignee', state: 'APPROVED', count: '100' };
  const answer = await client.getJson({ path: '/rest/organizationAcls', query });
  const access = readAnswer(AccessList, answer);
  if ('failure' in access) return { ...none, failure: access.failure };
  const ids = managedIds(access.value);
  if (ids.length === 0) return none;
  const path = `/rest/organizations?ids=${listOf(ids)}`;
  const named = readAnswer(OrganizationsById, await client.getJson({ path }));
  if ('failure' in named) return { ...none, failure: named.failure };
  return { ...none, pages: readManagedPages(ids, named.value) };
}

/** Pages of organizations on LinkedIn, by the versioned API. */
export const linkedin: Connector = {
  network: 'linkedin',
  defaultBaseUrl: 'https://api.linkedin.com',
  services: { oauth: 'https://www.linkedin.com' },
  batchSize: 5,
  versions,
  authorize,
  explainRefusal: explainLinkedinError,
  days: {
    metrics: linkedinDayMetrics,
    reachesBackDays: 364,
    daysPerCall: 90,
    settlesAfterDays: 3,
  },
  readDays,
  readPosts,
  checkCredential,

  refreshCredential(client) {
    const { secret } = client;
    const ask = (form: Record<string, string>) =>
      client.getJson({ service: 'oauth', path: '/oauth/v2/accessToken', form });
    return renewToken({ secret, now: client.now(), clientIdField: 'client_id', ask });
  },

  async readPages(client, pages) {
    const readings: PageReading[] = [];
    for (const page of pages) readings.push(await readPage(client, page));
    return readings;
  },
};
