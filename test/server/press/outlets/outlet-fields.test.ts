import { describe, expect, test } from 'vitest';
import { checkPressRollup } from '../../../../server/press/check-press-rollup.ts';
import { OutletFields } from '../../../../shared/press/schemas.ts';
import { callerAs, makeHouse, type TestHouse } from '../../../support/house.ts';
import { changeOutlet, pageRate, piece } from '../press-records.ts';
import { addFile, closeAsSeen } from '../review-records.ts';

/** What the screens of a month tell that may depend on what an outlet is. */
async function readMonth(house: TestHouse, month: string) {
  const { press } = callerAs(house, 'viewer');
  const period = { from: month, to: month };
  const coverage = await press.readCoverage(period);
  const byTone = await press.readValueByTone(period);
  const days = { from: `${month}-01`, to: `${month}-28` };
  const { rows } = await press.listClippings({ ...days, pageSize: 50 });
  const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    /** The table of the yearly report: how many and how much in each of its two columns. */
    columns: (await press.readMonthlyValue(period)).rows,
    headline: (await press.readMonthlyHeadline(period)).rows,
    withVat: byTone.headlineWithVat,
    grades: byTone.grades,
    withoutContract: [byTone.headlineWithoutContract, coverage.withoutContract],
    mediums: coverage.parts.medium,
    people: coverage.reach,
    names: sorted.map(({ outletName }) => outletName),
    worth: sorted.map(({ standing, valueCop, valueWithVatCop, grade }) => ({
      ...{ standing, valueCop, valueWithVatCop, grade },
    })),
    channels: sorted.map(({ channel }) => channel),
    searched: (await press.listClippings({ ...days, search: 'colombiano' })).total,
  };
}
type Month = Awaited<ReturnType<typeof readMonth>>;
type Told = keyof Month;

interface Expected {
  to: Partial<OutletFields>;
  /** What of open months moves with the change alone. */
  moves: Told[];
  /** What moves besides where the appearances are to follow; absent: nothing is asked. */
  follows?: Told[];
}

/** Of every field of an outlet: what a change of it does to open months. Of closed ones nothing moves. */
const fields: Record<keyof OutletFields, Expected> = {
  name: {
    to: { name: 'El Diario' },
    moves: ['names', 'searched'],
  },
  medium: {
    to: { medium: 'radio' },
    moves: ['mediums'],
    follows: ['columns', 'headline', 'channels'],
  },
  town: { to: { town: 'Medellín' }, moves: [] },
  scope: { to: { scope: 'regional' }, moves: [] },
  website: { to: { website: 'https://www.elcolombiano.com' }, moves: [] },
  isOwnChannel: {
    to: { isOwnChannel: true },
    moves: [],
    follows: [
      ...(['columns', 'headline', 'withVat', 'grades', 'withoutContract'] as const),
      ...(['mediums', 'people', 'worth'] as const),
    ],
  },
  // Prices and what estimates sizes hold from then on: what is valued moves by valuing again alone.
  vatRate: { to: { vatRate: '0.05' }, moves: [] },
  monthlyVisitors: { to: { monthlyVisitors: 9_000_000 }, moves: [] },
  audience: { to: { audience: 500_000 }, moves: ['people'] },
  domains: { to: { domains: ['elcolombiano.com'] }, moves: [] },
  contracts: {
    to: { contracts: [{ from: '2026-01-01', to: null, reference: 'Contrato 12' }] },
    moves: ['withoutContract'],
  },
};
const names = Object.keys(fields) as (keyof OutletFields)[];

const start = OutletFields.parse({
  name: 'El Colombiano',
  medium: 'press',
  audience: 80_000,
  monthlyVisitors: 1_000_000,
});

/** An outlet with appearances valued in every way that looks at it, in a closed month and in an open one. */
async function openOffice() {
  const house = await makeHouse();
  const { press } = callerAs(house, 'press');
  const outlet = await press.createOutlet(start);
  const web = { format: 'web', unitQuantity: '1' } as const;
  await press.createRate(pageRate(outlet.id));
  await press.createRate(pageRate(outlet.id, { ...web, unit: 'cpm', priceCop: 12_000 }));
  await press.createFlatPolicy({
    format: 'radio',
    priceCop: 450_000,
    vatIncluded: false,
    vatRate: '0.19',
    validFrom: '2026-01-01',
    sourceReference: 'Resolución 7',
    evidenceIds: [],
  });
  const amount = await addFile(house, 'soporte');
  const judged = { share: '1', isEstimated: true } as const;
  for (const month of ['2026-10', '2026-11']) {
    const log = (title: string, change: Parameters<typeof piece>[1]) =>
      press.createClipping(piece(outlet.id, { ...change, title, day: `${month}-05` }));
    await log('Por área', {});
    await log('Por visitas', { format: 'web', measures: { ...judged, unit: 'cpm', views: null } });
    await log('Por tarifa plana', {
      format: 'radio',
      measures: { ...judged, unit: 'second', seconds: '30' },
    });
    await log('A mano', {
      evidenceIds: [amount],
      measures: { ...judged, unit: 'manual', amountCop: 1_000_000, reason: 'Cotización verbal' },
    });
    await log('Pauta', { isPaid: true });
  }
  await closeAsSeen(house, '2026-10');
  return { house, press, outlet };
}

const differing = (before: Month, after: Month) =>
  (Object.keys(before) as Told[])
    .filter((told) => JSON.stringify(before[told]) !== JSON.stringify(after[told]))
    .sort();

describe('a change of an outlet', () => {
  test('is walked for every field that it has', () => {
    expect(names.toSorted()).toEqual(Object.keys(OutletFields.shape).sort());
  });

  test.each(names.flatMap((name) => [[name, false] as const, [name, true] as const]))(
    'in its %s moves what it is to of open months, and no figure of closed ones (follows: %s)',
    async (name, follows) => {
      const { to, moves, follows: further } = fields[name];
      const { house, press, outlet } = await openOffice();
      const closed = await readMonth(house, '2026-10');
      const open = await readMonth(house, '2026-11');
      expect(open.worth.filter(({ valueCop }) => valueCop === null)).toEqual([]);

      const change = { at: outlet, fields: { ...start, ...to } };
      const { reached } = await changeOutlet(press, change, follows);
      expect(reached !== null).toBe(further !== undefined);
      const expected = [...moves, ...((follows && further) || [])].sort();
      expect(differing(open, await readMonth(house, '2026-11'))).toEqual(expected);
      expect(differing(closed, await readMonth(house, '2026-10'))).toEqual([]);

      await changeOutlet(press, { at: { id: outlet.id, version: 2 }, fields: start }, true);
      expect(await readMonth(house, '2026-11')).toEqual(open);
      expect(await readMonth(house, '2026-10')).toEqual(closed);
      expect(await checkPressRollup(house)).toEqual([]);
    },
  );
});
