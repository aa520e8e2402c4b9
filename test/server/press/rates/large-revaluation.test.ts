import { describe, expect, test } from 'vitest';
import type { PlannedPart } from '../../../../server/press/rates/plan-revaluation.ts';
import { revalueClippings } from '../../../../server/press/rates/revalue-clippings.ts';
import { showValueChanges, sumUpPlan } from '../../../../server/press/rates/sum-up-plan.ts';
import { RevaluationScope } from '../../../../shared/press/revaluation.ts';
import { as, callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { addColombiano, pageRate, piece, pieceValue } from '../press-records.ts';

const most = 3;
const november = { from: '2026-11-01', to: '2026-11-30' };
const perPart = 1_000;

/** As many changes as are asked for, and how many parts were asked for. */
function manyChanges(parts: number) {
  const made = { parts: 0 };
  async function* plan(): AsyncGenerator<PlannedPart> {
    for (let part = 0; part < parts; part += 1) {
      made.parts += 1;
      const changes = Array.from({ length: perPart }, (_, at) => ({
        row: {
          id: `nota ${part} ${at}`,
          version: 1,
          outletId: 'medio',
          month: '2026-11',
          day: '2026-11-03',
          title: 'Nota',
          channel: 'broadcast_digital',
          format: 'web',
          section: '',
          isPaid: 0 as const,
          measures: '{}',
          rateId: null,
          standing: 'unvalued',
          valueCop: null,
          valueWithVatCop: null,
          grade: null,
        },
        outletName: 'El Medio',
        after: {
          channel: 'broadcast_digital',
          rateId: null,
          standing: 'valued' as const,
          valueCop: 450_000,
          valueWithVatCop: 535_500,
          grade: 'C' as const,
          valuation: '{}',
        },
      }));
      yield { looked: perPart, changes };
    }
  }
  return { made, plan };
}

describe('a plan with more changes than one batch takes', () => {
  test('is not read further than where it is known to be too large', async () => {
    const { made, plan } = manyChanges(500);
    const { total } = await sumUpPlan(plan(), { most: 20_000 });
    expect(total).toBe(21_000);
    expect(made.parts).toBe(21);
  });

  test('is shown by pages, of which only the one asked for is held', async () => {
    const house = await makeHouse();
    const { plan } = manyChanges(100);
    const seen = { page: 3, pageSize: 25 };
    const { rows, total, valueAfter } = await showValueChanges(house.database.db, plan(), seen);
    expect(rows.map(({ id }) => id)).toEqual(
      Array.from({ length: 25 }, (_, at) => `nota 0 ${50 + at}`),
    );
    expect({ total, valueAfter }).toEqual({ total: 100_000, valueAfter: 100_000 * 450_000 });
  });

  test('has one seal however it is paged, and another when anything of it differs', async () => {
    const house = await makeHouse();
    const seals = await Promise.all(
      [1, 2].map((page) =>
        showValueChanges(house.database.db, manyChanges(3).plan(), { page, pageSize: 10 }),
      ),
    );
    const whole = await sumUpPlan(manyChanges(3).plan());
    expect(seals.map(({ seal }) => seal)).toEqual([whole.seal, whole.seal]);
    expect((await sumUpPlan(manyChanges(2).plan())).seal).not.toBe(whole.seal);
  });
});

describe('valuing again', () => {
  async function openOffice(count: number) {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    for (let at = 0; at < count; at += 1) {
      await press.createClipping(piece(outletId, { title: `Nota ${at}` }));
    }
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 36_800_000 }) });
    const { seal, total } = await press.previewRevaluation({ ...november, pageSize: 1 });
    const scope = RevaluationScope.parse(november);
    const agreed = { ...scope, seal, reason: 'Tarifario' };
    const agree = () => revalueClippings(as(house, 'press'), agreed, most);
    const value = async () =>
      (await press.readMonthlyValue({ from: '2026-11', to: '2026-11' })).total.valueCop;
    return { press, total, agree, value };
  }

  test('takes as many as a batch may have', async () => {
    const { total, agree, value } = await openOffice(most);
    expect(total).toBe(most);
    expect(await agree()).toMatchObject({ count: most });
    expect(await value()).toBeGreaterThan(most * pieceValue);
  });

  test('refuses one more, and changes none of them', async () => {
    const { press, total, agree, value } = await openOffice(most + 1);
    expect(total).toBe(most + 1);
    expect(await failureOf(agree())).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'to', rule: 'period_too_long' }],
    });
    expect(await value()).toBe((most + 1) * pieceValue);
    expect(await press.listRevaluations({})).toMatchObject({ total: 0 });
  });
});
