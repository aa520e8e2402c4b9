import { randomUUID } from 'node:crypto';
import { AltavozFailure } from '../../shared/failure.ts';
import type { PullRequestFields } from '../../shared/social/schemas.ts';
import type { ActorContext } from '../context.ts';
import { transact } from '../transaction.ts';

/**
 * Asks for a pull now, of one page or of all, of what is new or of their whole history. It leaves a row that a running schedule answers;
 * asking again while it waits gives the same request.
 * @throws {AltavozFailure} `record_not_found` when the page does not exist or was removed.
 */
export function requestPull(
  context: ActorContext,
  { pageId, kind }: PullRequestFields,
): Promise<{ id: string }> {
  return transact(context, ['social'], async (write) => {
    if (pageId !== null) {
      const page = await write.db
        .selectFrom('page')
        .select('id')
        .where('id', '=', pageId)
        .where('deletedAt', 'is', null)
        .executeTakeFirst();
      if (!page) throw new AltavozFailure({ code: 'record_not_found', record: 'page', id: pageId });
    }
    const waiting = await write.db
      .selectFrom('pullRequest')
      .select('id')
      .where('status', '=', 'waiting')
      .where('kind', '=', kind)
      .where('pageId', pageId === null ? 'is' : '=', pageId)
      .executeTakeFirst();
    const id = waiting?.id ?? randomUUID();
    if (!waiting) {
      await write.db
        .insertInto('pullRequest')
        .values({
          id,
          requestedAt: write.at,
          requestedBy: write.actor.name,
          pageId,
          kind,
          status: 'waiting',
          pullId: null,
        })
        .execute();
    }
    await write.audit({
      action: waiting ? 'repeat' : 'create',
      record: 'pull_request',
      recordId: id,
      details: { pageId, kind },
    });
    return { id };
  });
}
