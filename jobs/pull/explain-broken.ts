import type { NetworkFailure } from '../../shared/social/network-failure.ts';

/** The failure of what a connector itself broke on: it met an answer that it does not know. */
export function explainBroken(error: unknown): NetworkFailure {
  const facts = { field: '', error: error instanceof Error ? error.name : 'unknown' };
  return { kind: 'changed_shape', reason: 'field_malformed', facts };
}
