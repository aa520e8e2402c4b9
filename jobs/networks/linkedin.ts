import { z } from 'zod';
import type { Secret } from '../../shared/social/credentials.ts';
import { explainLinkedinError } from '../../shared/social/linkedin-error.ts';
import {
  OrganizationList,
  organizationNameOf,
  organizationUrn,
  PostList,
  totalOf,
} from '../../shared/social/linkedin-organization.ts';
import { type NetworkCount, readNetworkCount } from '../../shared/social/network-count.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  composeReading,
  failPage,
  type PageReading,
  type PageToRead,
} from '../../shared/social/network-readings.ts';
import { readAnswer, type Shaped } from '../../shared/social/read-shape.ts';
import type {
  Authorization,
  Connector,
  NetworkClient,
  NetworkRequest,
} from '../network-contract.ts';

/** The month whose shapes are spoken; LinkedIn keeps each for a year. */
const version = '202610';
const postsACall = 100;
const mostTurns = 25;

const SizeAnswer = z.looseObject({ firstDegreeSize: z.unknown().optional() });

/** Every call says which version of which protocol it speaks; a renewal of a token says nothing. */
function authorize(secret: Secret, { service }: NetworkRequest): Authorization | null {
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
const ofOneField = new Set<NetworkFailure['reason']>(['value_not_given', 'field_malformed']);
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

/** Pages of organizations on LinkedIn, by the versioned API. */
export const linkedin: Connector = {
  network: 'linkedin',
  defaultBaseUrl: 'https://api.linkedin.com',
  services: { oauth: 'https://www.linkedin.com' },
  batchSize: 5,
  authorize,
  explainRefusal: explainLinkedinError,

  async readPages(client, pages) {
    const readings: PageReading[] = [];
    for (const page of pages) readings.push(await readPage(client, page));
    return readings;
  },
};
