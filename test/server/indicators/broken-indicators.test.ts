import { describe, expect, test } from 'vitest';
import { callerAs, makeHouse } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';
import { addColombiano, piece, pieceValue } from '../press/press-records.ts';

const indicator = (code: string, method: object) => ({
  code,
  name: `Indicador ${code}`,
  plan: 'action_plan' as const,
  unit: 'number' as const,
  method: method as { type: 'typed'; yearly: 'last' },
});
const rule = (measure: string) => ({ type: 'rule', rule: { measure } });

describe('an indicator of free press', () => {
  test('counts appearances or adds their value, and has none where nobody valued any', async () => {
    const house = await makeHouse();
    const { outletId } = await addColombiano(house);
    const { press, indicators } = callerAs(house, 'coordinator');
    await callerAs(house, 'press').press.createClipping(piece(outletId));
    await press.createPressTally({
      month: '2026-10',
      channel: 'press',
      count: 4,
      valueCop: null,
      source: 'Monitoreo',
    });
    const { id } = await indicators.createIndicator(indicator('V', rule('press_value')));
    const count = await indicators.createIndicator(indicator('N', rule('press_count')));
    const value = await indicators.readIndicator({ id, year: 2026 });
    expect(value.achieved).toMatchObject({ value: String(pieceValue), missing: null });
    expect(value.months[9]?.achieved).toMatchObject({ value: null, missing: 'nothing_counted' });
    const counted = await indicators.readIndicator({ id: count.id, year: 2026 });
    expect(counted.achieved).toMatchObject({ value: '5', sources: ['tally', 'records'] });
  });
});

describe('an indicator that breaks', () => {
  /** One whose method this version does not know, beside one that it does and a formula of each. */
  async function withOneBroken(house: Awaited<ReturnType<typeof makeHouse>>) {
    const { indicators, output } = callerAs(house, 'coordinator');
    const broken = await indicators.createIndicator(indicator('ROTO', rule('output')));
    await indicators.createIndicator(indicator('SANO', rule('output')));
    await indicators.createIndicator(
      indicator('DOBLE', { type: 'formula', formula: '{SANO} * 2' }),
    );
    await indicators.createIndicator(indicator('PEOR', { type: 'formula', formula: '{ROTO} * 2' }));
    await output.createItem({ kind: 'event', title: 'Feria', day: '2026-03-02' });
    await house.database.db
      .updateTable('indicator')
      .set({ method: JSON.stringify({ type: 'rule', rule: { measure: 'of_tomorrow' } }) })
      .where('id', '=', broken.id)
      .execute();
    return broken;
  }

  test('says so in its row and takes no other down; it is opened, removed and brought back', async () => {
    const house = await makeHouse();
    const broken = await withOneBroken(house);
    const { indicators } = callerAs(house, 'coordinator');
    const said = async () => {
      const { rows } = await indicators.listIndicators({ year: 2026 });
      return Object.fromEntries(
        rows.map(({ code, achieved }) => [code, achieved.value ?? achieved.missing]),
      );
    };
    expect(await said()).toEqual({ ROTO: 'failed', SANO: '1', DOBLE: '2', PEOR: 'failed' });
    const opened = await indicators.readIndicator({ id: broken.id, year: 2026 });
    expect(opened.achieved).toMatchObject({ value: null, missing: 'failed' });
    // Others are added and changed meanwhile.
    await indicators.createIndicator(indicator('MAS', { type: 'formula', formula: '{SANO} + 1' }));
    const removed = await indicators.removeIndicator(broken);
    expect(await said()).toEqual({ SANO: '1', DOBLE: '2', MAS: '2', PEOR: 'unknown_code' });
    const back = await indicators.restoreIndicator(removed);
    const fields = indicator('ROTO', rule('output'));
    await indicators.updateIndicator({ at: back, fields });
    expect(await said()).toMatchObject({ ROTO: '1', PEOR: '2' });
  });

  test('is not kept as an answer: once it can be read again, it is', async () => {
    const served = await serveHouse();
    const broken = await withOneBroken(served.house);
    const reader = await served.signedIn('viewer');
    const read = async () => {
      const of = { id: broken.id, year: 2026 };
      const { data } = await reader.query<{ achieved: object }>('indicators.readIndicator', of);
      return data?.achieved;
    };
    expect(await read()).toMatchObject({ missing: 'failed' });
    await served.house.database.db
      .updateTable('indicator')
      .set({ method: JSON.stringify(rule('output')) })
      .where('id', '=', broken.id)
      .execute();
    expect(await read()).toMatchObject({ value: '1' });
  });
});
