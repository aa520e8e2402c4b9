import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf } from '../../../support/house.ts';
import { pageRate, piece, pieceValue } from '../press-records.ts';
import { closeAsSeen } from '../review-records.ts';
import {
  asked,
  change,
  channelsOf,
  earned,
  figures,
  openOffice,
  own,
  radio,
} from './outlet-records.ts';

describe('an outlet that becomes an own channel', () => {
  test('asks first, with what would change and where, and stores nothing meanwhile', async () => {
    const { house, press, outlet } = await openOffice();
    const before = await figures(house);
    expect(await asked(press.updateOutlet({ at: outlet, fields: own }))).toEqual({
      outlets: ['El Colombiano'],
      appearances: 2,
      months: ['2026-10', '2026-11'],
      lines: [
        {
          channel: 'press',
          isCounted: true,
          before: { count: 2, valueCop: 2 * pieceValue },
          after: { count: 0, valueCop: 0 },
        },
        {
          channel: 'press',
          isCounted: false,
          before: { count: 0, valueCop: 0 },
          after: { count: 2, valueCop: 0 },
        },
      ],
      closedMonths: [],
      closedAppearances: 0,
      isTooLarge: false,
      seal: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(await figures(house)).toEqual(before);
    expect((await press.listOutlets({})).rows).toMatchObject([{ version: 1, isOwnChannel: false }]);
  });

  test('takes its appearances along in one batch, which undoing gives back with the outlet', async () => {
    const { house, press, outlet, outletId, rate } = await openOffice();
    const before = await figures(house);
    const { reached } = await change(press, outlet, own, true);
    expect(await figures(house)).toMatchObject({ count: 0, value: null });
    expect(await press.listRevaluations({ search: 'colombiano' })).toMatchObject({
      total: 1,
      rows: [
        {
          id: reached?.revaluationId,
          count: 2,
          valueBefore: 2 * pieceValue,
          valueAfter: 0,
          reason: '',
          outlet: {
            name: 'El Colombiano',
            before: { isOwnChannel: false },
            after: { isOwnChannel: true },
          },
        },
      ],
    });
    expect(await auditOf(house, reached?.revaluationId ?? '')).toMatchObject([
      { action: 'revalue' },
    ]);
    // Prices of today are not those of then: undoing gives back what was, not what would be.
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 36_800_000 }) });

    expect(await press.undoRevaluation({ id: reached?.revaluationId ?? '' })).toMatchObject({
      restored: 2,
      kept: 0,
      outlet: 'back',
    });
    expect(await figures(house)).toEqual(before);
    expect((await press.listOutlets({})).rows).toMatchObject([{ version: 3, isOwnChannel: false }]);
    const actions = (await auditOf(house, outletId)).map(({ action }) => action);
    expect(actions).toEqual(['create', 'update', 'update']);
  });

  test('leaves them as they were counted where so chosen, also when somebody corrects their text', async () => {
    const { house, press, outlet, outletId, october } = await openOffice();
    const before = await figures(house);
    const { reached } = await change(press, outlet, own, false);
    expect(reached).toEqual({ appearances: 2, revaluationId: null });
    expect(await figures(house)).toEqual(before);
    const fields = piece(outletId, { day: '2026-10-05', title: 'Sin la errata' });
    await press.updateClipping({ at: october, fields });
    expect(await figures(house)).toEqual(before);
    expect(await press.listRevaluations({})).toMatchObject({ total: 0 });

    await press.createClipping(piece(outletId, { title: 'La de hoy' }));
    expect(await figures(house)).toMatchObject({ count: 2, value: 2 * pieceValue });
  });

  test('keeps what had no value among what counts, where so chosen', async () => {
    const { house, press, outlet, outletId } = await openOffice();
    const measures = { unit: 'note', share: '1', isEstimated: false } as const;
    const note = await press.createClipping(piece(outletId, { measures, title: 'Nota' }));
    await change(press, outlet, own, false);
    await press.updateClipping({
      at: note,
      fields: piece(outletId, { measures, title: 'Nota 2' }),
    });
    expect(await figures(house)).toMatchObject({ count: 3 });
    expect(await press.readClipping(note)).toMatchObject({
      valuation: { result: { standing: 'unvalued' } },
    });
  });

  test('asks anew when something moved since it was asked', async () => {
    const { house, press, outlet, outletId } = await openOffice();
    const { seal } = await asked(press.updateOutlet({ at: outlet, fields: own }));
    await press.createClipping(piece(outletId, { title: 'Una más' }));
    const reach = { seal, follows: true };
    const again = await asked(press.updateOutlet({ at: outlet, fields: own, reach }));
    expect(again).toMatchObject({ appearances: 3 });
    expect(await figures(house)).toMatchObject({ count: 3 });
  });

  test('gives them values where it stops being one', async () => {
    const { house, press, outlet } = await openOffice();
    const at = await change(press, outlet, own, true);
    await change(press, at, earned, true);
    expect(await figures(house)).toMatchObject({ count: 2, value: 2 * pieceValue });
  });
});

