import { describe, expect, test } from 'vitest';
import { makeSetupCode } from '../../../server/accounts/create-first-administrator.ts';
import { refuseUsedPassword } from '../../../server/accounts/refuse-used-password.ts';
import { appRouter } from '../../../server/http/router.ts';
import {
  findPasswordRefusal,
  type PasswordRefusal,
  passwordRefusals,
} from '../../../shared/accounts/password-rule.ts';
import type { Failure } from '../../../shared/failure.ts';
import { password, type ServedHouse, serveHouse } from '../../support/served-house.ts';
import { asJson } from '../../support/visitor.ts';

const email = 'luz.marina.gomez@oficina.test';

const refused: Record<PasswordRefusal, string[]> = {
  password_short: ['', 'corta', '123456789', 'nueve 9 9'],
  password_spaces: [' '.repeat(10), '\u00a0'.repeat(12), '\t'.repeat(11), '\u200b'.repeat(10)],
  password_repeated: ['aaaaaaaaaa', '1111111111', 'AaAaAaAaAa', '!!!!!!!!!!!!', ' zzzzzzzzzz '],
  password_common: [
    ...['1234567890', '0123456789', '9876543210', '12345-67890', 'Password123', 'contraseña'],
    ...[
      'Contraseña2026',
      'CONTRASENA1',
      'qwertyuiop',
      'Qwerty12345',
      'colombia2026',
      '123456789012',
    ],
    ...['administrador', 'Bienvenido1', 'abcdefghij', '!@#$%^&*()', 'medellin 2026', '1q2w3e4r5t'],
  ],
  password_email: [
    ...[email, email.toUpperCase(), 'luz.marina.gomez', 'LuzMarinaGomez', 'luz marina gómez'],
    ...['luzmarinagomez2026', '1luz.marina.gomez'],
  ],
};

const taken = [
  ...['una clave larga', 'altavoz-demo', 'clave distinta', 'otra clave, mucho más larga'],
  ...['tres gatos verdes', 'Xk8#qLw2!z', 'luz marina gomez va al mar', '🐈🐕🐎🐄🐖🐑'],
];

/** Every way in which somebody sets a password, of an account whose e-mail is known; gives what it was refused for. */
async function waysIn(served: ServedHouse) {
  const admin = await served.signedIn('admin');
  const { id } = await served.addPerson('viewer', 'luz.marina.gomez');
  const own = served.visitor();
  await own.signIn(email, password);
  const rulesOf = (failure: Failure | undefined) =>
    failure?.code === 'invalid_input' ? failure.fields.map(({ rule }) => rule) : failure?.code;
  const account = { name: 'Luz', role: 'viewer' };
  const procedure = (path: string, input: object) => async (given: string) =>
    rulesOf((await admin.mutate(path, { ...input, password: given })).failure);
  const ways: Record<string, (given: string) => Promise<unknown>> = {
    'accounts.createFirstAdministrator': procedure('accounts.createFirstAdministrator', {
      ...account,
      email,
      code: 'AAAA',
    }),
    'accounts.addAccount': procedure('accounts.addAccount', { ...account, email }),
    'accounts.changeAccount': procedure('accounts.changeAccount', { ...account, id, active: true }),
    'change-password': async (given) => {
      const body = { currentPassword: password, newPassword: given };
      const response = await own.fetch('/api/auth/change-password', asJson(body));
      return rulesOf((await response.json()).error?.data.failure);
    },
  };
  return ways;
}

async function refuseUsedPasswords(passwords: readonly string[]): Promise<void> {
  for (const given of passwords) await refuseUsedPassword(given, 'password');
}

describe('a password', () => {
  test('is refused for what it is, by one rule', () => {
    expect(Object.keys(refused)).toEqual([...passwordRefusals]);
    for (const [rule, passwords] of Object.entries(refused)) {
      for (const given of passwords) {
        expect([given, findPasswordRefusal(given, email)]).toEqual([given, rule]);
      }
    }
    for (const given of taken) {
      expect([given, findPasswordRefusal(given, email)]).toEqual([given, undefined]);
    }
  });

  test('is refused so wherever one is set, and nothing is set', async () => {
    const served = await serveHouse();
    const ways = await waysIn(served);
    const known = Object.entries(
      appRouter._def.procedures as unknown as Record<
        string,
        { _def: { meta?: { hashes?: true } } }
      >,
    );
    const hashing = known.filter(([, { _def }]) => _def.meta?.hashes).map(([path]) => path);
    expect(Object.keys(ways).sort()).toEqual([...hashing, 'change-password'].sort());
    const told: string[] = [];
    for (const [way, set] of Object.entries(ways)) {
      for (const [rule, [given = '']] of Object.entries(refused)) {
        const rules = await set(given);
        if (JSON.stringify(rules) !== JSON.stringify([rule])) {
          told.push(`${way} ${rule}: ${JSON.stringify(rules)}`);
        }
      }
    }
    expect(told).toEqual([]);
    expect((await served.visitor().signIn(email, password)).status).toBe(200);
  });

  test('that many people use is refused wherever it would be set, with figures around it too', async () => {
    const served = await serveHouse();
    const code = await makeSetupCode(served.house);
    const fields = { name: 'Luz', email, code, password: 'California-2024' };
    const first = await served.visitor().mutate('accounts.createFirstAdministrator', fields);
    const told: Record<string, unknown> = { 'accounts.createFirstAdministrator': first.failure };
    const { 'accounts.createFirstAdministrator': _, ...ways } = await waysIn(served);
    for (const [way, set] of Object.entries(ways)) told[way] = await set('basketball');
    expect(told).toEqual({
      'accounts.createFirstAdministrator': {
        code: 'invalid_input',
        fields: [{ path: 'password', rule: 'password_common', facts: {} }],
      },
      'accounts.addAccount': ['password_common'],
      'accounts.changeAccount': ['password_common'],
      'change-password': ['password_common'],
    });
    await refuseUsedPasswords(taken);
  });

  test('that is none of these is taken: the first administrator enters with it', async () => {
    const served = await serveHouse();
    const code = await makeSetupCode(served.house);
    const fields = { name: 'Luz', email, password: 'tres gatos verdes', code };
    const made = await served.visitor().mutate('accounts.createFirstAdministrator', fields);
    expect(made.status).toBe(200);
    expect((await served.visitor().signIn(email, 'tres gatos verdes')).status).toBe(200);
  });
});
