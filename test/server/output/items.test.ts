import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const meeting = {
  kind: 'community_meeting' as const,
  title: 'Diálogos ciudadanos en el sector Toledo',
  day: '2026-11-12',
  place: 'Sector Toledo',
  details: { programme: 'Diálogos ciudadanos', attendance: 45 },
};

describe('output items', () => {
  test('the coordinator logs a community meeting and finds it by a word without accents', async () => {
    const house = await makeHouse();
    const { output, accounts } = callerAs(house, 'coordinator');
    const department = await accounts.createDepartment({ name: 'Secretaría de Gobierno' });

    const { id } = await output.createItem({ ...meeting, departmentId: department.id });
    await output.createItem({ kind: 'event', title: 'Feria', day: '2026-11-13' });

    expect(await output.listItems({ search: 'dialogos TOLEDO' })).toMatchObject({
      total: 1,
      rows: [
        {
          id,
          version: 1,
          kind: 'community_meeting',
          day: '2026-11-12',
          departmentName: 'Secretaría de Gobierno',
          details: { programme: 'Diálogos ciudadanos', attendance: 45, commitments: null },
          updatedBy: 'Persona coordinator',
        },
      ],
    });
    expect(await output.readItem({ id })).toMatchObject({ notes: null, isRemoved: false });
    expect(await auditOf(house, id)).toMatchObject([{ action: 'create', record: 'output_item' }]);
  });

  test('a person of the press team may read but not log', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'press');
    expect(await output.listItems({})).toEqual({ rows: [], total: 0 });
    expect(await failureOf(output.createItem(meeting))).toMatchObject({ code: 'role_not_allowed' });
  });

  test('a list holds only what its filters ask for, a page at a time, latest first', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'admin');
    for (const day of ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01']) {
      await output.createItem({ kind: 'event', title: `Evento del ${day}`, day });
      await output.createItem({ kind: 'graphic_piece', title: `Pieza del ${day}`, day });
    }
    const november = { from: '2026-11-01', to: '2026-11-30' };
    const events = await output.listItems({ ...november, kind: 'event' });
    expect(events.rows.map((row) => row.day)).toEqual(['2026-11-30', '2026-11-01']);
    const second = await output.listItems({ ...november, page: 2, pageSize: 3 });
    expect(second).toMatchObject({ total: 4, rows: [{ day: '2026-11-01' }] });
  });

  test('a department that does not exist is refused and nothing is stored', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'admin');
    expect(await failureOf(output.createItem({ ...meeting, departmentId: 'none' }))).toEqual({
      code: 'record_not_found',
      record: 'department',
      id: 'none',
    });
    expect((await output.listItems({})).total).toBe(0);
  });

  test('two people editing at once: the second is told, and nothing is overwritten', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const at = await output.createItem(meeting);
    await output.updateItem({ at, fields: { ...meeting, title: 'Diálogos en Toledo' } });
    expect(await failureOf(output.updateItem({ at, fields: meeting }))).toMatchObject({
      code: 'record_changed',
      currentVersion: 2,
    });
    expect(await output.readItem({ id: at.id })).toMatchObject({ title: 'Diálogos en Toledo' });
    const [, change] = await auditOf(house, at.id);
    expect(JSON.parse(change?.details ?? '')).toEqual({
      before: { title: meeting.title },
      after: { title: 'Diálogos en Toledo' },
    });
  });

  test('text in any script comes back as it was typed', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'admin');
    const title = '<b>Ñandú</b> 🎉 "100%" _ \\ \' 中文';
    const { id } = await output.createItem({ kind: 'event', title, day: '2026-11-20' });
    expect(await output.readItem({ id })).toMatchObject({ title });
    expect((await output.listItems({ search: '100%' })).total).toBe(1);
    expect((await output.listItems({ search: '1_0' })).total).toBe(0);
  });
});
