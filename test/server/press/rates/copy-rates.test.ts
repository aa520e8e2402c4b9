import { describe, expect, test } from 'vitest';
import type { RateCopy } from '../../../../shared/press/copy-rates.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { addColombiano, pageRate } from '../press-records.ts';

const nextYear = (change: Partial<RateCopy> = {}): RateCopy => ({
  outletId: null,
  onDay: '2026-12-31',
  increasePercent: '8.5',
  validFrom: '2027-01-01',
  validTo: '2027-12-31',
  endOriginals: true,
  sourceType: 'quotation',
  sourceReference: 'Carta de tarifas 2027',
  evidenceIds: [],
  ...change,
});

async function copy(house: TestHouse, change: Partial<RateCopy> = {}) {
  const { press } = callerAs(house, 'press');
  const asked = nextYear(change);
  const { seal } = await press.previewRateCopies(asked);
  return press.copyRates({ copy: asked, seal });
}

describe('copying the rates of a year', () => {
  test('the preview shows old and new prices, and saves nothing', async () => {
    const house = await makeHouse();
    const { rate } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    expect(await press.previewRateCopies(nextYear())).toMatchObject({
      copied: 1,
      left: 0,
      rows: [
        {
          rateId: rate.id,
          outletName: 'El Colombiano',
          priceCop: 18_400_000,
          newPriceCop: 19_964_000,
          endsOriginal: true,
          obstacle: null,
        },
      ],
    });
    expect((await press.listRates({})).total).toBe(1);
  });

  test('the copies hold from the first day on, and what they follow ends the day before', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    await callerAs(house, 'secretary').press.approveRate(rate);
    expect(await copy(house)).toEqual({ count: 1 });
    expect((await press.listRates({ outletId })).rows).toMatchObject([
      {
        priceCop: 19_964_000,
        validFrom: '2027-01-01',
        validTo: '2027-12-31',
        sourceType: 'quotation',
        sourceReference: 'Carta de tarifas 2027',
        approvedBy: null,
      },
      { id: rate.id, validTo: '2026-12-31', approvedBy: 'Persona secretary' },
    ]);
    const actions = (await auditOf(house, rate.id)).map(({ action }) => action).sort();
    expect(actions).toEqual(['create', 'update', 'update']);
  });

  test.each([
    ['0', 18_400_000],
    ['-10', 16_560_000],
    ['0.01', 18_401_840],
    ['3.33', 19_012_720],
  ])('an increase of %s percent', async (increasePercent, newPriceCop) => {
    const house = await makeHouse();
    await addColombiano(house);
    const { press } = callerAs(house, 'press');
    const { rows } = await press.previewRateCopies(nextYear({ increasePercent }));
    expect(rows).toMatchObject([{ newPriceCop }]);
  });

  test('what something stands in the way of is left out, and the preview says so', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    await press.createRate(pageRate(outletId, { section: 'Metro', validTo: '2026-12-31' }));
    const left = nextYear({ endOriginals: false });
    const shown = await press.previewRateCopies(left);
    expect(shown).toMatchObject({ copied: 1, left: 1 });
    expect(shown.rows.find(({ rateId }) => rateId === rate.id)).toMatchObject({
      obstacle: 'overlaps',
      endsOriginal: false,
    });
    await copy(house, { endOriginals: false });
    expect((await press.listRates({ outletId })).total).toBe(3);
    expect(await failureOf(copy(house, { endOriginals: false }))).toEqual({ code: 'rates_moved' });
  });

  test('only those of an outlet, and only those that hold that day, where so asked', async () => {
    const house = await makeHouse();
    await addColombiano(house);
    const { press } = callerAs(house, 'press');
    const other = await press.createOutlet({ name: 'Otro', medium: 'press' });
    await press.createRate(pageRate(other.id, { validTo: '2025-12-31', validFrom: '2025-01-01' }));
    expect(await press.previewRateCopies(nextYear({ outletId: other.id }))).toMatchObject({
      rows: [],
    });
    expect(await press.previewRateCopies(nextYear())).toMatchObject({ copied: 1 });
  });

  test('nothing is copied when a rate changed since the preview, nor by a viewer', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    const { seal } = await press.previewRateCopies(nextYear());
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 1 }) });
    const agreed = { copy: nextYear(), seal };
    expect(await failureOf(press.copyRates(agreed))).toEqual({ code: 'rates_moved' });
    const refused = callerAs(house, 'viewer').press.copyRates(agreed);
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
    expect((await press.listRates({})).total).toBe(1);
  });

  test.each([
    ['increasePercent', { increasePercent: '8,5' }],
    ['increasePercent', { increasePercent: '-95' }],
    ['validFrom', { validFrom: '2026-12-31' }],
    ['sourceReference', { sourceReference: '' }],
  ])('a wrong %s is refused', async (path, change) => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const failure = await failureOf(press.previewRateCopies(nextYear(change)));
    const { issues } = failure as { issues: { path: string[] }[] };
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
