import { describe, expect, test } from 'vitest';
import { exportClippings } from '../../../server/press/table/export-clippings.ts';
import { ClippingExport } from '../../../shared/press/clipping-list.ts';
import { as, callerAs, makeHouse, type TestHouse } from '../../support/house.ts';
import { addApprovedColombiano, pageRate, piece } from './press-records.ts';
import { closeAsSeen } from './review-records.ts';

const month = '2026-11';
const period = { from: month, to: month };
const days = { from: '2026-11-01', to: '2026-11-30' };

/** The file of a month's appearances, as text. */
async function fileOf(house: TestHouse): Promise<string> {
  const asked = ClippingExport.parse(days);
  const { content } = await exportClippings(as(house, 'viewer'), asked, 'csv');
  const parts: Buffer[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Every reading of the press that tells figures or names of a month. */
async function figuresOf(house: TestHouse, eventId: string) {
  const { press } = callerAs(house, 'viewer');
  return {
    coverage: await press.readCoverage(period),
    byTone: await press.readValueByTone(period),
    monthly: await press.readMonthlyValue(period),
    yearly: await press.readYearlyValue(),
    states: await press.listMonthStates(period),
    review: await press.readMonthReview({ month }),
    rows: await press.listReviewClippings({ month }),
    revisions: await press.listMonthRevisions({ month }),
    listed: await press.listClippings(days),
    file: await fileOf(house),
    likeness: await press.listLikeness(period),
    caused: await press.listCaused({ eventId }),
    ofPress: (await press.listClippings({ ...days, medium: 'press' })).totals,
    ofDigital: (await press.listClippings({ ...days, medium: 'digital' })).totals,
  };
}

async function closeNovember(house: TestHouse) {
  const { press } = callerAs(house, 'press');
  const { accounts, output } = callerAs(house, 'coordinator');
  const { outletId, outlet, rate } = await addApprovedColombiano(house);
  const fields = { name: 'El Colombiano', medium: 'press' as const };
  const heard = await press.updateOutlet({ at: outlet, fields: { ...fields, audience: 80_000 } });
  const department = await accounts.createDepartment({ name: 'Hacienda' });
  const event = await output.createItem({ kind: 'event', title: 'Feria', day: '2026-11-01' });
  const message = await press.createKeyMessage({ text: 'La feria es de todos' });
  await press.createClipping(
    piece(outletId, {
      departmentId: department.id,
      eventId: event.id,
      keyMessageIds: [message.id],
      topic: 'Parque',
      spokesperson: 'Alcaldesa',
      origin: 'reactive',
    }),
  );
  await press.createClipping(piece(outletId, { title: 'Otra', tone: 'negative' }));
  await closeAsSeen(house, month);
  return { press, accounts, output, outletId, heard, rate, department, event, message };
}

describe('the figures of a closed month', () => {
  test('are the same on every screen whatever changes of outlets, rates, names and messages', async () => {
    const house = await makeHouse();
    const { press, accounts, output, outletId, heard, rate, ...named } = await closeNovember(house);
    const before = await figuresOf(house, named.event.id);
    expect(before.coverage).toMatchObject({
      reach: { people: 80_000 },
      parts: { medium: [{ key: 'press', count: 2 }], outlet: [{ label: 'El Colombiano' }] },
    });

    const { message, department, event } = named;
    const moves = [
      () =>
        press.updateOutlet({
          at: heard,
          fields: {
            name: 'Otro nombre',
            medium: 'digital',
            audience: 7,
            isOwnChannel: true,
            vatRate: '0',
            monthlyVisitors: 9,
            domains: ['otro.example.org'],
            contracts: [{ from: '2026-01-01', to: null, reference: 'Contrato 1' }],
          },
        }),
      () => press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 1_000 }) }),
      () => press.updateKeyMessage({ at: message, fields: { text: 'Otra idea' } }),
      () => press.removeKeyMessage({ ...message, version: message.version + 1 }),
      () => accounts.updateDepartment({ at: department, fields: { name: 'Gobierno' } }),
      () =>
        output.updateItem({
          at: event,
          fields: { kind: 'event', title: 'Otro título', day: '2026-11-01' },
        }),
      () => callerAs(house, 'coordinator').press.setReviewThreshold({ amountCop: 5 }),
      () => press.removeOutlet({ ...heard, version: heard.version + 1 }),
    ];
    for (const move of moves) {
      await move();
      expect(await figuresOf(house, named.event.id)).toEqual(before);
    }
  });

  test('are told as of today again once the month is open', async () => {
    const house = await makeHouse();
    const { press, heard } = await closeNovember(house);
    const fields = { name: 'Otro nombre', medium: 'digital' as const, audience: 7 };
    await press.updateOutlet({ at: heard, fields });
    const secretary = callerAs(house, 'secretary').press;
    await secretary.reopenMonth({ month, reason: 'Cambió el medio.' });
    expect(await press.readCoverage(period)).toMatchObject({
      reach: { people: 7 },
      parts: { medium: [{ key: 'digital', count: 2 }], outlet: [{ label: 'Otro nombre' }] },
    });
  });
});
