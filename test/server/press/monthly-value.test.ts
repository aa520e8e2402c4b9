import { describe, expect, test } from 'vitest';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { addColombiano, piece, pieceValue } from './press-records.ts';

/** Month, press count and value, broadcast and digital count and value, as the 2020 report prints them. */
const printed2020 = [
  ['2020-01', 3, 1_350_000, 8, 15_541_200],
  ['2020-02', 4, 1_800_000, 10, 15_364_500],
  ['2020-03', 7, 3_150_000, 13, 72_857_000],
  ['2020-04', 9, 4_050_000, 7, 27_898_000],
  ['2020-05', 15, 57_550_000, 13, 34_705_000],
  ['2020-06', 7, 3_150_000, 10, 39_558_000],
  ['2020-07', 6, 18_900_000, 13, 26_741_250],
  ['2020-08', 8, 3_600_000, 16, 28_499_377],
  ['2020-09', 17, 24_900_000, 9, 14_663_000],
  ['2020-10', 15, 8_850_000, 13, 19_419_000],
  ['2020-11', 11, 4_950_000, 11, 17_329_000],
  ['2020-12', 18, 44_550_000, 12, 15_673_000],
] as const;

const tally = {
  month: '2026-01',
  channel: 'press',
  count: 3,
  valueCop: 1_350_000,
  source: 'Informe de gestión 2026',
} as const;
const year2026 = { from: '2026-01', to: '2026-12' };

describe('the value of the months', () => {
  test('2020 adds up to 120 + 135 appearances and $ 505.048.327, month by month', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'coordinator');
    const source = 'Informe de gestión 2020, tabla 3.2';
    for (const [month, count, valueCop, broadcastCount, broadcastValue] of printed2020) {
      await press.createPressTally({ month, channel: 'press', count, valueCop, source });
      await press.createPressTally({
        month,
        channel: 'broadcast_digital',
        count: broadcastCount,
        valueCop: broadcastValue,
        source,
      });
    }

    const read = await press.readMonthlyValue({ from: '2020-01', to: '2020-12' });

    expect(read.rows).toEqual(
      printed2020.flatMap(([month, count, valueCop, broadcastCount, broadcastValue]) => [
        { month, channel: 'press', count, valueCop, unvalued: 0 },
        {
          month,
          channel: 'broadcast_digital',
          count: broadcastCount,
          valueCop: broadcastValue,
          unvalued: 0,
        },
      ]),
    );
    expect(read.totals).toEqual([
      { channel: 'press', count: 120, valueCop: 176_800_000 },
      { channel: 'broadcast_digital', count: 135, valueCop: 328_248_327 },
    ]);
    expect(read.total).toEqual({ count: 255, valueCop: 505_048_327 });
    expect(await press.readYearlyValue()).toEqual([
      {
        year: 2020,
        channel: 'press',
        count: 120,
        valueCop: 176_800_000,
        unvalued: 0,
        headlineCop: null,
      },
      {
        year: 2020,
        channel: 'broadcast_digital',
        count: 135,
        valueCop: 328_248_327,
        unvalued: 0,
        headlineCop: null,
      },
    ]);
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('nothing known is absent, not 0', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'viewer');
    expect(await press.readMonthlyValue(year2026)).toEqual({
      rows: [],
      totals: [
        { channel: 'press', count: 0, valueCop: null },
        { channel: 'broadcast_digital', count: 0, valueCop: null },
      ],
      total: { count: 0, valueCop: null },
    });
  });

  test('a monthly total without a value is unvalued, and adds to what the records say', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const at = await press.createPressTally({ ...tally, month: '2026-11', valueCop: null });
    expect((await press.readMonthlyValue(year2026)).rows).toEqual([
      { month: '2026-11', channel: 'press', count: 3, valueCop: null, unvalued: 3 },
    ]);
    const { outletId } = await addColombiano(house);
    await press.createClipping({ ...piece(outletId), countsBoth: true });
    expect((await press.readMonthlyValue(year2026)).rows).toEqual([
      { month: '2026-11', channel: 'press', count: 4, valueCop: pieceValue, unvalued: 3 },
    ]);
    expect(await auditOf(house, at.id)).toMatchObject([
      { action: 'create', record: 'press_tally', actorName: 'Persona press' },
      { action: 'update', record: 'press_tally', actorName: 'Persona press' },
    ]);
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('a month of a channel has one total; the secretary reads it only', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const at = await press.createPressTally(tally);
    expect(await failureOf(press.createPressTally(tally))).toMatchObject({
      code: 'value_taken',
      record: 'press_tally',
    });
    const moved = await press.updatePressTally({ at, fields: { ...tally, month: '2026-02' } });
    await press.createPressTally(tally);
    const back = press.updatePressTally({ at: moved, fields: tally });
    expect(await failureOf(back)).toMatchObject({ code: 'value_taken' });

    const secretary = callerAs(house, 'secretary').press;
    expect((await secretary.listPressTallies(year2026)).total).toBe(2);
    expect(
      (await secretary.listPressTallies({ from: '2026-02', to: '2026-03' })).rows,
    ).toMatchObject([{ id: at.id, month: '2026-02', count: 3, valueCop: 1_350_000 }]);
    expect((await secretary.listPressTallies({ channel: 'broadcast_digital' })).total).toBe(0);
    expect(await failureOf(secretary.removePressTally(moved))).toMatchObject({
      code: 'role_not_allowed',
    });
  });

  test('removing a total and undoing it moves the month both ways', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    const removed = await press.removePressTally(await press.createPressTally(tally));
    expect((await press.readMonthlyValue(year2026)).rows).toEqual([]);
    const restored = await press.restorePressTally(removed);
    expect((await press.readMonthlyValue(year2026)).total).toEqual({
      count: 3,
      valueCop: 1_350_000,
    });
    await press.removePressTally(restored);
    await press.createPressTally(tally);
    const clash = press.restorePressTally({ id: restored.id, version: restored.version + 1 });
    expect(await failureOf(clash)).toMatchObject({ code: 'value_taken' });
    expect(await checkPressRollup(house)).toEqual([]);
  });

  test('the check finds a month that does not say what its records add up to', async () => {
    const house = await makeHouse();
    const { press } = callerAs(house, 'press');
    await press.createPressTally(tally);
    await house.database.db.updateTable('pressMonth').set({ value: 1 }).execute();
    expect(await checkPressRollup(house)).toEqual([
      {
        month: '2026-01',
        channel: 'press',
        source: 'tally',
        kept: 'count 3, value 1, unvalued 0',
        counted: 'count 3, value 1350000, unvalued 0',
      },
    ]);
  });
});
