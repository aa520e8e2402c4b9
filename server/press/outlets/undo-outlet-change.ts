import type { OutletFields } from '../../../shared/press/schemas.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { readForChange } from '../../database/versioned-record.ts';
import { transact } from '../../transaction.ts';
import { restoreBatch } from '../rates/undo-revaluation.ts';
import { updateOutlet } from '../save-outlet.ts';
import { outletKind } from '../tables.ts';

/**
 * Makes an outlet what it was before its last change, and gives the appearances that followed that
 * change exactly what they counted; what came after is asked about as in any other change.
 * @throws {AltavozFailure} `record_changed` when it was changed again; `month_closed`, and what
 * changing an outlet throws.
 */
export function undoOutletChange(
  context: ActorContext,
  at: RecordVersion,
  fields: OutletFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    await readForChange(write, outletKind, at);
    const batch = await write.db
      .selectFrom('revaluation')
      .select(['id', 'count'])
      .where('outletId', '=', at.id)
      .where('outletVersion', '=', at.version)
      .where('undoneAt', 'is', null)
      .executeTakeFirst();
    if (batch) await restoreBatch(write, batch);
    return updateOutlet({ ...context, within: write }, at, fields);
  });
}