describe('an outlet of another medium', () => {
  test('moves its appearances to the other column of the report, each with its value', async () => {
    const { house, press, outlet, outletId, rate, paid } = await openOffice();
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 36_800_000 }) });
    const reach = await asked(press.updateOutlet({ at: outlet, fields: radio }));
    expect(reach).toMatchObject({ appearances: 3, months: ['2026-10', '2026-11'] });
    expect(reach.lines).toContainEqual({
      channel: 'broadcast_digital',
      isCounted: true,
      before: { count: 0, valueCop: 0 },
      after: { count: 2, valueCop: 2 * pieceValue },
    });
    await change(press, outlet, radio, true);
    expect(await channelsOf(house)).toEqual(['broadcast_digital']);
    expect(await figures(house)).toMatchObject({ count: 2, value: 2 * pieceValue });
    expect(await press.readClipping(paid)).toMatchObject({
      valuation: { result: { standing: 'not_counted', reason: 'paid' } },
    });
  });

  test('leaves them in their column where so chosen, and valuing again moves them later', async () => {
    const { house, press, outlet, outletId, october } = await openOffice();
    await change(press, outlet, radio, false);
    const fields = piece(outletId, { day: '2026-10-05', title: 'Sin la errata' });
    await press.updateClipping({ at: october, fields });
    expect(await channelsOf(house)).toEqual(['press']);

    const scope = { from: '2026-11-01', to: '2026-11-30' };
    const { seal, total, rows } = await press.previewRevaluation(scope);
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({
      before: { channel: 'press' },
      after: { channel: 'broadcast_digital' },
    });
    const { id } = await press.revalueClippings({ ...scope, seal, reason: 'Es emisora' });
    expect(await channelsOf(house)).toEqual(['broadcast_digital', 'press']);
    await press.undoRevaluation({ id });
    expect(await channelsOf(house)).toEqual(['press']);
  });

  test('of the same column asks nothing', async () => {
    const { press, outlet } = await openOffice();
    const { id, version } = await change(press, outlet, radio, false);
    const at = { id, version };
    expect(
      await press.updateOutlet({ at, fields: { ...earned, medium: 'digital' } }),
    ).toMatchObject({ version: version + 1, reached: null });
  });
});

describe('a closed month', () => {
  test('is named, and stays as it was closed', async () => {
    const { house, press, outlet, october } = await openOffice();
    await closeAsSeen(house, '2026-10');
    const reach = await asked(
      press.updateOutlet({ at: outlet, fields: { ...own, medium: 'radio' } }),
    );
    expect(reach).toMatchObject({
      appearances: 2,
      months: ['2026-11'],
      closedMonths: ['2026-10'],
      closedAppearances: 1,
    });
    await change(press, outlet, { ...own, medium: 'radio' }, true);
    expect(await figures(house)).toMatchObject({ count: 1, value: pieceValue });
    expect(await press.readClipping(october)).toMatchObject({ channel: 'press' });
  });

  test('alone asks nothing: there is nothing to choose', async () => {
    const { house, press, outletId, outlet } = await openOffice();
    await closeAsSeen(house, '2026-10');
    await closeAsSeen(house, '2026-11');
    const before = await figures(house);
    await press.updateOutlet({ at: outlet, fields: { ...own, medium: 'radio' } });
    expect(await figures(house)).toEqual(before);
    expect(outletId).toBe(outlet.id);
  });

  test('keeps what followed an outlet from being undone', async () => {
    const { house, press, outlet } = await openOffice();
    const { reached } = await change(press, outlet, radio, true);
    await closeAsSeen(house, '2026-11');
    const before = await figures(house);
    expect(
      await failureOf(press.undoRevaluation({ id: reached?.revaluationId ?? '' })),
    ).toMatchObject({
      code: 'month_closed',
      month: '2026-11',
    });
    expect(await figures(house)).toEqual(before);
    expect((await press.listOutlets({})).rows).toMatchObject([{ medium: 'radio' }]);
  });
});

describe('undoing what followed an outlet', () => {
  test('asks about what was logged since, which would move too', async () => {
    const { house, press, outlet, outletId } = await openOffice();
    const { reached } = await change(press, outlet, radio, true);
    const id = reached?.revaluationId ?? '';
    await press.createClipping(piece(outletId, { title: 'La de hoy' }));
    const reach = await asked(press.undoRevaluation({ id }));
    expect(reach).toMatchObject({ appearances: 1, months: ['2026-11'] });
    await press.undoRevaluation({ id, reach: { seal: reach.seal, follows: true } });
    expect(await channelsOf(house)).toEqual(['press']);
    expect(await press.listRevaluations({})).toMatchObject({ total: 2 });
  });

  test('leaves the outlet as somebody made it since', async () => {
    const { house, press, outlet } = await openOffice();
    const { reached, ...at } = await change(press, outlet, own, true);
    await change(press, at, earned, false);
    expect(await press.undoRevaluation({ id: reached?.revaluationId ?? '' })).toMatchObject({
      restored: 2,
      outlet: 'stays',
    });
    expect(await figures(house)).toMatchObject({ count: 2, value: 2 * pieceValue });
    expect((await press.listOutlets({})).rows).toMatchObject([{ version: 3, isOwnChannel: false }]);
  });

  test('is no longer of an outlet that came back from being removed: that moves nothing', async () => {
    const { house, press, outlet } = await openOffice();
    const { id, version } = await change(press, outlet, radio, false);
    const before = await figures(house);
    await press.restoreOutlet(await press.removeOutlet({ id, version }));
    expect(await figures(house)).toEqual(before);
  });
});

describe('the secretary', () => {
  test('does not change what outlets are', async () => {
    const { house, outlet } = await openOffice();
    const { press } = callerAs(house, 'secretary');
    expect(await failureOf(press.updateOutlet({ at: outlet, fields: own }))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});
