import { AltavozFailure } from '../../../shared/failure.ts';
import {
  type Approvable,
  approverRoles,
  handOf,
  hasOtherApprover,
  type PriceHand,
  type PriceHands,
} from '../../../shared/press/approval.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { listActiveIds } from '../../accounts/list-active-ids.ts';
import type { ActorContext } from '../../context.ts';
import { readForChange, updateRecord } from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { findOutlet } from '../find-outlet.ts';
import { flatPolicyKind, rateKind } from '../tables.ts';

const unapproved = { approvedBy: null, approvedAt: null };

/** The columns of a price that was just entered: whose it is, and that nobody approved it. */
export function justEntered({ actor }: Write): Approvable {
  return {
    ...{ enteredById: actor.id, enteredBy: actor.name },
    ...{ changedById: null, changedBy: null },
    ...unapproved,
  };
}

/** The columns of who changed a price, whether or not it has to be approved again. */
export function changedBy({ actor }: Write): Pick<Approvable, 'changedById' | 'changedBy'> {
  return { changedById: actor.id, changedBy: actor.name };
}

/** The columns of a price that was just changed: by whom, and that nobody approved it so. */
export function justChanged(write: Write): Omit<Approvable, 'enteredById' | 'enteredBy'> {
  return { ...changedBy(write), ...unapproved };
}

type Price = PriceHands & { id: string };
type Approval = Pick<Approvable, 'approvedBy' | 'approvedAt'>;

/**
 * Whoever entered a price or changed it last leaves it to somebody else to approve, and is told
 * which of the two it was. Where the office has nobody else who may, it is approved all the same,
 * and the log says so.
 */
async function answerFor(
  write: Write,
  record: 'rate' | 'flat_policy',
  price: Price,
): Promise<{ approval: Approval } | { hand: PriceHand }> {
  const { actor } = write;
  const hand = handOf(price, actor);
  if (hand) {
    if (hasOtherApprover(price, await listActiveIds(write.db, approverRoles))) return { hand };
    const details = { approvedBy: actor.name, hand, isOnlyApprover: true };
    await write.audit({ action: 'approve', record, recordId: price.id, details });
  }
  return { approval: { approvedBy: actor.name, approvedAt: write.at } };
}

function ownPrice({ actor }: Write): AltavozFailure {
  return new AltavozFailure({ code: 'own_price', name: actor.name });
}

/** @returns the hand that the person had in it, where it is left to somebody else. */
async function answerForRate(write: Write, at: RecordVersion): Promise<RecordVersion | PriceHand> {
  const before = await readForChange(write, rateKind(''), at);
  const answer = await answerFor(write, 'rate', before);
  if ('hand' in answer) return answer.hand;
  const outlet = await findOutlet(write.db, before.outletId, true);
  const kind = rateKind(outlet.name);
  const { id, version } = await updateRecord(write, kind, before, answer.approval);
  return { id, version };
}

/**
 * Approves a rate as it stands; whoever changes it afterwards takes the approval away.
 * @throws {AltavozFailure} `own_price` to who had a hand in it, where somebody else may approve.
 */
export function approveRate(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const answer = await answerForRate(write, at);
    if (typeof answer === 'string') throw ownPrice(write);
    return answer;
  });
}

/** Which rates were approved, and which were left to somebody else and why. */
interface RatesApproved {
  approved: RecordVersion[];
  left: { id: string; hand: PriceHand }[];
}

/**
 * Approves rates as they were looked at, but for those that are for somebody else to approve,
 * which stay as they are. Of the others all are approved, or none.
 * @throws {AltavozFailure} `own_price` where all of them are for somebody else; `record_changed`,
 * `record_not_found`.
 */
export function approveRates(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RatesApproved> {
  return transact(context, ['press'], async (write) => {
    const approved: RecordVersion[] = [];
    const left: RatesApproved['left'] = [];
    for (const at of ats) {
      const answer = await answerForRate(write, at);
      if (typeof answer === 'string') left.push({ id: at.id, hand: answer });
      else approved.push(answer);
    }
    if (approved.length === 0) throw ownPrice(write);
    return { approved, left };
  });
}

/**
 * Approves the flat price of a format as it stands.
 * @throws {AltavozFailure} `own_price` to who had a hand in it, where somebody else may approve.
 */
export function approveFlatPolicy(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, flatPolicyKind, at);
    const answer = await answerFor(write, 'flat_policy', before);
    if ('hand' in answer) throw ownPrice(write);
    const { id, version } = await updateRecord(write, flatPolicyKind, before, answer.approval);
    return { id, version };
  });
}
