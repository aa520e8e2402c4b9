import { AltavozFailure } from '../../shared/failure.ts';
import type { ActorContext, House } from '../context.ts';
import { transact } from '../transaction.ts';

/**
 * Asks a pull to end: whoever makes it stops after the call under way, and keeps what it read.
 * One that has ended already stays as it is.
 * @throws {AltavozFailure} `record_not_found`.
 */
export function cancelPull(context: ActorContext, pullId: string): Promise<{ id: string }> {
  return transact(context, ['social'], async (write) => {
    const pull = await write.db
      .selectFrom('pull')
      .select(['finishedAt', 'cancelAskedAt'])
      .where('id', '=', pullId)
      .executeTakeFirst();
    if (!pull) throw new AltavozFailure({ code: 'record_not_found', record: 'pull', id: pullId });
    if (pull.finishedAt === null && pull.cancelAskedAt === null) {
      await write.db
        .updateTable('pull')
        .set({ cancelAskedAt: write.at, cancelAskedBy: write.actor.name })
        .where('id', '=', pullId)
        .execute();
    }
    await write.audit({ action: 'cancel', record: 'pull', recordId: pullId, details: {} });
    return { id: pullId };
  });
}

/** Whether somebody has asked a pull to end. */
export async function isCancelAsked({ database }: House, pullId: string): Promise<boolean> {
  const pull = await database.db
    .selectFrom('pull')
    .select('cancelAskedAt')
    .where('id', '=', pullId)
    .executeTakeFirst();
  return (pull?.cancelAskedAt ?? null) !== null;
}
