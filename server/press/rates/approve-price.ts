import type { Kysely } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import { type Approvable, approverRoles, isEnteredBy } from '../../../shared/press/approval.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { countOtherAccounts } from '../../accounts/count-other-accounts.ts';
import type { ActorContext } from '../../context.ts';
import type { Tables } from '../../database/schema.ts';
import { readForChange, updateRecord } from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { findOutlet } from '../find-outlet.ts';
import { flatPolicyKind, rateKind } from '../tables.ts';

/** The columns of a price that was just entered or changed: whose it is, and that nobody approved it. */
export function justEntered({ actor }: Write): Approvable {
  return { enteredById: actor.id, enteredBy: actor.name, approvedBy: null, approvedAt: null };
}

/** How many people besides one may approve prices. */
function countOtherApprovers(db: Kysely<Tables>, id: string | null): Promise<number> {
  return countOtherAccounts(db, approverRoles, id);
}

/**
 * Whoever entered a price leaves it to somebody else to approve. Where the office has nobody else
 * who may, it is approved all the same, and the log says so.
 */
async function answerFor(
  write: Write,
  record: 'rate' | 'flat_policy',
  price: Approvable & { id: string },
): Promise<Pick<Approvable, 'approvedBy' | 'approvedAt'>> {
  const { actor } = write;
  if (isEnteredBy(price, actor)) {
    if ((await countOtherApprovers(write.db, actor.id)) > 0) {
      throw new AltavozFailure({ code: 'own_price', name: actor.name });
    }
    const details = { approvedBy: actor.name, enteredBy: price.enteredBy, isOnlyApprover: true };
    await write.audit({ action: 'approve', record, recordId: price.id, details });
  }
  return { approvedBy: actor.name, approvedAt: write.at };
}

/**
 * Approves a rate as it stands; whoever changes it afterwards takes the approval away.
 * @throws {AltavozFailure} `own_price` to who entered it, where somebody else may approve.
 */
export function approveRate(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, rateKind(''), at);
    const outlet = await findOutlet(write.db, before.outletId, true);
    const approval = await answerFor(write, 'rate', before);
    const { id, version } = await updateRecord(write, rateKind(outlet.name), before, approval);
    return { id, version };
  });
}

/**
 * Approves the flat price of a format as it stands.
 * @throws {AltavozFailure} `own_price` to who entered it, where somebody else may approve.
 */
export function approveFlatPolicy(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, flatPolicyKind, at);
    const approval = await answerFor(write, 'flat_policy', before);
    const { id, version } = await updateRecord(write, flatPolicyKind, before, approval);
    return { id, version };
  });
}
