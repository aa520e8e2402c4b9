import { needsNoCredential, type Secret } from '../../shared/social/credentials.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { House } from '../context.ts';
import { openFields } from './seal-secret.ts';

/** Through which connection something is read: a page says so, and so does a connection itself. */
export interface ConnectionOf {
  network: NetworkId;
  /** Null: the network's first connection, or none where it needs none. */
  connectionId: string | null;
  /** The page's own server, on networks that are read without credentials. */
  baseUrl: string | null;
}

/** A way into a network, with its secret in clear: never to be logged, stored or answered. */
export interface OpenConnection {
  /** Null where there is no connection, as networks that need none may have it. */
  id: string | null;
  network: NetworkId;
  /** Null when there is none or it was sealed with another key; empty where none is needed. */
  secret: Secret | null;
  /** Null: the network's own address. */
  baseUrl: string | null;
  /** When its token ends, as far as it is known. */
  expiresAt: string | null;
}

/** The connections in use, the oldest of each network first. */
function selectInUse({ database }: House, network?: NetworkId) {
  const rows = database.db
    .selectFrom('connection')
    .select(['id', 'network', 'secret', 'baseUrl', 'expiresAt'])
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id');
  return network === undefined ? rows : rows.where('network', '=', network);
}

/** The connection that reads the pages of each network that name none. */
export async function listFirstConnections(house: House): Promise<Map<NetworkId, string>> {
  const first = new Map<NetworkId, string>();
  for (const { network, id } of await selectInUse(house).execute()) {
    if (!first.has(network as NetworkId)) first.set(network as NetworkId, id);
  }
  return first;
}

/**
 * Opens the connection that a page is read through, or one by its id. A page's own server takes the
 * place of the connection's only where no secret would be sent to it.
 */
export async function openConnection(house: House, of: ConnectionOf): Promise<OpenConnection> {
  const { network, connectionId } = of;
  const asked = selectInUse(house, network);
  const row = await (connectionId === null ? asked : asked.where('id', '=', connectionId))
    .limit(1)
    .executeTakeFirst();
  const isPublic = needsNoCredential(network);
  return {
    id: row?.id ?? null,
    network,
    secret: isPublic ? {} : openFields(house.secretKey, row?.secret ?? null),
    baseUrl: (isPublic ? of.baseUrl : null) ?? row?.baseUrl ?? null,
    expiresAt: row?.expiresAt ?? null,
  };
}

/** The connections in use whose secret this house's key does not open: another key sealed it. */
export async function listSealedElsewhere(
  house: House,
): Promise<{ network: string; label: string }[]> {
  const rows = await selectInUse(house).select('label').execute();
  return rows
    .filter(({ secret }) => secret !== null && openFields(house.secretKey, secret) === null)
    .map(({ network, label }) => ({ network, label }));
}
