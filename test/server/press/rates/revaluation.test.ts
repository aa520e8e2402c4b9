import { describe, expect, test } from 'vitest';
import { checkPressRollup } from '../../../../server/press/check-press-rollup.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { addColombiano, pageRate, piece, pieceValue } from '../press-records.ts';
import { closeAsSeen } from '../review-records.ts';

const november = { from: '2026-11-01', to: '2026-11-30' };
const dearer = { priceCop: 36_800_000 };
const dearerValue = 2_264_615;

/** Two pieces of November by the rate of January, which since costs twice as much, and a note without a rate. */
async function openOffice(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  const { outletId, rate } = await addColombiano(house);
  const first = await press.createClipping(piece(outletId));
  const second = await press.createClipping(
    piece(outletId, { title: 'La otra', tone: 'negative' }),
  );
  const measures = { unit: 'note', share: '1', isEstimated: false } as const;
  const note = await press.createClipping(piece(outletId, { measures, day: '2026-10-05' }));
  const at = await press.updateRate({ at: rate, fields: pageRate(outletId, dearer) });
  return { outletId, rate: at, first, second, note };
}

async function worthNow(house: TestHouse, id: string) {
  const { press } = callerAs(house, 'viewer');
  const { valuation } = await press.readClipping({ id });
  return valuation.result.valueCop;
}

async function agree(house: TestHouse, scope: object = november) {
  const { press } = callerAs(house, 'press');
  const { seal } = await press.previewRevaluation({ ...november, ...scope });
  return press.revalueClippings({ ...november, ...scope, seal, reason: 'Tarifario corregido' });
}

describe('valuing again', () => {
  test('the preview shows each change and stores nothing', async () => {
    const house = await makeHouse();
    const { first } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const shown = await press.previewRevaluation({ ...november, pageSize: 1 });
    expect(shown).toMatchObject({
      total: 2,
      looked: 2,
      valueBefore: 2 * pieceValue,
      valueAfter: 2 * dearerValue,
      closedMonths: [],
    });
    expect(shown.rows).toHaveLength(1);
    expect(shown.rows).toMatchObject([
      {
        outletName: 'El Colombiano',
        before: { standing: 'valued', valueCop: pieceValue, grade: 'B' },
        after: { standing: 'valued', valueCop: dearerValue, grade: 'B' },
      },
    ]);
    expect(await worthNow(house, first.id)).toBe(pieceValue);
  });

  test('a batch changes what the preview showed, with the reason and the sums on record', async () => {
    const house = await makeHouse();
    const { first, second } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const { id, count } = await agree(house);
    expect(count).toBe(2);
    expect(await worthNow(house, first.id)).toBe(dearerValue);
    expect(await press.readMonthlyValue({ from: '2026-11', to: '2026-11' })).toMatchObject({
      total: { count: 2, valueCop: 2 * dearerValue },
    });
    expect(await checkPressRollup(house)).toEqual([]);
    expect(await press.listRevaluations({ search: 'corregido' })).toMatchObject({
      total: 1,
      rows: [{ id, count: 2, valueBefore: 2 * pieceValue, valueAfter: 2 * dearerValue }],
    });
    expect(await auditOf(house, id)).toMatchObject([
      { action: 'revalue', record: 'revaluation', actorName: 'Persona press' },
    ]);
    const stale = press.updateClipping({ at: second, fields: piece('x') });
    expect(await failureOf(stale)).toMatchObject({ code: 'record_changed' });
  });

  test('one that had no value gets one where a rate came in, and only those where so asked', async () => {
    const house = await makeHouse();
    const { outletId, first, note } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    await press.createRate(
      pageRate(outletId, { unit: 'note', unitQuantity: '1', priceCop: 450_000 }),
    );
    await agree(house, { from: '2026-01-01', onlyUnvalued: true });
    expect(await worthNow(house, note.id)).toBe(450_000);
    expect(await worthNow(house, first.id)).toBe(pieceValue);
  });

  test('one that lost its rate has no value afterwards, which is not zero', async () => {
    const house = await makeHouse();
    const { first, rate } = await openOffice(house);
    await callerAs(house, 'press').press.removeRate(rate);
    await agree(house);
    expect(await worthNow(house, first.id)).toBe(null);
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('nothing changes when something moved since the preview', async () => {
    const house = await makeHouse();
    const { outletId, first, rate } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const { seal } = await press.previewRevaluation(november);
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 1_000_000 }) });
    const agreed = press.revalueClippings({ ...november, seal, reason: 'Tarifario' });
    expect(await failureOf(agreed)).toEqual({ code: 'revaluation_moved' });
    expect(await worthNow(house, first.id)).toBe(pieceValue);
  });

  test('the secretary does not revalue', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'secretary');
    const refused = press.revalueClippings({ ...november, seal: '0'.repeat(64), reason: 'x' });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });
});

