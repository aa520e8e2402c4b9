import type { NetworkFailure } from './network-failure.ts';

/** A count as a network gives it: the number, or why it cannot be taken as one. */
export type NetworkCount = { value: number } | { failure: NetworkFailure };

/**
 * Reads a count: a whole number from 0, or its plain decimal digits as text. Absent and null are
 * `value_not_given`, never 0; below zero, as networks answer while they put their counts right, is
 * `value_negative`; anything else is `field_malformed`. `field` names it in the facts.
 */
export function readNetworkCount(field: string, given: unknown): NetworkCount {
  if (given === undefined || given === null) {
    return { failure: { kind: 'refused', reason: 'value_not_given', facts: { field } } };
  }
  const isDigits = typeof given === 'string' && /^-?\d{1,16}$/.test(given);
  const value = isDigits ? Number(given) : given;
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    if (value >= 0) return { value };
    return { failure: { kind: 'refused', reason: 'value_negative', facts: { field } } };
  }
  const facts = { field, type: typeof given };
  return { failure: { kind: 'changed_shape', reason: 'field_malformed', facts } };
}
