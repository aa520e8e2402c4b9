import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { addColombiano, pageRate, piece } from '../press-records.ts';

describe('a price that nobody answered for', () => {
  test('makes no A, and says so live, stored, in the review and when it was approved since', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const { outletId, rate } = await addColombiano(house);
    expect((await press.previewValue(piece(outletId))).valuation).toMatchObject({
      grade: 'B',
      because: ['unapproved'],
    });
    const at = await press.createClipping(piece(outletId));
    await callerAs(house, 'secretary').press.approveRate(rate);
    const { valuation } = await press.readClipping(at);
    expect(valuation).toMatchObject({ because: ['unapproved'], result: { grade: 'B' } });
    expect(valuation.price?.approvedBy).toBe('Persona secretary');
    const { rows } = await press.listReviewClippings({ month: '2026-11' });
    expect(rows).toMatchObject([{ rateApproval: 'unapproved', grade: 'B' }]);
    expect((await press.previewValue(piece(outletId))).valuation).toMatchObject({ grade: 'A' });
  });

  test('who entered it approves it only where nobody else may, and the log says so', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const { press } = callerAs(house, 'coordinator');
    const own = await press.createRate(pageRate(outletId, { section: 'Metro' }));
    await press.approveRate(own);
    const said = (await auditOf(house, own.id)).find(({ action }) => action === 'approve');
    expect(JSON.parse(said?.details ?? '{}')).toMatchObject({ isOnlyApprover: true });

    const admin = callerAs(house, 'admin');
    await admin.accounts.addAccount({
      name: 'Secretaría',
      email: 'secretaria@prueba.test',
      role: 'secretary',
      password: 'una clave larga y buena',
    });
    const next = await press.createRate(pageRate(outletId, { section: 'Deportes' }));
    expect(await failureOf(press.approveRate(next))).toMatchObject({ code: 'own_price' });
    await callerAs(house, 'secretary').press.approveRate(next);
  });
});

describe('the VAT and the source of a price', () => {
  test.each(['0', '0.05', '0.19'])('of an outlet with VAT %s', async (vatRate) => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const outlet = await press.createOutlet({ name: 'Otro', medium: 'press', vatRate });
    await press.createRate(pageRate(outlet.id, { vatRate: null }));
    expect((await press.listRates({})).rows).toMatchObject([{ vatRate }]);
    const terms = { format: 'web', validFrom: '2026-01-01', sourceReference: 'Acta 1' } as const;
    await press.createFlatPolicy({ ...terms, priceCop: 100_000 });
    const measures = { unit: 'note', share: '1', isEstimated: false } as const;
    const flat = piece(outlet.id, { format: 'web', measures });
    expect((await press.previewValue(flat)).valuation).toMatchObject({
      valueCop: 100_000,
      valueWithVatCop: 100_000 + 100_000 * Number(vatRate),
    });
  });
});
