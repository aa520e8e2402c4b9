import { needsNoCredential } from '../../shared/social/credentials.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { ActorContext } from '../context.ts';
import { requestCheck } from './check-connection.ts';

const dayMs = 24 * 3_600_000;

/** Networks that charge for what a trial reads; their pulls tell as much. */
const charges: ReadonlySet<string> = new Set<NetworkId>(['x']);

/** Asks to try the connections that were not tried for a day; those without credentials have none to try. */
export async function askDueChecks(context: ActorContext): Promise<{ asked: number }> {
  const now = context.now();
  const since = new Date(now.getTime() - dayMs).toISOString();
  const rows = await context.database.db
    .selectFrom('connection')
    .select(['id', 'network', 'checkedAt'])
    .where('deletedAt', 'is', null)
    .where('checkStatus', '<>', 'asked')
    .execute();
  const due = rows.filter(
    ({ network, checkedAt }) =>
      !needsNoCredential(network as NetworkId) &&
      !charges.has(network) &&
      // A trial of a time to come was made before the clock was set back.
      (checkedAt === null || checkedAt <= since || checkedAt > now.toISOString()),
  );
  for (const { id } of due) await requestCheck(context, id);
  return { asked: due.length };
}
