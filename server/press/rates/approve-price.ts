import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { readForChange, updateRecord } from '../../database/versioned-record.ts';
import { transact } from '../../transaction.ts';
import { findOutlet } from '../find-outlet.ts';
import { flatPolicyKind, rateKind } from '../tables.ts';

/** Approves a rate as it stands; whoever changes it afterwards takes the approval away. */
export function approveRate(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, rateKind(''), at);
    const outlet = await findOutlet(write.db, before.outletId, true);
    const approval = { approvedBy: write.actor.name, approvedAt: write.at };
    const { id, version } = await updateRecord(write, rateKind(outlet.name), before, approval);
    return { id, version };
  });
}

/** Approves the flat price of a format as it stands. */
export function approveFlatPolicy(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, flatPolicyKind, at);
    const approval = { approvedBy: write.actor.name, approvedAt: write.at };
    const { id, version } = await updateRecord(write, flatPolicyKind, before, approval);
    return { id, version };
  });
}
