import { AltavozFailure } from '../../shared/failure.ts';
import type { PostTopics } from '../../shared/social/figure-schemas.ts';
import type { ActorContext } from '../context.ts';
import { transact } from '../transaction.ts';

/**
 * Says what a post is about, in place of what was said before; the same topics twice change nothing.
 * @throws {AltavozFailure} `record_not_found` when the page has no such post.
 */
export function setPostTopics(
  context: ActorContext,
  { pageId, externalId, topics }: PostTopics,
): Promise<{ topics: string[] }> {
  return transact(context, ['social'], async (write) => {
    const post = await write.db
      .selectFrom('post')
      .select('externalId')
      .where('pageId', '=', pageId)
      .where('externalId', '=', externalId)
      .executeTakeFirst();
    if (!post)
      throw new AltavozFailure({ code: 'record_not_found', record: 'post', id: externalId });
    const before = await write.db
      .selectFrom('postTopic')
      .select('topic')
      .where('pageId', '=', pageId)
      .where('externalId', '=', externalId)
      .orderBy('topic')
      .execute();
    await write.db
      .deleteFrom('postTopic')
      .where('pageId', '=', pageId)
      .where('externalId', '=', externalId)
      .execute();
    const after = [...new Set(topics)].toSorted();
    if (after.length > 0) {
      const rows = after.map((topic) => ({ pageId, externalId, topic }));
      await write.db.insertInto('postTopic').values(rows).execute();
    }
    const details = { externalId, before: before.map(({ topic }) => topic), after };
    await write.audit({ action: 'update', record: 'post', recordId: pageId, details });
    return { topics: after };
  });
}
