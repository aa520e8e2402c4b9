import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { addColombiano, pageRate, piece } from './press-records.ts';

describe('outlets', () => {
  test('the press team adds one, and it is found without its accents', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { id } = await press.createOutlet({ name: 'Estrella Estéreo', medium: 'radio' });
    await press.createOutlet({ name: "Q'hubo", medium: 'press', town: 'Medellín' });

    expect(await press.listOutlets({ search: 'ESTEREO' })).toMatchObject({
      total: 1,
      rows: [{ id, name: 'Estrella Estéreo', channel: 'broadcast_digital', vatRate: '0.19' }],
    });
    expect((await press.listOutlets({ medium: 'press' })).rows).toMatchObject([
      { name: "Q'hubo", town: 'Medellín', isOwnChannel: false },
    ]);
    expect(await auditOf(house, id)).toMatchObject([{ action: 'create', record: 'outlet' }]);
  });

  test('a viewer may read but not add', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'viewer');
    const refused = press.createOutlet({ name: 'El Metro', medium: 'press' });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
    expect(await press.listOutlets({})).toEqual({ rows: [], total: 0 });
  });

  test('one name is one outlet, accents and case aside, also when one comes back', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const at = await press.createOutlet({ name: 'Telemedellín', medium: 'television' });
    const again = { name: 'TELEMEDELLIN', medium: 'television' } as const;
    expect(await failureOf(press.createOutlet(again))).toMatchObject({
      code: 'value_taken',
      field: 'name',
    });
    const removed = await press.removeOutlet(at);
    await press.createOutlet(again);
    expect(await failureOf(press.restoreOutlet(removed))).toMatchObject({ code: 'value_taken' });
  });

  test('a renamed outlet is found by its new name in its appearances and rates', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, outlet } = await addColombiano(house);
    await press.createClipping(piece(outletId));

    await press.updateOutlet({ at: outlet, fields: { name: 'Q’hubo Medellín', medium: 'press' } });

    expect((await press.listClippings({ search: 'colombiano' })).total).toBe(0);
    expect((await press.listClippings({ search: 'medellin parque' })).rows).toMatchObject([
      { outletName: 'Q’hubo Medellín', title: 'La Estrella estrena parque' },
    ]);
    expect((await press.listRates({ search: 'medellin tarifario' })).total).toBe(1);
  });

  test('a removed outlet takes no new appearances, and those it has can still be edited', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, outlet } = await addColombiano(house);
    const at = await press.createClipping(piece(outletId));
    await press.removeOutlet(outlet);

    expect(await failureOf(press.createClipping(piece(outletId)))).toMatchObject({
      code: 'record_not_found',
      record: 'outlet',
    });
    await press.updateClipping({ at, fields: piece(outletId, { title: 'Corregido' }) });
    expect(await press.readClipping(at)).toMatchObject({
      title: 'Corregido',
      outletName: 'El Colombiano',
    });
  });
});

describe('rates', () => {
  test('the press team adds one; a price with VAT is kept as quoted and without it', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId } = await addColombiano(house);
    const { id } = await press.createRate(
      pageRate(outletId, { section: 'Metro', priceCop: 11_900_000, vatIncluded: true }),
    );

    expect((await press.listRates({ search: 'metro' })).rows).toMatchObject([
      {
        id,
        outletName: 'El Colombiano',
        priceCop: 11_900_000,
        netPriceCop: 10_000_000,
        vatIncluded: true,
      },
    ]);
    expect(await auditOf(house, id)).toMatchObject([{ action: 'create', record: 'rate' }]);
  });

  test('the secretary may not change one', async () => {
    const house = await makeHouse();
    const { outletId, rate } = await addColombiano(house);
    const { press } = callerAs(house, 'secretary');
    const refused = press.updateRate({ at: rate, fields: pageRate(outletId) });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });

  test('two of one space may not hold on the same day', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    const next = pageRate(outletId, { validFrom: '2026-07-01' });
    expect(await failureOf(press.createRate(next))).toEqual({
      code: 'rate_overlaps',
      rateId: rate.id,
      validFrom: '2026-01-01',
      validTo: null,
    });

    const ended = pageRate(outletId, { validTo: '2026-06-30' });
    const closed = await press.updateRate({ at: rate, fields: ended });
    const later = await press.createRate(next);
    expect((await press.listRates({ outletId, onDay: '2026-06-30' })).rows).toMatchObject([
      { id: rate.id },
    ]);
    expect((await press.listRates({ outletId, onDay: '2026-07-01' })).rows).toMatchObject([
      { id: later.id },
    ]);
    const reopened = press.updateRate({ at: closed, fields: pageRate(outletId) });
    expect(await failureOf(reopened)).toMatchObject({ code: 'rate_overlaps', rateId: later.id });
  });

  test('a removed one comes back unless another took its days', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    const removed = await press.removeRate(rate);
    const back = await press.restoreRate(removed);
    const again = await press.removeRate(back);
    await press.createRate(pageRate(outletId));
    expect(await failureOf(press.restoreRate(again))).toMatchObject({ code: 'rate_overlaps' });
  });

  test.each([
    ['validTo', { validTo: '2025-12-31' }],
    ['unit', { unit: 'second' }],
    ['unitQuantity', { unitQuantity: '0.5' }],
    ['unitQuantity', { unit: 'note', unitQuantity: '2' }],
    ['priceCop', { priceCop: 0 }],
    ['priceCop', { priceCop: 1.5 }],
    ['vatRate', { vatRate: '19' }],
    ['sourceReference', { sourceReference: '' }],
  ])('a wrong %s is refused', async (path, change) => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const { press } = callerAs(house, 'press');
    const fields = { ...pageRate(outletId, { section: 'Otra' }), ...change };
    const failure = await failureOf(press.createRate(fields as never));
    const { issues } = failure as { issues: { path: string[] }[] };
    expect(issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
