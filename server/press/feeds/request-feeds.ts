import { randomUUID } from 'node:crypto';
import type { ActorContext } from '../../context.ts';
import { transact } from '../../transaction.ts';

/** Asks for every active feed to be read now; the schedule answers within seconds. @returns how many. */
export function requestFeeds(context: ActorContext): Promise<number> {
  return transact(context, ['press'], async (write) => {
    const feeds = await write.db
      .selectFrom('feed')
      .select(['id', 'address'])
      .where('deletedAt', 'is', null)
      .where('isActive', '=', 1)
      .execute();
    for (const { id: feedId, address } of feeds) {
      await write.db
        .insertInto('feedState')
        .values({
          ...{ feedId, address, etag: null, lastModified: null, attemptedAt: null },
          ...{ succeededAt: null, outcome: null, failure: null, requestedAt: write.at },
        })
        .onConflict((conflict) => conflict.column('feedId').doUpdateSet({ requestedAt: write.at }))
        .execute();
    }
    await write.audit({
      action: 'request',
      record: 'feed',
      recordId: randomUUID(),
      details: { count: feeds.length },
    });
    return feeds.length;
  });
}
