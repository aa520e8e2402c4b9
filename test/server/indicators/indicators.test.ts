import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const rule = { measure: 'output' as const };
const events = {
  code: 'DIF-1',
  name: 'Eventos de difusión realizados',
  plan: 'development_plan' as const,
  unit: 'number' as const,
  method: { type: 'rule' as const, rule },
};
const typed = { type: 'typed' as const, yearly: 'last' as const };

describe('an indicator', () => {
  test('that counts records says so month by month, and its progress against the target', async () => {
    const house = await makeHouse();
    const { indicators, output } = callerAs(house, 'coordinator');
    const { id } = await indicators.createIndicator(events);
    expect(await auditOf(house, id)).toMatchObject([{ action: 'create', record: 'indicator' }]);
    await output.createItem({ kind: 'event', title: 'Feria', day: '2026-03-02' });
    await output.createItem({ kind: 'graphic_piece', title: 'Afiche', day: '2026-03-09' });
    const total = { month: '2026-03', kind: 'event' as const, count: 5, source: 'Cuaderno' };
    await output.createTally({ ...total, countsBoth: true });
    const of = { id, year: 2026 };
    const year = { target: '10', monthly: { '2026-03': '4' }, budgetCop: 240_000_000 };
    const fields = { ...year, investedCop: 10_816_671 };
    const saved = await indicators.saveYear({ of, version: null, fields });
    const read = await indicators.readIndicator(of);
    expect(read).toMatchObject({
      achieved: { value: '7', sources: ['records', 'tally'] },
      progress: { uncapped: '70', capped: '70' },
      financial: '4.51',
      year: { target: '10', version: saved.version },
    });
    expect(read.months[2]).toEqual({
      month: '2026-03',
      target: '4',
      achieved: { value: '7', sources: ['records', 'tally'], missing: null },
    });
    expect(read.months[3]?.achieved).toEqual({
      value: null,
      sources: [],
      missing: 'nothing_counted',
    });
    const stale = indicators.saveYear({ of, version: null, fields });
    expect(await failureOf(stale)).toMatchObject({ code: 'record_changed' });
  });

  test('counts only what its rule lets through, and monthly totals not where they cannot answer', async () => {
    const house = await makeHouse();
    const { indicators, output, accounts } = callerAs(house, 'coordinator');
    const department = await accounts.createDepartment({ name: 'Secretaría de la Mujer' });
    const place = await output.createPlace({ name: 'Toledo' });
    const item = { kind: 'community_meeting' as const, day: '2026-05-02' };
    const own = { departmentId: department.id, placeId: place.id, responsible: 'Ana' };
    await output.createItem({ ...item, ...own, title: 'Diálogo con mujeres' });
    await output.createItem({ ...item, title: 'Diálogo en Toledo' });
    await output.createTally({
      month: '2026-06',
      kind: 'community_meeting',
      count: 9,
      source: 'Cuaderno',
    });
    const counted = async (narrowed: object) => {
      const method = { type: 'rule' as const, rule: { ...rule, ...narrowed } };
      const code = `R-${Math.random().toString(36).slice(2)}`;
      const { id } = await indicators.createIndicator({ ...events, code, method });
      return (await indicators.readIndicator({ id, year: 2026 })).achieved.value;
    };
    expect(await counted({ kinds: ['community_meeting'] })).toBe('11');
    expect(await counted({ departmentIds: [department.id] })).toBe('1');
    expect(await counted({ placeIds: [place.id] })).toBe('1');
    expect(await counted({ responsible: 'Ana' })).toBe('1');
    expect(await counted({ words: 'dialogo toledo' })).toBe('1');
    expect(await counted({ kinds: ['event'] })).toBeNull();
    const press = { measure: 'press_count' as const, words: 'feria' };
    const refused = indicators.createIndicator({
      ...events,
      method: { type: 'rule', rule: press },
    });
    expect(await failureOf(refused)).toMatchObject({ issues: [{ message: 'filters_of_output' }] });
  });

  test('that somebody types keeps each figure with its source; the last month is the year’s', async () => {
    const house = await makeHouse();
    const { indicators } = callerAs(house, 'coordinator');
    const { id } = await indicators.createIndicator({ ...events, unit: 'percent', method: typed });
    const figure = { indicatorId: id, source: 'Encuesta de diciembre' };
    await indicators.saveFigure({ ...figure, period: '2026-06', value: '61.5' });
    const at = await indicators.saveFigure({ ...figure, period: '2026-12', value: '71.8' });
    expect(await indicators.readIndicator({ id, year: 2026 })).toMatchObject({
      achieved: { value: '71.8', sources: ['typed'] },
      typed: [{ period: '2026-06' }, { period: '2026-12', source: 'Encuesta de diciembre' }],
    });
    await indicators.saveFigure({ ...figure, period: '2026', value: '70' });
    expect((await indicators.readIndicator({ id, year: 2026 })).achieved.value).toBe('70');
    await indicators.removeFigure(at);
    expect((await indicators.readIndicator({ id, year: 2026 })).typed).toHaveLength(2);
    expect(await auditOf(house, at.id)).toMatchObject([{ action: 'create' }, { action: 'remove' }]);
  });

  test('that is a formula follows the others, and says why it has no figure', async () => {
    const house = await makeHouse();
    const { indicators } = callerAs(house, 'coordinator');
    const part = await indicators.createIndicator({ ...events, code: 'A', method: typed });
    const whole = await indicators.createIndicator({ ...events, code: 'B', method: typed });
    const method = { type: 'formula' as const, formula: '{A} * 100 / {B}' };
    const { id } = await indicators.createIndicator({ ...events, code: 'C', method });
    const source = 'Registro';
    const achieved = async () => (await indicators.readIndicator({ id, year: 2026 })).achieved;
    expect(await achieved()).toMatchObject({ value: null, missing: 'absent_part' });
    await indicators.saveFigure({ indicatorId: part.id, period: '2026', value: '7122', source });
    await indicators.saveFigure({ indicatorId: whole.id, period: '2026', value: '7433', source });
    expect(await achieved()).toEqual({ value: '95.815956', sources: ['formula'], missing: null });
    await indicators.saveFigure({ indicatorId: whole.id, period: '2026', value: '0', source });
    expect(await achieved()).toMatchObject({ value: null, missing: 'division_by_zero' });

    const circle = { ...events, code: 'A', method: { ...method, formula: '{C} + 1' } };
    expect(await failureOf(indicators.updateIndicator({ at: part, fields: circle }))).toMatchObject(
      {
        fields: [{ path: 'method.formula', rule: 'formula_circle' }],
      },
    );
    const unknown = { ...events, code: 'D', method: { ...method, formula: '{Z}' } };
    expect(await failureOf(indicators.createIndicator(unknown))).toMatchObject({
      fields: [{ rule: 'formula_unknown', facts: { code: 'Z' } }],
    });
  });

  test('has a code of its own, is removed and brought back, and is not the press team’s to change', async () => {
    const house = await makeHouse();
    const { indicators } = callerAs(house, 'coordinator');
    const at = await indicators.createIndicator(events);
    const again = indicators.createIndicator({ ...events, code: 'dif-1' });
    expect(await failureOf(again)).toMatchObject({ code: 'value_taken', field: 'code' });
    const removed = await indicators.removeIndicator(at);
    expect(await indicators.listIndicators({ year: 2026 })).toEqual({ rows: [], total: 0 });
    await indicators.restoreIndicator(removed);
    expect(await indicators.listIndicators({ year: 2026, search: 'difusion' })).toMatchObject({
      total: 1,
      rows: [{ code: 'DIF-1', progress: null }],
    });
    const { indicators: press } = callerAs(house, 'press');
    expect(await failureOf(press.createIndicator(events))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});
