import { describe, expect, test } from 'vitest';
import { social as english } from '../../../client/words/en/social.ts';
import { social as spanish } from '../../../client/words/es/social.ts';
import { NetworkFailure } from '../../../shared/social/network-failure.ts';
import { acts, remedyOf } from '../../../shared/social/remedy.ts';

/** Every failure that the union knows, once. */
const failures = NetworkFailure.options.flatMap(({ shape }) => {
  const [kind] = shape.kind.values;
  const at = kind === 'retry_later' ? { at: '2026-11-22T19:05:00.000Z' } : {};
  return shape.reason.options.map((reason) =>
    NetworkFailure.parse({ kind, reason, facts: {}, ...at }),
  );
});

describe('who must act', () => {
  test.each(failures)('about $reason is part of the failure', (failure) => {
    const { act, by, until } = remedyOf(failure);
    expect(acts).toContain(act);
    expect(by === 'nobody').toBe(act === 'wait' || act === 'none');
    expect(until).toBe(act === 'wait' ? '2026-11-22T19:05:00.000Z' : null);
    // What only waiting mends is tried again, and nothing else is waited for in vain.
    if (act === 'wait') expect(failure.kind).toBe('retry_later');
    if (failure.kind === 'reauthorise') expect(act).toBe('reconnect');
  });

  test('a retired version is for whoever installed the program; no key mends it', () => {
    expect(remedyOf({ kind: 'refused', reason: 'version_retired', facts: {} })).toEqual({
      act: 'update',
      by: 'installer',
      until: null,
    });
  });

  test.each(failures)(
    'about $reason of one post alone sends nobody to correct the page',
    (failure) => {
      const { act } = remedyOf({ ...failure, facts: { post: '1' } } as NetworkFailure);
      expect(['correct_page', 'ask_network']).not.toContain(act);
    },
  );

  test.each([
    ['es', spanish],
    ['en', english],
  ])('is said in words of %s, once', (_, { health }) => {
    for (const act of acts) expect(health.acts[act] === '').toBe(act === 'none');
    const sentences = Object.values(health.reasons);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.filter((one) => /Altavoz|Conexiones|Connections/.test(one))).toEqual([]);
  });
});
