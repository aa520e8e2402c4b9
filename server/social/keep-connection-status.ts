import type { Secret } from '../../shared/social/credentials.ts';
import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import type { ConnectionStatus } from '../../shared/social/rows.ts';
import type { ActorContext } from '../context.ts';
import { transact, type Write } from '../transaction.ts';
import { sealFields } from './seal-secret.ts';

function statusAfter(failure: NetworkFailure | null): ConnectionStatus {
  if (failure === null) return 'working';
  return failure.kind === 'reauthorise' ? 'needs_token' : 'failing';
}

/**
 * Keeps how a connection fared in what was just done through it; a failure of the whole connection,
 * not of a page. A token that dies is logged, once.
 */
export async function keepConnectionStatus(
  context: ActorContext,
  write: Write,
  connectionId: string,
  failure: NetworkFailure | null,
): Promise<void> {
  const status = statusAfter(failure);
  const before = await write.db
    .selectFrom('connection')
    .select(['status', 'network'])
    .where('id', '=', connectionId)
    .executeTakeFirst();
  await write.db
    .updateTable('connection')
    .set({ status, statusAt: write.at, failure: failure && JSON.stringify(failure) })
    .where('id', '=', connectionId)
    .execute();
  if (status === 'needs_token' && before && before.status !== status) {
    const { network } = before;
    context.log.warn({ connectionId, network, reason: failure?.reason }, 'a token has died');
  }
}

/** Keeps a secret that the network made new, and until when it is good. */
export function keepRefreshedSecret(
  context: ActorContext,
  connectionId: string,
  secret: Secret,
  expiresAt: string | null,
): Promise<void> {
  return transact(context, ['social'], async (write) => {
    await write.db
      .updateTable('connection')
      .set({ secret: sealFields(context.secretKey, secret), expiresAt })
      .where('id', '=', connectionId)
      .execute();
    await keepConnectionStatus(context, write, connectionId, null);
    await write.audit({
      action: 'refresh',
      record: 'connection',
      recordId: connectionId,
      details: { expiresAt },
    });
  });
}

/**
 * Keeps that a token could not be made new, and why. The token that is kept may still be good: what
 * is read through it next tells how the connection fares.
 */
export function recordRefreshFailure(
  context: ActorContext,
  connectionId: string,
  failure: NetworkFailure,
): Promise<void> {
  const { kind, reason } = failure;
  context.log.warn({ connectionId, kind, reason }, 'a token could not be made new');
  return transact(context, ['social'], async (write) => {
    await write.audit({
      action: 'fail_refresh',
      record: 'connection',
      recordId: connectionId,
      details: { kind, reason },
    });
  });
}
