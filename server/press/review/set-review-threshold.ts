import type { ActorContext } from '../../context.ts';
import { transact } from '../../transaction.ts';
import { selectThreshold } from './review-queries.ts';

const onlyRow = 1;

/** Sets from what value on the office looks at an appearance, in whole pesos; absent: none is. */
export function setReviewThreshold(
  context: ActorContext,
  amountCop: number | null,
): Promise<{ amountCop: number | null }> {
  return transact(context, ['press'], async (write) => {
    const before = await selectThreshold(write.db);
    await write.db
      .insertInto('reviewThreshold')
      .values({ id: onlyRow, amountCop })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ amountCop }))
      .execute();
    await write.audit({
      action: 'set_threshold',
      record: 'month_close',
      recordId: 'review_threshold',
      details: { before, after: amountCop },
    });
    return { amountCop };
  });
}
