import { describe, expect, test } from 'vitest';
import type { NetworkFailure } from '../../../shared/social/network-failure.ts';
import { isDue, outcomeOf } from '../../../shared/social/pull.ts';

const throttled: NetworkFailure = {
  kind: 'retry_later',
  reason: 'throttled',
  at: '2026-11-22T16:00:00.000Z',
  facts: {},
};
const expired: NetworkFailure = { kind: 'reauthorise', reason: 'token_expired', facts: {} };
const unknown: NetworkFailure = { kind: 'refused', reason: 'page_unknown', facts: {} };

function due(
  failures: NetworkFailure[],
  { at = '2026-11-22T15:00:00.000Z', now = '2026-11-22T15:30:00.000Z', savedAt = '' } = {},
): boolean {
  const unread = failures.map((failure) => ({ metric: null, failure }));
  return isDue(
    { at, outcome: outcomeOf(0, unread), failures: unread },
    { now: new Date(now), timeZone: 'America/Bogota', connectionSavedAt: savedAt || null },
  );
}

describe('the outcome of a page', () => {
  test('is what failed, in part when something was read', () => {
    expect(outcomeOf(2, [])).toBe('ok');
    expect(outcomeOf(1, [{ metric: 'posts', failure: throttled }])).toBe('partial');
    expect(outcomeOf(0, [{ metric: null, failure: expired }])).toBe('reauthorise');
  });
});

describe('a page is due', () => {
  test('on a day on which it was not tried, whatever came of the last try', () => {
    const since = { now: new Date(), timeZone: 'America/Bogota', connectionSavedAt: null };
    expect(isDue(undefined, since)).toBe(true);
    expect(due([unknown], { now: '2026-11-23T04:59:59.000Z' })).toBe(false);
    expect(due([unknown], { now: '2026-11-23T05:00:00.000Z' })).toBe(true);
  });

  test('no more once it was read that day', () => {
    expect(due([])).toBe(false);
  });

  test('again after a throttle from the moment that the network named', () => {
    expect(due([throttled])).toBe(false);
    expect(due([throttled], { now: '2026-11-22T16:00:00.000Z' })).toBe(true);
    expect(due([{ ...throttled, at: null }])).toBe(true);
  });

  test('again after a dead token once somebody saved the connection', () => {
    expect(due([expired])).toBe(false);
    expect(due([expired], { savedAt: '2026-11-22T14:00:00.000Z' })).toBe(false);
    expect(due([expired], { savedAt: '2026-11-22T15:10:00.000Z' })).toBe(true);
  });

  test('not again that day when only a person can change what failed', () => {
    expect(due([unknown])).toBe(false);
    expect(due([unknown, { ...throttled, at: null }])).toBe(true);
  });
});
