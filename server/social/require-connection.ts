import { AltavozFailure } from '../../shared/failure.ts';
import { needsNoCredential } from '../../shared/social/credentials.ts';
import type { PageFields } from '../../shared/social/schemas.ts';
import type { Write } from '../transaction.ts';

function refuse(path: string, rule: string): AltavozFailure {
  return new AltavozFailure({ code: 'invalid_input', fields: [{ path, rule, facts: {} }] });
}

/**
 * Checks how a page is to be reached: through a connection of its own network, and at a server of
 * its own only where no token would be sent there.
 * @throws {AltavozFailure} `invalid_input`.
 */
export async function requireConnection(
  write: Write,
  { network, connectionId, baseUrl }: Pick<PageFields, 'network' | 'connectionId' | 'baseUrl'>,
): Promise<void> {
  if (baseUrl !== null && !needsNoCredential(network)) throw refuse('baseUrl', 'own_server');
  if (connectionId === null) return;
  const connection = await write.db
    .selectFrom('connection')
    .select('network')
    .where('id', '=', connectionId)
    .executeTakeFirst();
  if (connection?.network !== network) throw refuse('connectionId', 'other_network');
}
