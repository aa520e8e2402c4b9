import { expect } from 'vitest';
import type { Connector, DaysPeriod, NetworkClient } from '../../jobs/network-contract.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import {
  AudienceReading,
  CredentialCheck,
  DaysReading,
  PageReading,
  type PageToRead,
  PostsReading,
  RefreshedCredential,
} from '../../shared/social/network-readings.ts';

/** Everything that a connector may do; what it does not offer is not tried. */
export const capabilities = [
  'readPages',
  'readDays',
  'readPosts',
  'readAudience',
  'checkCredential',
  'refreshCredential',
] as const;
export type Capability = (typeof capabilities)[number];

/** What came of one capability: the things read, whatever they are, and why others were not. */
export interface Outcome {
  read: object[];
  failures: NetworkFailure[];
}

/** The days that are read in these tests; every network has settled them. */
export const testPeriod: DaysPeriod = { from: '2026-11-10', to: '2026-11-16' };
const mostBatches = 400;

const failuresOf = (given: { failure: NetworkFailure }[]) => given.map(({ failure }) => failure);

type Read = (connector: Connector, client: NetworkClient, page: PageToRead) => Promise<Outcome>;

async function readAllPosts(connector: Connector, client: NetworkClient, page: PageToRead) {
  const outcome: Outcome = { read: [], failures: [] };
  let cursor: string | null = null;
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const given = await connector.readPosts?.(client, page, { since: null, cursor });
    const reading = PostsReading.parse(given);
    outcome.read.push(...reading.posts);
    outcome.failures.push(...failuresOf(reading.failures));
    cursor = reading.cursor;
    if (cursor === null) return outcome;
  }
  throw new Error(`posts do not end after ${mostBatches} batches`);
}

const reads: Record<Capability, Read> = {
  async readPages(connector, client, page) {
    const readings = await connector.readPages(client, [page]);
    expect(readings.map((reading) => reading.pageId)).toEqual([page.id]);
    const { readings: read, failures } = PageReading.parse(readings[0]);
    return { read, failures: failuresOf(failures) };
  },
  async readDays(connector, client, page) {
    const reading = await connector.readDays?.(client, page, testPeriod);
    const { readings: read, failures } = DaysReading.parse(reading);
    return { read, failures: failuresOf(failures) };
  },
  readPosts: readAllPosts,
  async readAudience(connector, client, page) {
    const reading = AudienceReading.parse(await connector.readAudience?.(client, page));
    return { read: reading.slices, failures: failuresOf(reading.failures) };
  },
  async checkCredential(connector, client) {
    const check = CredentialCheck.parse(await connector.checkCredential?.(client));
    const { pages, expiresAt, missingPermissions, failure } = check;
    const missing = missingPermissions.map((permission): NetworkFailure => {
      return { kind: 'refused', reason: 'permission_missing', facts: { permission } };
    });
    const read = [...pages, ...(expiresAt === null ? [] : [{ expiresAt }])];
    return { read, failures: [...missing, ...(failure ? [failure] : [])] };
  },
  async refreshCredential(connector, client) {
    const given = await connector.refreshCredential?.(client);
    if (given !== undefined && 'failure' in given) return { read: [], failures: [given.failure] };
    return { read: [RefreshedCredential.parse(given)], failures: [] };
  },
};

/** The capabilities that a connector offers. */
export function capabilitiesOf(connector: Connector): Capability[] {
  return capabilities.filter((capability) => connector[capability] !== undefined);
}

/** Lets a connector do one thing, checks the form of what it returns, and lays it out alike. */
export function readCapability(
  capability: Capability,
  connector: Connector,
  client: NetworkClient,
  page: PageToRead,
): Promise<Outcome> {
  return reads[capability](connector, client, page);
}

/** The capability itself for one call, without following it to the end; for answers that never end. */
export async function readOnce(
  capability: Capability,
  connector: Connector,
  client: NetworkClient,
  page: PageToRead,
): Promise<Outcome> {
  if (capability !== 'readPosts') return readCapability(capability, connector, client, page);
  const given = await connector.readPosts?.(client, page, { since: '2026-01-01', cursor: null });
  const { posts, failures } = PostsReading.parse(given);
  return { read: posts, failures: failuresOf(failures) };
}