describe('a closed month', () => {
  test('is named in the preview, and nothing of the batch is done', async () => {
    const house = await makeHouse();
    const { first } = await openOffice(house);
    await closeAsSeen(house, '2026-11');
    const { press } = callerAs(house, 'press');
    const { closedMonths } = await press.previewRevaluation(november);
    expect(closedMonths).toEqual(['2026-11']);
    expect(await failureOf(agree(house))).toMatchObject({ code: 'month_closed', month: '2026-11' });
    expect(await worthNow(house, first.id)).toBe(pieceValue);
  });

  test('keeps a batch from being undone', async () => {
    const house = await makeHouse();
    const { first } = await openOffice(house);
    const { id } = await agree(house);
    await closeAsSeen(house, '2026-11');
    const undone = callerAs(house, 'press').press.undoRevaluation({ id });
    expect(await failureOf(undone)).toMatchObject({ code: 'month_closed' });
    expect(await worthNow(house, first.id)).toBe(dearerValue);
  });
});

describe('undoing a batch', () => {
  test('gives back every value, once', async () => {
    const house = await makeHouse();
    const { first, second } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const { id } = await agree(house);
    expect(await press.undoRevaluation({ id })).toEqual({ id, restored: 2, kept: 0, outlet: null });
    expect(await worthNow(house, first.id)).toBe(pieceValue);
    expect(await worthNow(house, second.id)).toBe(pieceValue);
    expect(await checkPressRollup(house)).toEqual([]);
    expect((await press.listRevaluations({})).rows).toMatchObject([{ undoneBy: 'Persona press' }]);
    expect((await auditOf(house, id)).map(({ action }) => action).sort()).toEqual([
      'revalue',
      'undo',
    ]);
    expect(await failureOf(press.undoRevaluation({ id }))).toEqual({ code: 'revaluation_moved' });
  });

  test('leaves alone what somebody changed since, and says so', async () => {
    const house = await makeHouse();
    const { outletId, first, second } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const { id } = await agree(house);
    const { version } = await press.readClipping({ id: second.id });
    const fields = piece(outletId, { title: 'Otro título' });
    await press.updateClipping({ at: { id: second.id, version }, fields });
    expect(await press.undoRevaluation({ id })).toEqual({ id, restored: 1, kept: 1, outlet: null });
    expect(await worthNow(house, first.id)).toBe(pieceValue);
    expect(await worthNow(house, second.id)).toBe(dearerValue);
    expect(await failureOf(press.undoRevaluation({ id: 'ninguno' }))).toMatchObject({
      code: 'record_not_found',
    });
  });
});

describe('what a rate would touch', () => {
  test('a new one is shown with the appearances it would price, and saves nothing', async () => {
    const house = await makeHouse();
    const { outletId, note } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const fields = pageRate(outletId, { unit: 'note', unitQuantity: '1', priceCop: 450_000 });
    expect(await press.previewRateImpact({ fields })).toMatchObject({
      overlaps: null,
      total: 1,
      looked: 3,
      rows: [
        {
          id: note.id,
          before: { standing: 'unvalued', valueCop: null },
          after: { standing: 'valued', valueCop: 450_000, grade: 'C' },
        },
      ],
    });
    expect((await press.listRates({})).total).toBe(1);
  });

  test('one that would overlap says with what instead', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const fields = pageRate(outletId, { validFrom: '2026-07-01' });
    expect(await press.previewRateImpact({ fields })).toMatchObject({
      overlaps: { validFrom: '2026-01-01', validTo: null },
      total: 0,
    });
    expect(await press.previewRateImpact({ rateId: rate.id, fields })).toMatchObject({
      overlaps: null,
      total: 0,
    });
  });

  test('one cut short shows what it would no longer price', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await openOffice(house);
    const { press } = callerAs(house, 'press');
    const fields = pageRate(outletId, { ...dearer, validTo: '2026-10-31' });
    expect(await press.previewRateImpact({ rateId: rate.id, fields })).toMatchObject({
      total: 2,
      valueBefore: 2 * pieceValue,
      rows: [{ after: { standing: 'unvalued', valueCop: null } }, {}],
    });
  });
});
