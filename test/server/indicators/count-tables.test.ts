import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

const fields = {
  code: '4.2.3',
  name: 'PQRSFD por medio',
  dimensions: [{ id: 'channel', name: 'Medio' }],
  measures: [
    { id: 'late', name: 'Fuera de término', unit: 'count' as const, total: 'sum' as const },
    { id: 'on_time', name: 'A tiempo', unit: 'count' as const, total: 'sum' as const },
    {
      id: 'effectiveness',
      name: 'Efectividad',
      unit: 'percent' as const,
      formula: '{on_time} × 100 / ({late} + {on_time})',
    },
  ],
};

async function openTable(house: TestHouse) {
  const { indicators } = callerAs(house, 'coordinator');
  const table = await indicators.createTable(fields);
  const row = (name: string, late: string, onTime: string, period = '2026') => ({
    tableId: table.id,
    period,
    members: [name],
    cells: { late, on_time: onTime },
    source: 'Atención al ciudadano',
  });
  return { indicators, table, row };
}

describe('a table of counts', () => {
  test('adds its rows up, works out what its formulas say, and shows where a printed total says otherwise', async () => {
    const house = await makeHouse();
    const { indicators, table, row } = await openTable(house);
    expect(await auditOf(house, table.id)).toMatchObject([
      { action: 'create', record: 'count_table' },
    ]);
    const total = { ...row('', '9', '31'), members: [], isTotal: true };
    const rows = [row('Página web', '8', '24'), row('Ventanilla', '0', '8'), total];
    const made = await indicators.createRows({ rows });
    expect(await auditOf(house, made[0]?.id ?? '')).toMatchObject([
      { action: 'create', record: 'count_row' },
    ]);
    const read = await callerAs(house, 'viewer').indicators.readTable({ id: table.id });
    expect(read.period).toBe('2026');
    expect(read.rows.map(({ members, worked }) => [...members, worked.effectiveness])).toEqual([
      ['Página web', '75'],
      ['Ventanilla', '100'],
    ]);
    expect(read.totals).toEqual({ late: '8', on_time: '32', effectiveness: '80' });
    expect(read.printed?.worked).toEqual({ late: '9', on_time: '31', effectiveness: '77.5' });
    expect(read.findings).toEqual([
      { rule: 'total', measure: 'late', member: null, printed: '9', worked: '8' },
      { rule: 'total', measure: 'on_time', member: null, printed: '31', worked: '32' },
    ]);
    const found = await callerAs(house, 'viewer').reports.listDiscrepancies({ year: 2026 });
    expect(found.map(({ declared, recorded, kind }) => [declared, recorded, kind])).toEqual([
      [9, 8, 'total_does_not_sum'],
      [31, 32, 'total_does_not_sum'],
    ]);
  });

  test('keeps each period apart, and opens at the newest', async () => {
    const { indicators, table, row } = await openTable(await makeHouse());
    const rows = ['2026-Q2', '2026-Q1', '2025'].map((period) => row('Web', '1', '1', period));
    await indicators.createRows({ rows });
    const { rows: listed } = await indicators.listTables({ search: 'pqrsfd' });
    expect(listed[0]?.periods).toEqual(['2026-Q2', '2026-Q1', '2025']);
    expect((await indicators.readTable({ id: table.id })).period).toBe('2026-Q2');
    const older = await indicators.readTable({ id: table.id, period: '2025' });
    expect(older.rows).toHaveLength(1);
  });

  test('takes no figure that it has no column for, no half count and no row twice, and then keeps none', async () => {
    const { indicators, table, row } = await openTable(await makeHouse());
    const refused = async (cells: Record<string, string>) =>
      failureOf(indicators.createRows({ rows: [{ ...row('Web', '1', '1'), cells }] }));
    const rule = (path: string, name: string) => ({
      code: 'invalid_input',
      fields: [{ path, rule: name }],
    });
    expect(await refused({ other: '1' })).toMatchObject(rule('cells.other', 'unknown_measure'));
    expect(await refused({ effectiveness: '90' })).toMatchObject(
      rule('cells.effectiveness', 'unknown_measure'),
    );
    expect(await refused({ late: '1.5' })).toMatchObject(rule('cells.late', 'not_whole'));
    expect(await refused({ late: '-1' })).toMatchObject(rule('cells.late', 'negative'));
    const twice = indicators.createRows({ rows: [row('Web', '1', '1'), row('WEB', '2', '2')] });
    expect(await failureOf(twice)).toMatchObject({ code: 'value_taken', record: 'count_row' });
    expect((await indicators.readTable({ id: table.id })).rows).toEqual([]);
  });

  test('changed by two at once tells the second, and what is removed comes back', async () => {
    const { indicators, table, row } = await openTable(await makeHouse());
    const [made] = await indicators.createRows({ rows: [row('Web', '1', '1')] });
    if (!made) throw new Error('no row was made');
    const changed = await indicators.updateRow({ at: made, fields: row('Web', '2', '3') });
    const late = indicators.updateRow({ at: made, fields: row('Web', '9', '9') });
    expect(await failureOf(late)).toMatchObject({ code: 'record_changed' });
    const gone = await indicators.removeRow(changed);
    expect((await indicators.readTable({ id: table.id })).rows).toEqual([]);
    await indicators.restoreRow(gone);
    const { rows } = await indicators.readTable({ id: table.id });
    expect(rows[0]?.cells).toEqual({ late: '2', on_time: '3' });
    const removed = await indicators.removeTable(table);
    expect((await indicators.listTables({})).total).toBe(0);
    await indicators.restoreTable(removed);
    expect((await indicators.listTables({})).total).toBe(1);
  });

  test('with rows keeps as many names for them, and its code is its own', async () => {
    const { indicators, table, row } = await openTable(await makeHouse());
    await indicators.createRows({ rows: [row('Web', '1', '1')] });
    const wider = { ...fields, dimensions: [...fields.dimensions, { id: 'type', name: 'Tipo' }] };
    const widening = indicators.updateTable({ at: table, fields: wider });
    expect(await failureOf(widening)).toMatchObject({
      code: 'invalid_input',
      fields: [{ rule: 'table_has_rows' }],
    });
    expect(await failureOf(indicators.createTable(fields))).toMatchObject({ code: 'value_taken' });
    const circle = [{ ...fields.measures[0], formula: '{late} + 1' }] as typeof fields.measures;
    const circling = indicators.createTable({ ...fields, code: 'X', measures: circle });
    expect(await failureOf(circling)).toMatchObject({
      issues: [{ path: ['measures'], message: 'unknown_measure' }],
    });
  });

  test('of the usual ones comes once, and not for whoever only reads', async () => {
    const house = await makeHouse();
    const { indicators } = callerAs(house, 'admin');
    expect(await indicators.addUsualTables()).toEqual({ added: 8 });
    expect(await indicators.addUsualTables()).toEqual({ added: 0 });
    const viewer = callerAs(house, 'viewer').indicators.addUsualTables();
    expect(await failureOf(viewer)).toMatchObject({ code: 'role_not_allowed' });
  });
});
