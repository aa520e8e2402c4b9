import { describe, expect, test } from 'vitest';
import type { OutletFields } from '../../../../shared/press/schemas.ts';
import { callerAs, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { addColombiano, piece, pieceValue } from '../press-records.ts';
import { closeAsSeen } from '../review-records.ts';

const colombiano = { name: 'El Colombiano', medium: 'press' } as const;
const contract = { from: '2026-11-01', to: null, reference: 'Contrato 12' };

async function mixOf(house: TestHouse) {
  return house.database.db
    .selectFrom('pressMonthMix')
    .select(['month', 'underContract', 'count', 'value'])
    .orderBy('month')
    .execute();
}

describe('what is known of an outlet', () => {
  test('audience, visits, sites and contracts are kept and shown', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const fields: OutletFields = {
      ...colombiano,
      town: 'Medellín',
      scope: 'regional',
      website: 'https://www.elcolombiano.com',
      isOwnChannel: false,
      vatRate: '0.19',
      audience: 1_200_000,
      monthlyVisitors: 8_000_000,
      domains: ['https://www.elcolombiano.com/antioquia', 'm.elcolombiano.com'],
      contracts: [contract],
    };
    await press.createOutlet(fields);
    expect((await press.listOutlets({})).rows).toMatchObject([
      { ...fields, domains: ['elcolombiano.com'] },
    ]);
  });

  test('a site is of one outlet, also when one comes back', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const at = await press.createOutlet({ ...colombiano, domains: ['elcolombiano.com'] });
    const other = { name: 'Otro', medium: 'press', domains: ['www.elcolombiano.com'] } as const;
    const taken = { code: 'value_taken', field: 'domains', value: 'elcolombiano.com' };
    expect(
      await failureOf(press.createOutlet({ ...other, domains: [...other.domains] })),
    ).toMatchObject(taken);
    const removed = await press.removeOutlet(at);
    await press.createOutlet({ ...other, domains: [...other.domains] });
    expect(await failureOf(press.restoreOutlet(removed))).toMatchObject(taken);
  });

  test.each([
    ['domains.0', { domains: ['sin dominio'] }],
    ['audience', { audience: 0 }],
    ['contracts.0.to', { contracts: [{ ...contract, to: '2026-10-01' }] }],
  ])('a wrong %s is refused', async (path, change) => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const failure = await failureOf(press.createOutlet({ ...colombiano, ...change }));
    const { issues } = failure as { issues: { path: string[] }[] };
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});

describe('an advertising contract', () => {
  test('marks the appearances of its days, those already logged too, and moves the sums apart', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, outlet } = await addColombiano(house);
    const early = await press.createClipping(piece(outletId, { day: '2026-10-20' }));
    const late = await press.createClipping(piece(outletId));
    const fields = { ...colombiano, contracts: [contract] };
    const at = await press.updateOutlet({ at: outlet, fields });

    expect(await press.readClipping(early)).toMatchObject({ underContract: false });
    expect(await press.readClipping(late)).toMatchObject({ underContract: true, version: 1 });
    expect(await mixOf(house)).toEqual([
      { month: '2026-10', underContract: 0, count: 1, value: pieceValue },
      { month: '2026-11', underContract: 1, count: 1, value: pieceValue },
    ]);

    await press.updateOutlet({ at, fields: colombiano });
    expect(await press.readClipping(late)).toMatchObject({ underContract: false });
    expect(await mixOf(house)).toMatchObject([{ underContract: 0 }, { underContract: 0 }]);
  });

  test('leaves a closed month as it was closed', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, outlet } = await addColombiano(house);
    const at = await press.createClipping(piece(outletId));
    await closeAsSeen(house, '2026-11');
    await press.updateOutlet({ at: outlet, fields: { ...colombiano, contracts: [contract] } });
    expect(await press.readClipping(at)).toMatchObject({ underContract: false });
    expect(await mixOf(house)).toMatchObject([{ underContract: 0, count: 1 }]);
  });
});
