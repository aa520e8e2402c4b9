import { describe, expect, test } from 'vitest';
import { openNetworkClient } from '../../../jobs/network-client.ts';
import { facebook } from '../../../jobs/networks/facebook.ts';
import { learnFrom, readThrough } from '../../../jobs/pull/guard-connector.ts';
import type { Credential } from '../../../jobs/pull/open-credential.ts';
import type { NetworkFailure } from '../../../shared/social/network-failure.ts';
import { makeHouse } from '../../support/house.ts';

const lost: NetworkFailure = {
  kind: 'retry_later',
  reason: 'connection_lost',
  at: null,
  facts: { code: 'ECONNRESET' },
};

function credential(): Credential {
  const client = openNetworkClient({
    connector: facebook,
    secret: { accessToken: 'token' },
    baseUrl: 'http://127.0.0.1:9',
    now: () => new Date('2026-11-22T15:00:00Z'),
  });
  return { connectionId: null, connector: facebook, client, closedBy: null, outages: 0 };
}

describe('the circuit of a credential', () => {
  test('opens after three readings in a row that found the network out of reach', async () => {
    const house = await makeHouse();
    const tried = credential();
    const read = async (failure: NetworkFailure | null) => {
      const found = await readThrough(
        house,
        tried,
        async () => ({ failure, isAsked: true }),
        (closing) => ({ failure: closing, isAsked: false }),
      );
      if (found.isAsked) learnFrom(tried, found.failure);
      return found.isAsked;
    };
    expect(await read(lost)).toBe(true);
    expect(await read(lost)).toBe(true);
    expect(await read(null)).toBe(true);
    expect(await read(lost)).toBe(true);
    expect(await read(lost)).toBe(true);
    expect(await read(lost)).toBe(true);
    expect(await read(null)).toBe(false);
    expect(tried.closedBy).toEqual(lost);
  });

  test('opens at once for a dead token or a spent plan, and not for a page that is unknown', () => {
    const unknown = { kind: 'refused', reason: 'page_unknown', facts: {} } as const;
    const spent = { kind: 'refused', reason: 'usage_capped', facts: {} } as const;
    const dead = { kind: 'reauthorise', reason: 'token_expired', facts: {} } as const;
    for (const failure of [spent, dead]) {
      const tried = credential();
      for (let times = 0; times < 10; times += 1) learnFrom(tried, unknown);
      expect(tried.closedBy).toBeNull();
      learnFrom(tried, failure);
      expect(tried.closedBy).toEqual(failure);
    }
  });

  test('takes a connector that breaks for an answer of unknown shape', async () => {
    const house = await makeHouse();
    const found = await readThrough<NetworkFailure | null>(
      house,
      credential(),
      async () => {
        throw new TypeError('undefined is not a list');
      },
      (failure) => failure,
    );
    expect(found).toMatchObject({ kind: 'changed_shape', facts: { error: 'TypeError' } });
  });
});
