/** Who may answer for a price, besides those who enter it. */
export const approverRoles = ['coordinator', 'secretary'] as const;

/** Whether somebody answered for the price of a value when it was made. */
export const rateApprovals = ['approved', 'unapproved'] as const;
export type RateApproval = (typeof rateApprovals)[number];

/** Who had a hand in a price: who first entered it, and who changed it last, if anybody did. */
export interface PriceHands {
  /** The account that first entered it; absent where none is known. */
  enteredById: string | null;
  enteredBy: string | null;
  /** The account that changed it last; absent where nobody did since it was entered. */
  changedById: string | null;
  changedBy: string | null;
}

/** What a price says of who made it what it is, and of who approved it. */
export interface Approvable extends PriceHands {
  approvedBy: string | null;
  /** ISO instant; absent where nobody approved it in Altavoz. */
  approvedAt: string | null;
}

/** A price as it is listed. */
export interface ListedApproval extends Approvable {
  /** Whether an approver of the office had no hand in it. */
  hasOtherApprover: boolean;
}

/** What a person did of a price, and so leaves to somebody else to approve. */
export type PriceHand = 'entered' | 'changed';

interface Person {
  id: string | null;
  name: string;
}

/** Whether a person is the one of an account; without an account, the name tells. */
function isPerson(id: string | null, name: string | null, person: Person): boolean {
  return id !== null || person.id !== null ? id === person.id : name === person.name;
}

/** What a person did of a price; absent where it is all of others. */
export function handOf(price: PriceHands, person: Person): PriceHand | null {
  if (isPerson(price.enteredById, price.enteredBy, person)) return 'entered';
  return isPerson(price.changedById, price.changedBy, person) ? 'changed' : null;
}

/** Whether one of the approvers, by their accounts, had no hand in a price. */
export function hasOtherApprover(price: PriceHands, approverIds: readonly string[]): boolean {
  return approverIds.some((id) => id !== price.enteredById && id !== price.changedById);
}
