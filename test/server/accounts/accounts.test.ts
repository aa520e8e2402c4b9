import { describe, expect, test } from 'vitest';
import type { Role } from '../../../shared/accounts/roles.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

const password = 'una clave larga';

function add(house: TestHouse, role: Role, name: string = role) {
  const account = { name, email: `${name}@oficina.test`, password, role };
  return callerAs(house, 'admin').accounts.addAccount(account);
}

describe('accounts', () => {
  test('the administrator adds one, and the audit log says who did, without the password', async () => {
    const house = await makeHouse();
    const { id } = await add(house, 'secretary', 'Sonia');

    expect(await callerAs(house, 'admin').accounts.listAccounts()).toEqual([
      {
        id,
        name: 'Sonia',
        email: 'sonia@oficina.test',
        role: 'secretary',
        active: true,
        createdAt: '2026-11-22T15:00:00.000Z',
      },
    ]);
    const audit = await auditOf(house, id);
    expect(audit).toMatchObject([
      {
        action: 'create',
        record: 'account',
        actorName: 'Persona admin',
        at: '2026-11-22T15:00:00.000Z',
      },
    ]);
    expect(JSON.stringify(audit)).not.toContain(password);
  });

  test('the coordinator may not add, change nor list them', async () => {
    const house = await makeHouse();
    const { id } = await add(house, 'viewer');
    const { accounts } = callerAs(house, 'coordinator');
    const refused = { code: 'role_not_allowed', role: 'coordinator', allowed: ['admin'] };
    const account = { name: 'Otra', email: 'otra@oficina.test', password, role: 'admin' as const };
    expect(await failureOf(accounts.addAccount(account))).toEqual(refused);
    const change = { id, name: 'Otra', role: 'admin' as const, active: true };
    expect(await failureOf(accounts.changeAccount(change))).toEqual(refused);
    expect(await failureOf(accounts.listAccounts())).toEqual(refused);
  });

  test('an address has one account, however it is written', async () => {
    const house = await makeHouse();
    await add(house, 'press', 'Pablo');
    expect(await failureOf(add(house, 'viewer', 'PABLO'))).toEqual({
      code: 'value_taken',
      record: 'account',
      field: 'email',
      value: 'pablo@oficina.test',
    });
    expect(await callerAs(house, 'admin').accounts.listAccounts()).toHaveLength(1);
  });

  test('a change is in the audit log as it was and as it is', async () => {
    const house = await makeHouse();
    const { id } = await add(house, 'press', 'Pablo');
    await callerAs(house, 'admin').accounts.changeAccount({
      id,
      name: 'Pablo Prensa',
      role: 'coordinator',
      active: true,
      password: 'otra clave larga',
    });
    const [, changed] = await auditOf(house, id);
    expect(JSON.parse(changed?.details ?? '')).toEqual({
      before: { name: 'Pablo', role: 'press', active: true },
      after: { name: 'Pablo Prensa', role: 'coordinator', active: true },
      passwordChanged: true,
    });
  });

  test('an account that does not exist cannot be changed', async () => {
    const { accounts } = callerAs(await makeHouse(), 'admin');
    const change = { id: 'nadie', name: 'Nadie', role: 'viewer' as const, active: true };
    expect(await failureOf(accounts.changeAccount(change))).toEqual({
      code: 'record_not_found',
      record: 'account',
      id: 'nadie',
    });
  });

  test('the last active administrator stays one', async () => {
    const house = await makeHouse();
    const { accounts } = callerAs(house, 'admin');
    const { id } = await add(house, 'admin', 'Ana');
    const { id: other } = await add(house, 'admin', 'Otro');
    const ana = { id, name: 'Ana', role: 'admin' as const, active: true };
    await accounts.changeAccount({ ...ana, id: other, name: 'Otro', active: false });

    for (const change of [{ role: 'viewer' as const }, { active: false }]) {
      expect(await failureOf(accounts.changeAccount({ ...ana, ...change }))).toEqual({
        code: 'last_administrator',
      });
    }
    await accounts.changeAccount({ ...ana, name: 'Ana María' });
    expect(await accounts.listAccounts()).toMatchObject([
      { name: 'Ana María', role: 'admin', active: true },
      { name: 'Otro', role: 'admin', active: false },
    ]);
    expect(await auditOf(house, id)).toHaveLength(2);
  });

  test('two administrators who remove each other at once leave one', async () => {
    const house = await makeHouse();
    const { id } = await add(house, 'admin', 'Ana');
    const { id: other } = await add(house, 'admin', 'Otro');
    const { accounts } = callerAs(house, 'admin');
    const attempts = await Promise.allSettled(
      [id, other].map((each) =>
        accounts.changeAccount({ id: each, name: 'X', role: 'viewer', active: true }),
      ),
    );
    expect(attempts.map((attempt) => attempt.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
