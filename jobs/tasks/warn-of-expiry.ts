import type { House } from '../../server/context.ts';
import { listConnections } from '../../server/social/list-connections.ts';
import { expiryWarning } from '../../shared/social/connection-expiry.ts';
import { runTask } from '../run-task.ts';

/**
 * Says in the log that a token ends in fourteen, seven or one days, or has ended: once each among
 * all processes and over starts. Those that the network has already refused were told of then.
 */
export async function warnOfExpiry(
  house: House,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  for (const connection of await listConnections(house)) {
    const { id, network, label, expiresAt, status } = connection;
    const stage = expiryWarning(connection, house.now());
    if (stage === null || status === 'needs_token') continue;
    const slot = { task: 'warn-of-expiry', slot: `${id} ${expiresAt} ${stage}` };
    await runTask(house, slot, holder, stopping, async () => {
      const facts = { connectionId: id, network, label, expiresAt };
      if (stage === 'ended') house.log.warn(facts, 'a token has ended');
      else house.log.warn({ ...facts, withinDays: stage }, 'a token is about to end');
    });
  }
}
