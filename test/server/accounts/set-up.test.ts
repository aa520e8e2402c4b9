import { describe, expect, test } from 'vitest';
import { makeSetupCode } from '../../../server/accounts/create-first-administrator.ts';
import { auditOf, callerAs, failureOf, makeHouse, openHouseAt } from '../../support/house.ts';
import { password, serveHouse } from '../../support/served-house.ts';

const person = { name: 'Primera', email: 'Primera@Oficina.test', password };

async function codeFor(house: Parameters<typeof makeSetupCode>[0]): Promise<string> {
  const code = await makeSetupCode(house);
  if (code === undefined) throw new Error('a house without accounts gives a code');
  return code;
}

describe('the first administrator', () => {
  test('is made once with the code of the terminal, and signs in', async () => {
    const served = await serveHouse();
    const code = await codeFor(served.house);
    const visitor = served.visitor();
    expect((await visitor.query('accounts.readEntrance')).data).toMatchObject({ needsSetup: true });

    const made = await visitor.mutate<{ id: string }>('accounts.createFirstAdministrator', {
      ...person,
      code: ` ${code.toLowerCase().replaceAll('-', ' ')} `,
    });

    expect(made.status).toBe(200);
    expect((await visitor.signIn('primera@oficina.test', password)).status).toBe(200);
    expect((await visitor.query('accounts.readSelf')).data).toMatchObject({ role: 'admin' });
    expect((await visitor.query('accounts.readEntrance')).data).toMatchObject({
      needsSetup: false,
    });
    const audit = await auditOf(served.house, made.data?.id ?? '');
    expect(audit).toMatchObject([{ action: 'create', record: 'account', actorName: 'Altavoz' }]);
    expect(JSON.stringify(audit)).not.toContain(password);
  });

  test('is refused with a wrong code, which burns nothing', async () => {
    const house = await makeHouse();
    const code = await codeFor(house);
    const { accounts } = callerAs(house);
    const attempt = (given: string) =>
      accounts.createFirstAdministrator({ ...person, code: given });
    expect(await failureOf(attempt('AAAA-AAAA-AAAA'))).toEqual({ code: 'setup_code_wrong' });
    expect(await failureOf(attempt('---'))).toEqual({ code: 'setup_code_wrong' });
    expect(await failureOf(attempt('ñ'))).toEqual({ code: 'setup_code_wrong' });
    expect(await attempt(code)).toHaveProperty('id');
  });

  test('is refused without any code having been made', async () => {
    const { accounts } = callerAs(await makeHouse());
    expect(
      await failureOf(accounts.createFirstAdministrator({ ...person, code: 'AAAA-AAAA-AAAA' })),
    ).toEqual({ code: 'setup_code_wrong' });
  });

  test('cannot be made twice with one code, not even at the same moment', async () => {
    const house = await makeHouse();
    const beside = await openHouseAt(house.place);
    const code = await codeFor(house);
    const attempts = await Promise.allSettled(
      [house, beside, house].map((each, index) =>
        callerAs(each).accounts.createFirstAdministrator({
          ...person,
          email: `persona${index}@oficina.test`,
          code,
        }),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1);
    expect(await callerAs(house, 'admin').accounts.listAccounts()).toHaveLength(1);
    const { accounts } = callerAs(house);
    expect(await failureOf(accounts.createFirstAdministrator({ ...person, code }))).toEqual({
      code: 'setup_already_done',
    });
    expect(await makeSetupCode(house)).toBeUndefined();
  });

  test('a new start gives a new code, and the earlier one no longer works', async () => {
    const house = await makeHouse();
    const first = await codeFor(house);
    const second = await codeFor(house);
    const { accounts } = callerAs(house);
    expect(await failureOf(accounts.createFirstAdministrator({ ...person, code: first }))).toEqual({
      code: 'setup_code_wrong',
    });
    expect(await accounts.createFirstAdministrator({ ...person, code: second })).toHaveProperty(
      'id',
    );
  });
});
