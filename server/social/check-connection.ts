import { AltavozFailure } from '../../shared/failure.ts';
import { CredentialCheck } from '../../shared/social/network-readings.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { CheckStatus, ConnectionCheck, ReachablePage } from '../../shared/social/rows.ts';
import type { ActorContext, House } from '../context.ts';
import { transact, type Write } from '../transaction.ts';
import { keepConnectionStatus } from './keep-connection-status.ts';

/** A trial that somebody asked for. */
export interface AskedCheck {
  connectionId: string;
  network: NetworkId;
  askedAt: string;
}

function notFound(id: string): AltavozFailure {
  return new AltavozFailure({ code: 'record_not_found', record: 'connection', id });
}

async function requireConnection(write: Write, id: string) {
  const row = await write.db
    .selectFrom('connection')
    .select(['checkStatus', 'checkAskedAt'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound(id);
  return row;
}

/**
 * Asks for a trial of a connection. It leaves a mark that a running schedule answers.
 * @throws {AltavozFailure} `record_not_found` when it does not exist or was removed.
 */
export function requestCheck(context: ActorContext, connectionId: string): Promise<void> {
  return transact(context, ['social'], async (write) => {
    await requireConnection(write, connectionId);
    await write.db
      .updateTable('connection')
      .set({ checkStatus: 'asked', checkAskedAt: write.at })
      .where('id', '=', connectionId)
      .execute();
    await write.audit({
      action: 'ask_check',
      record: 'connection',
      recordId: connectionId,
      details: {},
    });
  });
}

/** The trials that wait for an answer, the oldest first. */
export async function listAskedChecks({ database }: House): Promise<AskedCheck[]> {
  const rows = await database.db
    .selectFrom('connection')
    .select(['id', 'network', 'checkAskedAt'])
    .where('checkStatus', '=', 'asked')
    .where('deletedAt', 'is', null)
    .orderBy('checkAskedAt')
    .execute();
  return rows.map(({ id, network, checkAskedAt }) => ({
    connectionId: id,
    network: network as NetworkId,
    askedAt: checkAskedAt ?? '',
  }));
}

/** Keeps what a trial came to; one that was asked for again meanwhile is left to the next answer. */
export function recordCheck(
  context: ActorContext,
  { connectionId, askedAt }: Pick<AskedCheck, 'connectionId' | 'askedAt'>,
  result: CredentialCheck,
): Promise<void> {
  return transact(context, ['social'], async (write) => {
    const { checkAskedAt } = await requireConnection(write, connectionId);
    const isStale = checkAskedAt !== askedAt;
    const { expiresAt, failure, pages, missingPermissions } = result;
    if (!isStale) {
      await write.db
        .updateTable('connection')
        .set({
          checkStatus: 'done',
          checkedAt: write.at,
          checkResult: JSON.stringify(result),
          // Networks that do not tell it leave what a renewal told.
          ...(failure === null && expiresAt !== null ? { expiresAt } : {}),
        })
        .where('id', '=', connectionId)
        .execute();
      await keepConnectionStatus(context, write, connectionId, failure);
    }
    await write.audit({
      action: 'check',
      record: 'connection',
      recordId: connectionId,
      details: {
        isStale,
        pages: pages.length,
        missingPermissions,
        reason: failure?.reason ?? null,
      },
    });
  });
}

/** The result of the last trial of a connection; null when there was none. */
export function parseCheck(stored: string | null): CredentialCheck | null {
  return stored === null ? null : CredentialCheck.parse(JSON.parse(stored));
}

/** What a page goes by on its network: its identifier, or its name while that is not known. */
interface Known {
  id: string;
  externalId: string | null;
  handle: string;
}

const bare = (handle: string) => handle.replace(/^@/, '').toLowerCase();

/** Finds which page of the list, if any, is one that the network tells of. */
export function matchPages(known: readonly Known[]) {
  const byIdentifier = new Map(known.map((page) => [page.externalId, page.id]));
  const byHandle = new Map(known.map((page) => [bare(page.handle), page.id]));
  return ({ externalId, handle }: { externalId: string; handle: string }): string | null =>
    byIdentifier.get(externalId) ?? byHandle.get(bare(handle)) ?? null;
}

/**
 * How the last trial of a connection went, and which of the pages it reaches are in the list.
 * @throws {AltavozFailure} `record_not_found`.
 */
export async function readCheck(house: House, connectionId: string): Promise<ConnectionCheck> {
  const { db } = house.database;
  const row = await db
    .selectFrom('connection')
    .select(['network', 'checkStatus', 'checkAskedAt', 'checkedAt', 'checkResult'])
    .where('id', '=', connectionId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound(connectionId);
  const result = parseCheck(row.checkResult);
  const known = await db
    .selectFrom('page')
    .select(['id', 'externalId', 'handle'])
    .where('network', '=', row.network)
    .where('deletedAt', 'is', null)
    .execute();
  const find = matchPages(known);
  const pages = result?.pages.map((page): ReachablePage => ({ ...page, pageId: find(page) }));
  return {
    status: row.checkStatus as CheckStatus,
    askedAt: row.checkAskedAt,
    checkedAt: row.checkedAt,
    result: result && { ...result, pages: pages ?? [] },
  };
}
