import { setImmediate as nextTick } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTurn, makeTurns } from '../../server/turns.ts';

const bounds = {
  atOnce: 3,
  atOnceEach: 2,
  waiting: 12,
  waitingEach: 5,
  waitingFromAddress: 8,
  retryAfterSeconds: 7,
};

const asker = (person: number, address = person % 2) => ({
  person: `person ${person}`,
  address: `2001:db8:0:${address}::${person}`,
});

interface Call {
  person: number;
  lasts: number;
}

/** Has people ask for turns all at once, and notes the most that worked and who was let in, in order. */
async function askAll(calls: readonly Call[]) {
  const turns = makeTurns(bounds);
  const working: number[] = [];
  const noted = { most: 0, mostOfOne: 0, order: [] as number[], refused: [] as number[] };
  await Promise.all(
    calls.map(async ({ person, lasts }) => {
      try {
        await inTurn(turns, asker(person), async () => {
          working.push(person);
          noted.order.push(person);
          noted.most = Math.max(noted.most, working.length);
          const own = working.filter((one) => one === person).length;
          noted.mostOfOne = Math.max(noted.mostOfOne, own);
          for (let at = 0; at < lasts; at += 1) await nextTick();
          working.splice(working.indexOf(person), 1);
          if (lasts % 2 === 1) throw new Error('work may fail');
        });
      } catch (error) {
        const failure = (error as { failure?: unknown }).failure;
        if (!failure) return;
        expect(failure).toEqual({ code: 'too_many_requests', retryAfterSeconds: 7 });
        noted.refused.push(person);
      }
    }),
  );
  const left = await turns.take(asker(99));
  left();
  return noted;
}

describe('costly work', () => {
  test('is never done by more at once than may, and everybody is let in or refused', async () => {
    const call = fc.record({ person: fc.integer({ min: 0, max: 5 }), lasts: fc.nat({ max: 3 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 40 }), async (calls) => {
        const { most, mostOfOne, order, refused } = await askAll(calls);
        expect(most).toBeLessThanOrEqual(bounds.atOnce);
        expect(mostOfOne).toBeLessThanOrEqual(bounds.atOnceEach);
        const people = [...order, ...refused].sort();
        expect(people).toEqual(calls.map(({ person }) => person).sort());
        const heard = bounds.atOnce + bounds.waiting;
        expect(order.length).toBeLessThanOrEqual(heard);
      }),
      { numRuns: 150 },
    );
  });

  test('of one person who asks without end does not keep another waiting for all of it', async () => {
    const flood = Array.from({ length: 50 }, () => ({ person: 1, lasts: 2 }));
    const { order, refused } = await askAll([...flood, { person: 2, lasts: 2 }]);
    expect(refused).toEqual(Array(43).fill(1));
    expect(order.indexOf(2)).toBeLessThan(4);
  });

  test('waits from one address, and from a network of it, no more than may', async () => {
    const turns = makeTurns(bounds);
    const asked = Array.from({ length: 20 }, (_, at) =>
      inTurn(turns, asker(at, 1), () => nextTick()).then(
        () => 'done',
        () => 'refused',
      ),
    );
    const other = inTurn(turns, asker(30, 2), async () => 'done');
    const told = await Promise.all(asked);
    expect(told.filter((one) => one === 'done')).toHaveLength(
      bounds.atOnce + bounds.waitingFromAddress,
    );
    expect(await other).toBe('done');
  });

  test('begins at once where nobody else is at it, and then after what came in meanwhile', async () => {
    const turns = makeTurns({ ...bounds, atOnce: 1, atOnceEach: 1 });
    const order: string[] = [];
    const costly = Array.from({ length: 4 }, (_, at) =>
      inTurn(turns, asker(1), async () => order.push(`costly ${at}`)),
    );
    const cheap = (async () => {
      for (let at = 0; at < 3; at += 1) {
        await nextTick();
        order.push(`cheap ${at}`);
      }
    })();
    await Promise.all([...costly, cheap]);
    expect(order.slice(0, 5)).toEqual(['costly 0', 'cheap 0', 'cheap 1', 'cheap 2', 'costly 1']);
  });
});
