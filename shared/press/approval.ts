/** Who may answer for a price, besides those who enter it. */
export const approverRoles = ['coordinator', 'secretary'] as const;

/** Whether somebody answered for the price of a value when it was made. */
export const rateApprovals = ['approved', 'unapproved'] as const;
export type RateApproval = (typeof rateApprovals)[number];

/** What a price says of who entered and who approved it. */
export interface Approvable {
  /** The account that entered it or changed it last; absent where none is known. */
  enteredById: string | null;
  enteredBy: string | null;
  approvedBy: string | null;
  /** ISO instant; absent where nobody approved it in Altavoz. */
  approvedAt: string | null;
}

/** Whether a person is the one who entered a price; without an account, the name tells. */
export function isEnteredBy(
  price: Pick<Approvable, 'enteredById' | 'enteredBy'>,
  person: { id: string | null; name: string },
): boolean {
  if (price.enteredById !== null || person.id !== null) return price.enteredById === person.id;
  return price.enteredBy === person.name;
}
