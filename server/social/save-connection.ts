import { randomUUID } from 'node:crypto';
import type { Secret } from '../../shared/social/credentials.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { networks } from '../../shared/social/networks.ts';
import type { ConnectionRow } from '../../shared/social/rows.ts';
import type { ConnectionFields } from '../../shared/social/schemas.ts';
import type { ActorContext, House } from '../context.ts';
import { transact } from '../transaction.ts';
import { openSecret, sealSecret } from './seal-secret.ts';

/**
 * Stores how a network is reached. The token is kept encrypted and is never read back to a
 * person; without one the stored token stays, and only the address changes.
 */
export function saveConnection(context: ActorContext, fields: ConnectionFields): Promise<void> {
  return transact(context, ['social'], async (write) => {
    const { network, token, baseUrl } = fields;
    const before = await write.db
      .selectFrom('connection')
      .selectAll()
      .where('network', '=', network)
      .executeTakeFirst();
    const secret = JSON.stringify({ accessToken: token });
    const row = {
      baseUrl,
      secret: token === null ? (before?.secret ?? null) : sealSecret(context.secretKey, secret),
      status: 'not_tried',
      statusAt: null,
      version: (before?.version ?? 0) + 1,
      updatedAt: write.at,
      updatedBy: write.actor.name,
    };
    const id = before?.id ?? randomUUID();
    await write.db
      .insertInto('connection')
      .values({ id, network, label: '', createdAt: write.at, checkStatus: 'none', ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    await write.audit({
      action: before ? 'update' : 'create',
      record: 'connection',
      recordId: network,
      details: { baseUrl, tokenChanged: token !== null },
    });
  });
}

/** Every network with how it is reached, connected or not; no secrets. */
export async function listConnections(house: House): Promise<ConnectionRow[]> {
  const rows = await house.database.db.selectFrom('connection').selectAll().execute();
  return networks.map((network) => {
    const row = rows.find((candidate) => candidate.network === network);
    return {
      network,
      baseUrl: row?.baseUrl ?? null,
      hasToken: Boolean(row?.secret),
      status: row ? (row.status as ConnectionRow['status']) : 'not_connected',
      statusAt: row?.statusAt ?? null,
      updatedAt: row?.updatedAt ?? null,
      updatedBy: row?.updatedBy ?? null,
    };
  });
}

/** What a pull needs to reach a network; a secret sealed with another key counts as absent. */
export async function openConnection(
  house: House,
  network: NetworkId,
): Promise<{ secret: Secret | null; baseUrl: string | null }> {
  const row = await house.database.db
    .selectFrom('connection')
    .select(['secret', 'baseUrl'])
    .where('network', '=', network)
    .executeTakeFirst();
  const opened = row?.secret ? openSecret(house.secretKey, row.secret) : null;
  return {
    secret: opened === null ? null : (JSON.parse(opened) as Secret),
    baseUrl: row?.baseUrl ?? null,
  };
}
