import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { makeHouse } from '../../support/house.ts';
import { password, type ServedHouse, serve } from '../../support/served-house.ts';
import { asJson } from '../../support/visitor.ts';

type Line = Record<string, unknown>;

/** A house behind HTTP, and what its log says of one kind of event. */
async function servedWithLog() {
  const house = await makeHouse();
  const lines: string[] = [];
  house.log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const served = await serve(house);
  const said = (...events: string[]) =>
    lines
      .map((line) => JSON.parse(line) as Line)
      .filter(({ event }) => events.includes(String(event)));
  return { served, lines, said };
}

const address = '127.0.0.1';

describe('the log', () => {
  test('says who came in, went and was not let in, and nothing of what they typed', async () => {
    const { served, lines, said } = await servedWithLog();
    const { id, email } = await served.addPerson('press');
    const visitor = served.visitor();
    await visitor.signIn(email, 'no es la mía, no');
    await visitor.signIn('mi clave@en.el.campo.que.no.es', password);
    await visitor.signIn('minombre', password);
    await visitor.signIn(email.toUpperCase(), password);
    await visitor.fetch('/api/auth/sign-out', { method: 'POST' });
    const facts = said('sign_in', 'sign_out').map(({ event, account, status, address: from }) => {
      return [event, account, status, from];
    });
    expect(facts).toEqual([
      ['sign_in', id, 401, address],
      ['sign_in', null, expect.any(Number), address],
      ['sign_in', null, 400, address],
      ['sign_in', id, 200, address],
      ['sign_out', id, 200, address],
    ]);
    for (const typed of [email, 'no es la', password, 'mi clave', 'minombre']) {
      expect(lines.join('').toLowerCase()).not.toContain(typed);
    }
  });

  test('says who was refused what, by every way in', async () => {
    const { served, said } = await servedWithLog();
    const { id, email } = await served.addPerson('viewer');
    const visitor = served.visitor();
    await visitor.signIn(email, password);
    const ways: Record<string, (served: ServedHouse) => Promise<unknown>> = {
      'role_not_allowed accounts.listAccounts': () => visitor.query('accounts.listAccounts'),
      'role_not_allowed accounts.updateEntity': () => visitor.mutate('accounts.updateEntity', {}),
      'role_not_allowed /evidence': () =>
        visitor.fetch('/evidence?name=a.pdf', {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: 'a',
        }),
      'password_wrong /api/auth/change-password': () =>
        visitor.fetch(
          '/api/auth/change-password',
          asJson({ currentPassword: 'no es esta', newPassword: 'tres gatos verdes' }),
        ),
      'other_origin /trpc/:path': () =>
        visitor.fetch('/trpc/accounts.updateEntity', {
          ...asJson({}),
          headers: { origin: 'https://otro.example' },
        }),
    };
    for (const ask of Object.values(ways)) await ask(served);
    const told = said('refused').map((line) => [`${line.code} ${line.asked}`, line.account]);
    const wanted = Object.keys(ways).map((way) => [way, way.startsWith('other') ? null : id]);
    expect(told).toEqual(wanted);
    await visitor.query('accounts.readSelf');
    await served.visitor().query('accounts.readSelf');
    expect(said('refused')).toHaveLength(wanted.length);
  });
});
