import { describe, expect, test } from 'vitest';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { makeHouse } from '../../support/house.ts';
import { alsoAt, signInAt } from '../../support/office.ts';
import type { Visitor } from '../../support/visitor.ts';
import { startWebServer } from '../../support/web-server.ts';

const year = { from: '2026-01', to: '2026-12' };

/** An office with two server processes on its database, and the coordinator signed in at both. */
async function openOffice() {
  const house = await makeHouse();
  const [first, second] = await Promise.all([
    startWebServer(house.place),
    startWebServer(house.place),
  ]);
  const here = await signInAt(house, first.url, 'coordinator');
  return { house, here, there: alsoAt(second.url, here) };
}

function piece(title: string, day = '2026-03-10') {
  return { kind: 'graphic_piece', title, day };
}

async function countOfMarch(visitor: Visitor): Promise<number> {
  const { data } = await visitor.query<{ cells: { month: string; count: number }[] }>(
    'output.readMonthMatrix',
    year,
  );
  return data?.cells.find((cell) => cell.month === '2026-03')?.count ?? 0;
}

describe('two processes on one database', () => {
  test('write at once and lose nothing, and the roll-up stays the count of the records', async () => {
    const { house, here, there } = await openOffice();
    const statuses: number[] = [];
    const write = async (visitor: Visitor, label: string) => {
      for (let number = 0; number < 25; number += 1) {
        const { status } = await visitor.mutate('output.createItem', piece(`${label} ${number}`));
        statuses.push(status);
      }
    };
    await Promise.all([write(here, 'A'), write(there, 'B'), write(here, 'C'), write(there, 'D')]);

    expect(statuses).toEqual(Array(100).fill(200));
    expect(await countOfMarch(here)).toBe(100);
    expect(await countOfMarch(there)).toBe(100);
    expect(await checkOutputRollup(house)).toEqual([]);
  }, 90_000);

  test('never show an old answer once the other acknowledged a write', async () => {
    const { here, there } = await openOffice();
    for (let round = 1; round <= 12; round += 1) {
      const [writer, reader] = round % 2 === 0 ? [here, there] : [there, here];
      expect(await countOfMarch(reader)).toBe(round - 1);
      await writer.mutate('output.createItem', piece(`Pieza ${round}`));
      expect(await countOfMarch(reader)).toBe(round);
      expect(await countOfMarch(writer)).toBe(round);
    }
  }, 90_000);

  test('let one of two people change a record, and tell the other', async () => {
    const { house, here, there } = await openOffice();
    const made = await here.mutate<{ id: string; version: number }>(
      'output.createItem',
      piece('Afiche'),
    );
    let at = made.data;
    for (let round = 0; round < 8; round += 1) {
      const attempts = await Promise.all(
        [here, there].map((visitor, index) =>
          visitor.mutate<{ id: string; version: number }>('output.updateItem', {
            at,
            fields: piece(`Afiche de ${index} en ${round}`, `2026-03-${10 + round + index}`),
          }),
        ),
      );
      expect(attempts.map((attempt) => attempt.status).sort()).toEqual([200, 409]);
      const refused = attempts.find((attempt) => attempt.failure);
      expect(refused?.failure).toMatchObject({ code: 'record_changed' });
      at = attempts.find((attempt) => attempt.data)?.data;
    }
    expect(at?.version).toBe(9);
    expect(await checkOutputRollup(house)).toEqual([]);
  }, 90_000);
});
