import type { House } from '../../server/context.ts';
import { listOpenRequests } from '../../server/social/list-pages-to-pull.ts';
import { unhurried } from '../pull/open-credential.ts';
import { runTask } from '../run-task.ts';
import { pullNetworks } from './pull-networks.ts';

/**
 * Makes the pulls that people asked for, one after the other. Each request is answered once
 * among all processes; one whose process died is taken up by another.
 */
export async function answerRequests(
  house: House,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  for (const { id, pageId, kind } of await listOpenRequests(house)) {
    if (stopping.aborted) return;
    const wish = {
      reason: 'request' as const,
      requestId: id,
      kind,
      // Somebody looks on while today's figures come; history takes the time that it takes.
      ...(kind === 'history' ? { pace: unhurried } : {}),
      ...(pageId === null ? {} : { pageIds: [pageId] }),
    };
    await runTask(house, { task: 'answer-request', slot: id }, holder, stopping, async (signal) => {
      await pullNetworks(house, wish, signal);
    });
  }
}
