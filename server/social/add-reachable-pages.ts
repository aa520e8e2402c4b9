import { AltavozFailure } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { ReachablePages } from '../../shared/social/connections.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import { insertRecord } from '../database/versioned-record.ts';
import { transact } from '../transaction.ts';
import { matchPages, parseCheck } from './check-connection.ts';
import { pageKind } from './tables.ts';

/** What adding pages came to: the new ones, and how many were there already. */
export interface AddedPages {
  added: RecordVersion[];
  alreadyThere: number;
}

/**
 * Adds pages that the last trial of a connection found, all or none; those in the list already are
 * passed over.
 * @throws {AltavozFailure} `record_not_found` when the connection does not exist, or a page is not
 * among those that it reaches.
 */
export function addReachablePages(
  context: ActorContext,
  { connectionId, externalIds, departmentId }: ReachablePages,
): Promise<AddedPages> {
  return transact(context, ['social'], async (write) => {
    await requireDepartment(write, departmentId);
    const connection = await write.db
      .selectFrom('connection')
      .select(['network', 'checkResult'])
      .where('id', '=', connectionId)
      .where('deletedAt', 'is', null)
      .executeTakeFirst();
    const reached = new Map(
      parseCheck(connection?.checkResult ?? null)?.pages.map((page) => [page.externalId, page]),
    );
    const lost = externalIds.find((id) => !reached.has(id));
    if (!connection || lost !== undefined) {
      const record = connection ? 'page' : 'connection';
      throw new AltavozFailure({ code: 'record_not_found', record, id: lost ?? connectionId });
    }
    const { network } = connection;
    const known = await write.db
      .selectFrom('page')
      .select(['id', 'externalId', 'handle'])
      .where('network', '=', network)
      .where('deletedAt', 'is', null)
      .execute();
    const added: RecordVersion[] = [];
    const wanted = [...reached.values()].filter(({ externalId }) =>
      externalIds.includes(externalId),
    );
    const isThere = matchPages(known);
    const fresh = wanted.filter((page) => isThere(page) === null);
    for (const { externalId, handle, title } of fresh) {
      const { id, version } = await insertRecord(write, pageKind, {
        network,
        handle: handle.replace(/^@/, ''),
        externalId,
        title,
        departmentId,
        connectionId,
        baseUrl: null,
        isMain: 0,
        isPulled: 1,
      });
      added.push({ id, version });
    }
    const alreadyThere = wanted.length - fresh.length;
    await write.audit({
      action: 'add_pages',
      record: 'connection',
      recordId: connectionId,
      details: { added: added.length, alreadyThere },
    });
    return { added, alreadyThere };
  });
}
