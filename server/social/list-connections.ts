import type { NetworkFailure } from '../../shared/social/network-failure.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { CheckStatus, ConnectionRow, ConnectionStatus } from '../../shared/social/rows.ts';
import type { House } from '../context.ts';
import { parseCheck } from './check-connection.ts';
import { listFirstConnections } from './open-connection.ts';
import { openFields } from './seal-secret.ts';
import { selectLacking } from './select-lacking.ts';

/** Pages in use by the connection that reads them; pages that name none are the first one's. */
async function countPages(house: House): Promise<Map<string, number>> {
  const first = await listFirstConnections(house);
  const groups = await house.database.db
    .selectFrom('page')
    .select(['network', 'connectionId'])
    .select((select) => select.fn.countAll<number>().as('pages'))
    .where('deletedAt', 'is', null)
    .where('isPulled', '=', 1)
    .groupBy(['network', 'connectionId'])
    .execute();
  const counts = new Map<string, number>();
  for (const { network, connectionId, pages } of groups) {
    const id = connectionId ?? first.get(network as NetworkId);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + pages);
  }
  return counts;
}

const sealedElsewhere: NetworkFailure = {
  kind: 'reauthorise',
  reason: 'token_sealed',
  facts: {},
};

/** What a connection that lets in does not allow, by its last trial or by its pages; null when nothing is known to lack. */
function lackOf(missing: readonly string[], isDenied: boolean): NetworkFailure | null {
  if (missing.length === 0 && !isDenied) return null;
  const facts: NetworkFailure['facts'] =
    missing.length > 0 ? { permissions: missing.join(', ') } : {};
  return { kind: 'refused', reason: 'permission_missing', facts };
}

/** How a connection fares, and why it does not fare well. */
function standingOf(
  row: { status: string; failure: string | null; checkResult: string | null },
  { isSealed, isDenied }: { isSealed: boolean; isDenied: boolean },
): Pick<ConnectionRow, 'status' | 'failure'> {
  // What the last trial said no longer holds once the secret cannot be opened.
  if (isSealed) return { status: 'needs_token', failure: sealedElsewhere };
  const status = row.status as ConnectionStatus;
  if (row.failure !== null) return { status, failure: JSON.parse(row.failure) as NetworkFailure };
  const lack = lackOf(parseCheck(row.checkResult)?.missingPermissions ?? [], isDenied);
  return status === 'working' && lack
    ? { status: 'lacking', failure: lack }
    : { status, failure: null };
}

/** Every connection in use, by network and the oldest first; no secrets. */
export async function listConnections(house: House): Promise<ConnectionRow[]> {
  const pages = await countPages(house);
  const denied = await selectLacking(house);
  const rows = await house.database.db
    .selectFrom('connection')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('network')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const secret = openFields(house.secretKey, row.secret);
    const isSealed = row.secret !== null && secret === null;
    return {
      id: row.id,
      version: row.version,
      updatedAt: row.updatedAt,
      updatedBy: row.updatedBy,
      network: row.network as NetworkId,
      label: row.label,
      baseUrl: row.baseUrl,
      storedFields: Object.keys(secret ?? {}),
      ...standingOf(row, { isSealed, isDenied: denied.has(row.id) }),
      statusAt: row.statusAt,
      expiresAt: row.expiresAt,
      checkStatus: row.checkStatus as CheckStatus,
      checkedAt: row.checkedAt,
      pages: pages.get(row.id) ?? 0,
    };
  });
}
