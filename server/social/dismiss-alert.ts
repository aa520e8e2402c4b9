import { AltavozFailure } from '../../shared/failure.ts';
import type { ActorContext } from '../context.ts';
import { transact } from '../transaction.ts';

/**
 * Puts an alert aside, so that it is not shown nor mailed while it goes on; or shows it again.
 * @throws {AltavozFailure} `record_not_found`.
 */
export function dismissAlert(
  context: ActorContext,
  { alertId, isDismissed }: { alertId: string; isDismissed: boolean },
): Promise<void> {
  return transact(context, ['social'], async (write) => {
    const { numUpdatedRows } = await write.db
      .updateTable('alert')
      .set({
        dismissedAt: isDismissed ? write.at : null,
        dismissedBy: isDismissed ? write.actor.name : null,
      })
      .where('id', '=', alertId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'alert', id: alertId });
    }
    await write.audit({
      action: isDismissed ? 'dismiss' : 'show_again',
      record: 'alert',
      recordId: alertId,
      details: {},
    });
  });
}
