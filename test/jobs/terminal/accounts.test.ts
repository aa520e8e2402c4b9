import { describe, expect, onTestFinished, test } from 'vitest';
import { callerAs, makePlace, openHouseAt } from '../../support/house.ts';
import { runTerminal } from '../../support/run-terminal.ts';

async function placeOfTest() {
  const place = await makePlace();
  onTestFinished(() => place.remove());
  return place;
}

const ana = ['user', 'add', '--name', 'Ana Ríos', '--email', 'Ana@oficina.test', '--role', 'press'];

describe('accounts from the terminal', () => {
  test('an account is added, once, and the log says so', async () => {
    const place = await placeOfTest();
    const first = await runTerminal(place, ana, 'una clave larga\n');
    const second = await runTerminal(place, ana, 'una clave larga\n');
    const house = await openHouseAt(place);

    expect(first).toEqual({
      code: 0,
      stdout: 'ana@oficina.test can sign in as press.\n',
      stderr: '',
    });
    expect(second).toMatchObject({
      code: 1,
      stderr: 'altavoz: ana@oficina.test has an account already\n',
    });
    expect(await callerAs(house, 'admin').accounts.listAccounts()).toMatchObject([
      { name: 'Ana Ríos', email: 'ana@oficina.test', role: 'press', active: true },
    ]);
    expect(await house.database.db.selectFrom('audit').selectAll().execute()).toMatchObject([
      { action: 'create', record: 'account', actorName: 'Altavoz' },
    ]);
  });

  test('what is wrong is said in one line', async () => {
    const place = await placeOfTest();
    expect(await runTerminal(place, ana, 'corta\n')).toMatchObject({
      code: 1,
      stderr: 'altavoz: the password must have 10 to 128 characters\n',
    });
    expect(await runTerminal(place, ana, '1234567890\n')).toMatchObject({
      code: 1,
      stderr: 'altavoz: the password is among those that are tried first: choose another\n',
    });
    expect(await runTerminal(place, ana, 'ana@oficina.test\n')).toMatchObject({
      code: 1,
      stderr: 'altavoz: the password must not be the e-mail\n',
    });
    const boss = ana.map((word) => (word === 'press' ? 'boss' : word));
    expect(await runTerminal(place, boss, 'una clave larga\n')).toMatchObject({
      code: 1,
      stderr: 'altavoz: --role must be one of admin, coordinator, press, secretary, viewer\n',
    });
    expect(await runTerminal(place, ['user', 'add', '--name', 'Ana'])).toMatchObject({
      code: 2,
      stderr:
        'altavoz: --email is missing; usage: user add --name NAME --email ADDRESS --role ROLE\n',
    });
    expect(await runTerminal(place, ['fly'])).toMatchObject({
      code: 2,
      stderr: 'altavoz: "fly" is not a command: see "help"\n',
    });
  });
});
