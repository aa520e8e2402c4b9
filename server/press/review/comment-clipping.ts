import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { CommentRow } from '../../../shared/press/review-rows.ts';
import type { ActorContext } from '../../context.ts';
import type { ClippingCommentTable } from '../../database/review-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { transact, type Write } from '../../transaction.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';

/** Keeps what the actor says of an appearance, with its audit row. */
export async function storeComment(
  write: Write,
  comment: Pick<ClippingCommentTable, 'id' | 'clippingId' | 'kind'>,
  text: string,
): Promise<void> {
  const { id: actorId, name: actorName } = write.actor;
  await write.db
    .insertInto('clippingComment')
    .values({ ...comment, text, at: write.at, actorId, actorName })
    .execute();
  await write.audit({
    action: comment.kind,
    record: 'clipping_comment',
    recordId: comment.id,
    details: { clippingId: comment.clippingId, text },
  });
}

/**
 * Says something of an appearance, which stands under it from then on.
 * @throws {AltavozFailure} `record_not_found`; `month_closed`.
 */
export function commentClipping(
  context: ActorContext,
  { id: clippingId, text }: { id: string; text: string },
): Promise<{ id: string }> {
  return transact(context, ['press'], async (write) => {
    const row = await write.db
      .selectFrom('clipping')
      .select(['month', 'deletedAt'])
      .where('id', '=', clippingId)
      .executeTakeFirst();
    if (!row || row.deletedAt !== null) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id: clippingId });
    }
    await refuseClosedMonths(write, [row.month]);
    const id = randomUUID();
    await storeComment(write, { id, clippingId, kind: 'comment' }, text);
    return { id };
  });
}

const mostComments = 200;

/** What was said of an appearance, the newest first. */
export function listClippingComments(
  db: Kysely<Tables>,
  clippingId: string,
): Promise<CommentRow[]> {
  return db
    .selectFrom('clippingComment')
    .select(['id', 'kind', 'text', 'at', 'actorName as by'])
    .where('clippingId', '=', clippingId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(mostComments)
    .execute();
}
