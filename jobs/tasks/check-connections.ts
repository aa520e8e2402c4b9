import { asSystem, type House, today } from '../../server/context.ts';
import { askDueChecks } from '../../server/social/ask-due-checks.ts';
import {
  type AskedCheck,
  listAskedChecks,
  recordCheck,
} from '../../server/social/check-connection.ts';
import type { CredentialCheck } from '../../shared/social/network-readings.ts';
import { tryCredential } from '../check/try-credential.ts';
import { listConnectors } from '../list-connectors.ts';
import { explainBroken } from '../pull/explain-broken.ts';
import { openCredential } from '../pull/open-credential.ts';
import { pullSlotAt } from '../pull-slots.ts';
import { runTask } from '../run-task.ts';

/** A person waits for the answer: a throttle that lasts longer is the answer. */
const pace = { longestWaitMs: 5_000 };

/** Tries one connection; a connector that breaks is a failure like any other. */
async function tryConnection(
  house: House,
  { connectionId, network }: AskedCheck,
  signal: AbortSignal,
): Promise<CredentialCheck> {
  const connector = (await listConnectors()).get(network);
  if (!connector) throw new Error(`no connector tries the connections of ${network}`);
  const of = { network, connectionId, baseUrl: null };
  const { client } = await openCredential(house, of, connector, { signal, pace });
  try {
    return await tryCredential(house, connectionId, connector, client);
  } catch (error) {
    house.log.error({ err: error, network }, 'a connector failed');
    const nothing = { pages: [], expiresAt: null, missingPermissions: [] };
    return { ...nothing, failure: explainBroken(error) };
  }
}

/** Tries the connections that somebody asked to try, each once among all processes. */
export async function answerChecks(
  house: House,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  for (const asked of await listAskedChecks(house)) {
    if (stopping.aborted) return;
    const slot = { task: 'check-connection', slot: `${asked.connectionId} ${asked.askedAt}` };
    await runTask(house, slot, holder, stopping, async (signal) => {
      const result = await tryConnection(house, asked, signal);
      if (!signal.aborted) await recordCheck(asSystem(house), asked, result);
    });
  }
}

/** Once a day, from the hour of the first pull: asks to try every connection that nobody tried that day. */
export async function checkDaily(
  house: House,
  holder: string,
  stopping: AbortSignal,
): Promise<void> {
  if (!pullSlotAt(house.now(), house.timeZone)) return;
  const slot = { task: 'check-daily', slot: today(house) };
  await runTask(house, slot, holder, stopping, async () => {
    await askDueChecks(asSystem(house));
  });
}
