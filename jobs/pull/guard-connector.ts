import type { House } from '../../server/context.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import { explainBroken } from './explain-broken.ts';
import type { Credential } from './open-credential.ts';

/** So many calls in a row that find a network out of reach close it until the next pull. */
const outagesThatClose = 3;

const outages: ReadonlySet<NetworkFailure['reason']> = new Set([
  'connection_lost',
  'address_not_public',
  'timed_out',
  'network_unavailable',
]);

/** What ends all reading through a credential: a dead token, a spent plan, a version no longer spoken. */
const endings: ReadonlySet<NetworkFailure['reason']> = new Set([
  'token_expired',
  'usage_capped',
  'version_retired',
]);

/**
 * Learns from what a reading came to whether the credential is good for more: `failure` is that of
 * the whole reading, null when it brought something.
 */
export function learnFrom(credential: Credential, failure: NetworkFailure | null): void {
  credential.outages = failure && outages.has(failure.reason) ? credential.outages + 1 : 0;
  if (!failure) return;
  if (endings.has(failure.reason) || credential.outages >= outagesThatClose) {
    credential.closedBy ??= failure;
  }
}

/** Whether a reading ended because the pull was told to stop: it is as if never asked. */
export function isStopped(failures: readonly { failure: NetworkFailure }[]): boolean {
  return failures.some(({ failure }) => failure.reason === 'stopped');
}

/**
 * One reading through a credential: not asked once the credential is closed, and a connector that
 * breaks is a failure like any other.
 */
export async function readThrough<Reading>(
  house: House,
  credential: Credential,
  read: () => Promise<Reading>,
  fail: (failure: NetworkFailure) => Reading,
): Promise<Reading> {
  if (credential.closedBy) return fail(credential.closedBy);
  try {
    return await read();
  } catch (error) {
    const { network } = credential.connector;
    house.log.error({ err: error, network }, 'a connector failed');
    return fail(explainBroken(error));
  }
}
