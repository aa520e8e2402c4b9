import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const poster = {
  title: 'Afiche del Día del Campesino',
  requestedBy: 'Ana Ruiz',
  kind: 'graphic_piece' as const,
  askedDay: '2026-11-03',
  dueDay: '2026-11-20',
};

describe('requests of departments', () => {
  test('one is taken in, worked on and delivered with a piece that is logged at once', async () => {
    const house = await makeHouse();
    const { accounts, output } = callerAs(house, 'coordinator');
    const department = await accounts.createDepartment({ name: 'Agricultura' });
    const asked = await output.createRequest({ ...poster, departmentId: department.id });
    const inWork = await output.moveRequest({ at: asked, state: 'in_work' });
    const logged = { kind: 'graphic_piece' as const, title: 'Afiche', day: '2026-11-18' };
    await output.deliverRequest({ at: inWork, newItem: logged });
    expect(await output.listRequests({ search: 'dia campesino ana' })).toMatchObject({
      total: 1,
      rows: [{ state: 'delivered', departmentName: 'Agricultura', itemCount: 1 }],
    });
    const { items } = await output.readRequest({ id: asked.id });
    expect(items).toMatchObject([logged]);
    expect(await output.readItem({ id: items[0]?.id ?? '' })).toMatchObject({
      requestId: asked.id,
    });
    const matrix = await output.readMonthMatrix({ from: '2026-11', to: '2026-11' });
    expect(matrix.cells).toMatchObject([{ kind: 'graphic_piece', count: 1 }]);
    const actions = (await auditOf(house, asked.id)).map(({ action }) => action);
    expect(actions).toEqual(['create', 'update', 'update']);
  });

  test('one is delivered with what was logged before; what is not there delivers nothing', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'admin');
    const item = await output.createItem({
      kind: 'graphic_piece',
      title: 'Afiche',
      day: '2026-11-18',
    });
    const at = await output.createRequest(poster);
    const both = { at, itemIds: [item.id, 'nothing'] };
    expect(await failureOf(output.deliverRequest(both))).toMatchObject({
      code: 'record_not_found',
      record: 'output_item',
    });
    expect(await output.readRequest({ id: at.id })).toMatchObject({ state: 'asked', items: [] });
    await output.deliverRequest({ at, itemIds: [item.id] });
    expect(await output.readRequest({ id: at.id })).toMatchObject({
      state: 'delivered',
      items: [{ id: item.id }],
    });
    expect(await auditOf(house, item.id)).toMatchObject([{}, { action: 'update' }]);
  });

  test('they are listed by state, those due first, and removed ones can be brought back', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const late = await output.createRequest({ ...poster, title: 'Sin fecha', dueDay: null });
    const soon = await output.createRequest({ ...poster, title: 'Pronto', dueDay: '2026-11-05' });
    await output.createRequest(poster);
    const titles = async (list: Parameters<typeof output.listRequests>[0]) =>
      (await output.listRequests(list)).rows.map(({ title }) => title);
    expect(await titles({ state: 'asked' })).toEqual(['Pronto', poster.title, 'Sin fecha']);
    expect(await titles({ pageSize: 1, page: 2 })).toEqual([poster.title]);
    await output.moveRequest({ at: late, state: 'declined' });
    expect(await titles({ state: 'declined' })).toEqual(['Sin fecha']);
    const removed = await output.removeRequest(soon);
    expect(await titles({ state: 'asked' })).toEqual([poster.title]);
    expect(await titles({ removed: true })).toEqual(['Pronto']);
    const back = await output.restoreRequest(removed);
    await output.updateRequest({ at: back, fields: { ...poster, title: 'Pronto y bien' } });
    expect(await titles({ search: 'bien' })).toEqual(['Pronto y bien']);
  });

  test('nobody but the office writes them, over a version that was seen, with days in order', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const { output: reader } = callerAs(house, 'secretary');
    expect(await failureOf(reader.createRequest(poster))).toMatchObject({
      code: 'role_not_allowed',
    });
    const at = await output.createRequest(poster);
    expect(await failureOf(reader.moveRequest({ at, state: 'in_work' }))).toMatchObject({
      code: 'role_not_allowed',
    });
    await output.moveRequest({ at, state: 'in_work' });
    expect(await failureOf(output.moveRequest({ at, state: 'declined' }))).toMatchObject({
      code: 'record_changed',
    });
    const early = { ...poster, dueDay: '2026-11-01' };
    expect(await failureOf(output.createRequest(early))).toMatchObject({
      issues: [{ path: ['dueDay'], message: 'due_before_asked' }],
    });
  });
});
