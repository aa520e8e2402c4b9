import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

describe('departments', () => {
  test('the coordinator adds one, and it is found without its accents', async () => {
    const house = await makeHouse();
    const { accounts } = callerAs(house, 'coordinator');
    const { id } = await accounts.createDepartment({ name: 'Secretaría de Tránsito' });
    await accounts.createDepartment({ name: 'Secretaría de la Mujer' });

    const found = await accounts.listDepartments({ search: 'TRANSITO' });

    expect(found).toMatchObject({
      total: 1,
      rows: [{ id, name: 'Secretaría de Tránsito', version: 1 }],
    });
    expect(await auditOf(house, id)).toMatchObject([
      { action: 'create', record: 'department', actorName: 'Persona coordinator' },
    ]);
  });

  test('the press team may read but not add', async () => {
    const house = await makeHouse();
    const { accounts } = callerAs(house, 'press');
    expect(await accounts.listDepartments({})).toEqual({ rows: [], total: 0 });
    expect(await failureOf(accounts.createDepartment({ name: 'Hacienda' }))).toMatchObject({
      code: 'role_not_allowed',
      role: 'press',
    });
  });

  test('two people editing at once: the second is told, and nothing is overwritten', async () => {
    const house = await makeHouse();
    const { accounts } = callerAs(house, 'admin');
    const at = await accounts.createDepartment({ name: 'Gobierno' });
    await accounts.updateDepartment({ at, fields: { name: 'Secretaría de Gobierno' } });

    const failure = await failureOf(accounts.updateDepartment({ at, fields: { name: 'Otra' } }));

    expect(failure).toMatchObject({
      code: 'record_changed',
      currentVersion: 2,
      changedBy: 'Persona admin',
    });
    expect((await accounts.listDepartments({})).rows).toMatchObject([
      { name: 'Secretaría de Gobierno' },
    ]);
  });

  test('removing can be undone, unless the name was given away meanwhile', async () => {
    const house = await makeHouse();
    const { accounts } = callerAs(house, 'admin');
    const at = await accounts.createDepartment({ name: 'Planeación' });
    const removed = await accounts.removeDepartment(at);
    expect((await accounts.listDepartments({})).total).toBe(0);
    expect((await accounts.listDepartments({ removed: true })).total).toBe(1);
    await accounts.restoreDepartment(removed);
    expect((await accounts.listDepartments({})).total).toBe(1);

    const again = await accounts.removeDepartment({ id: at.id, version: 3 });
    await accounts.createDepartment({ name: 'PLANEACION' });
    expect(await failureOf(accounts.restoreDepartment(again))).toMatchObject({
      code: 'value_taken',
    });
  });
});
