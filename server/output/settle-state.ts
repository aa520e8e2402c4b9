import { AltavozFailure } from '../../shared/failure.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import { type OutputState, offeredState } from '../../shared/output/state.ts';

/** An item whose state is known. */
export interface StatedItem extends OutputItemFields {
  state: OutputState;
}

/**
 * Settles what stands of an item: what it says, else what it was stored as, else what its day offers.
 * @throws {AltavozFailure} `invalid_input` for what is said to be done on a day that is to come.
 */
export function settleState(
  today: string,
  fields: OutputItemFields,
  stored?: OutputState,
): StatedItem {
  const state = fields.state ?? stored ?? offeredState(fields.day, today);
  if (state === 'done' && fields.day > today) {
    const field = { path: 'state', rule: 'done_to_come', facts: { day: fields.day } };
    throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
  }
  const stateReason = state === 'cancelled' ? fields.stateReason : null;
  // A copy that begins with both has room for them; one that gets them last is moved for each.
  return Object.assign({ state, stateReason }, fields, { state, stateReason });
}
