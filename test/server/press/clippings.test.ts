import { describe, expect, test } from 'vitest';
import type { ZodError } from 'zod';
import { fieldFailures } from '../../../server/http/procedures.ts';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import {
  addApprovedColombiano,
  addColombiano,
  pageRate,
  piece,
  pieceValue,
} from './press-records.ts';

const november = { from: '2026-11', to: '2026-11' };

describe('appearances', () => {
  test('the press team logs one, and it has its value, its explanation and its audit row', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addApprovedColombiano(house);

    const { id } = await press.createClipping(piece(outletId));

    const kept = await press.readClipping({ id });
    expect(kept).toMatchObject({ outletName: 'El Colombiano', channel: 'press', rateId: rate.id });
    expect(kept.valuation).toMatchObject({
      formula: 3,
      inputs: { day: '2026-11-03', rate: { id: rate.id, netPriceCop: 18_400_000 } },
      result: { standing: 'valued', valueCop: pieceValue, valueWithVatCop: 1_347_447, grade: 'A' },
    });
    expect(await auditOf(house, id)).toMatchObject([
      { action: 'create', record: 'clipping', actorName: 'Persona press' },
    ]);
    expect(await press.readMonthlyValue(november)).toEqual({
      rows: [{ month: '2026-11', channel: 'press', count: 1, valueCop: pieceValue, unvalued: 0 }],
      totals: [
        { channel: 'press', count: 1, valueCop: pieceValue },
        { channel: 'broadcast_digital', count: 0, valueCop: null },
      ],
      total: { count: 1, valueCop: pieceValue },
    });
  });

  test('the secretary may read them but not log one', async () => {
    const house = await makeHouse();
    const { outletId } = await addApprovedColombiano(house);
    const { press } = callerAs(house, 'secretary');
    expect((await press.listClippings({})).total).toBe(0);
    expect(await failureOf(press.createClipping(piece(outletId)))).toMatchObject({
      code: 'role_not_allowed',
      role: 'secretary',
    });
  });

  test('without a rate it is unvalued, with the reason, and the month does not say 0', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { id: outletId } = await press.createOutlet({
      name: 'Telemedellín',
      medium: 'television',
    });
    const fields = piece(outletId, {
      format: 'television',
      measures: { unit: 'second', seconds: '45', share: '1', isEstimated: false },
    });

    const at = await press.createClipping(fields);

    const { valuation } = await press.readClipping(at);
    expect(valuation.result).toEqual({
      standing: 'unvalued',
      reason: 'outlet',
      valueCop: null,
      valueWithVatCop: null,
    });
    expect((await press.readMonthlyValue(november)).rows).toEqual([
      { month: '2026-11', channel: 'broadcast_digital', count: 1, valueCop: null, unvalued: 1 },
    ]);

    await press.createRate(
      pageRate(outletId, {
        format: 'television',
        unit: 'second',
        unitQuantity: '30',
        priceCop: 900_000,
      }),
    );
    expect((await press.readMonthlyValue(november)).total.valueCop).toBeNull();
    await press.updateClipping({ at, fields });
    expect((await press.readMonthlyValue(november)).rows).toMatchObject([
      { count: 1, valueCop: 1_350_000, unvalued: 0 },
    ]);
  });

  test('paid space and own channels add nothing to the month, and are flagged in the list', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const own = await press.createOutlet({
      name: 'Canal de la Alcaldía',
      medium: 'television',
      isOwnChannel: true,
    });
    await press.createClipping(piece(outletId, { isPaid: true }));
    await press.createClipping(
      piece(own.id, {
        format: 'television',
        measures: { unit: 'second', seconds: '45', share: '1', isEstimated: false },
      }),
    );

    expect(await press.readMonthlyValue(november)).toMatchObject({
      rows: [],
      total: { count: 0, valueCop: null },
    });
    expect(await press.listClippings({})).toMatchObject({
      rows: [{ standing: 'not_counted' }, { standing: 'not_counted' }],
      totals: { count: 2, valueCop: null, unvalued: 0, notCounted: 2 },
    });
  });

  test('a new price does not move what was valued; a new size is valued by the price of now', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    const at = await press.createClipping(piece(outletId));
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 36_800_000 }) });

    const retitled = await press.updateClipping({
      at,
      fields: piece(outletId, { title: 'Otro titular', tone: null }),
    });
    expect((await press.readClipping(at)).valuation.result.valueCop).toBe(pieceValue);

    const measures = { unit: 'page_area', widthCm: '12', heightCm: '4' } as const;
    await press.updateClipping({ at: retitled, fields: { ...piece(outletId), measures } });
    expect((await press.readClipping(at)).valuation.result.valueCop).toBe(1_132_308);
    expect((await press.readClipping(at)).valuation.inputs.rate).toMatchObject({
      netPriceCop: 36_800_000,
    });
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('before saving, the form shows what saving will store', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    const { title: _, ...asked } = piece(outletId);
    expect(await press.previewValue(asked)).toMatchObject({
      isKept: false,
      valuation: { valueCop: pieceValue, steps: [{ step: 'area', areaCm2: '96' }, {}, {}] },
    });

    const at = await press.createClipping(piece(outletId));
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 36_800_000 }) });
    expect(await press.previewValue({ ...asked, clippingId: at.id })).toMatchObject({
      isKept: true,
      valuation: { valueCop: pieceValue },
    });
    expect(await press.previewValue({ ...asked, day: '2025-12-31' })).toMatchObject({
      valuation: { standing: 'unvalued', reason: 'day' },
    });
  });

  test('moving one to another month, outlet or channel moves the roll-up with it', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const radio = await press.createOutlet({ name: 'Estrella Estéreo', medium: 'radio' });
    const at = await press.createClipping(piece(outletId));

    await press.updateClipping({
      at,
      fields: piece(radio.id, {
        day: '2026-10-31',
        format: 'radio',
        measures: { unit: 'second', seconds: '60', share: '1', isEstimated: false },
      }),
    });

    expect((await press.readMonthlyValue({ from: '2026-10', to: '2026-11' })).rows).toEqual([
      { month: '2026-10', channel: 'broadcast_digital', count: 1, valueCop: null, unvalued: 1 },
    ]);
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('removing takes it out of the month, and undoing brings it back with its value', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    const at = await press.createClipping(piece(outletId));

    const removed = await press.removeClipping(at);
    expect((await press.readMonthlyValue(november)).rows).toEqual([]);
    expect((await press.listClippings({ removed: true })).rows).toMatchObject([{ id: at.id }]);
    await press.removeRate(rate);
    await press.restoreClipping(removed);

    expect((await press.readMonthlyValue(november)).total).toEqual({
      count: 1,
      valueCop: pieceValue,
    });
    expect(await checkPressRollup(house)).toEqual([]);
    expect((await auditOf(house, at.id)).map((row) => row.action).sort()).toEqual([
      'create',
      'remove',
      'restore',
    ]);
  });

  test('two people editing at once: the second is told, and nothing is overwritten', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const at = await press.createClipping(piece(outletId));
    await press.updateClipping({ at, fields: piece(outletId, { title: 'Primera' }) });

    const late = press.updateClipping({ at, fields: piece(outletId, { title: 'Segunda' }) });

    expect(await failureOf(late)).toMatchObject({ code: 'record_changed', currentVersion: 2 });
    expect(await press.readClipping(at)).toMatchObject({ title: 'Primera', version: 2 });
  });

  test('an outlet or a department that does not exist is refused, and nothing is stored', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    expect(await failureOf(press.createClipping(piece('nobody')))).toMatchObject({
      code: 'record_not_found',
      record: 'outlet',
    });
    const departmentId = 'nobody';
    expect(await failureOf(press.createClipping(piece(outletId, { departmentId })))).toMatchObject({
      code: 'record_not_found',
      record: 'department',
    });
    expect((await press.listClippings({})).total).toBe(0);
  });

  test.each([
    ['measures.widthCm', { measures: { unit: 'page_area', widthCm: '-1', heightCm: '8' } }],
    ['measures.widthCm', { measures: { unit: 'page_area', widthCm: '1e3', heightCm: '8' } }],
    ['measures.heightCm', { measures: { unit: 'page_area', widthCm: '1', heightCm: '0' } }],
    ['measures.share', { measures: { unit: 'note', share: '1.01' } }],
    ['measures.unit', { measures: { unit: 'second', seconds: '30' } }],
    ['day', { day: '2026-02-30' }],
    ['title', { title: '   ' }],
    ['url', { url: 'javascript:alert(1)' }],
  ])('a hostile %s is refused by its name', async (path, change) => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const failure = await failureOf(
      press.createClipping({ ...piece(outletId), ...change } as never),
    );
    expect(fieldFailures(failure as ZodError).map((field) => field.path)).toContain(path);
    expect((await press.listClippings({})).total).toBe(0);
  });
});
