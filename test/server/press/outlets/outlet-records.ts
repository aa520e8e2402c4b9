import { expect } from 'vitest';
import { checkPressRollup } from '../../../../server/press/check-press-rollup.ts';
import type { OutletReach } from '../../../../shared/press/outlet-reach.ts';
import { callerAs, failureOf, makeHouse, type TestHouse } from '../../../support/house.ts';
import { addColombiano, changeOutlet, piece } from '../press-records.ts';

export const earned = { name: 'El Colombiano', medium: 'press' } as const;
export const own = { ...earned, isOwnChannel: true } as const;
export const radio = { ...earned, medium: 'radio' } as const;

/** *El Colombiano* with two counted pieces of October and November, and one that was paid for. */
export async function openOffice() {
  const house = await makeHouse();
  const { press } = callerAs(house, 'press');
  const { outletId, outlet, rate } = await addColombiano(house);
  const october = await press.createClipping(piece(outletId, { day: '2026-10-05' }));
  const november = await press.createClipping(piece(outletId, { title: 'La otra' }));
  const paid = await press.createClipping(piece(outletId, { title: 'Pauta', isPaid: true }));
  return { house, press, outletId, outlet, rate, october, november, paid };
}
type Office = Awaited<ReturnType<typeof openOffice>>;

/** What a refused call would have changed. */
export async function asked(call: Promise<unknown>): Promise<OutletReach> {
  const { code, ...reach } = (await failureOf(call)) as { code: string } & OutletReach;
  expect(code).toBe('outlet_reaches_back');
  return reach;
}

/** Changes an outlet, and answers whether its appearances follow. */
export const change = (
  press: Office['press'],
  at: { id: string; version: number },
  fields: Parameters<Office['press']['updateOutlet']>[0]['fields'],
  follows: boolean,
) => changeOutlet(press, { at, fields }, follows);

/** How the year counts: by channel, and each appearance. */
export async function figures(house: TestHouse) {
  const { press } = callerAs(house, 'viewer');
  const { total, rows } = await press.readMonthlyValue({ from: '2026-01', to: '2026-12' });
  const { rows: clippings } = await press.listClippings({ pageSize: 50 });
  expect(await checkPressRollup(house)).toEqual([]);
  return {
    count: total.count,
    value: total.valueCop,
    months: rows.filter(({ count }) => count !== null && count > 0),
    clippings: clippings
      .map(({ id, channel, standing, valueCop }) => ({ id, channel, standing, valueCop }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

/** The channels in which there are appearances. */
export const channelsOf = async (house: TestHouse) =>
  [...new Set((await figures(house)).clippings.map(({ channel }) => channel))].sort();
