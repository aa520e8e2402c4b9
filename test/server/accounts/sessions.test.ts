import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sessionSecret } from '../../../server/accounts/session-secret.ts';
import { accountTables } from '../../../server/accounts/tables.ts';
import { password, type ServedHouse, serveHouse } from '../../support/served-house.ts';
import type { Visitor } from '../../support/visitor.ts';

async function standing(visitor: Visitor): Promise<string> {
  const { data, failure } = await visitor.query<{ role: string }>('accounts.readSelf');
  return data?.role ?? failure?.code ?? 'no answer';
}

/** So many hours after now. */
function at({ house }: ServedHouse, hours: number): void {
  house.setNow(new Date(Date.now() + hours * 3_600_000).toISOString());
}

async function lastUse({ house }: ServedHouse): Promise<number> {
  const sessions = accountTables(house.database.db).selectFrom('session').select('updatedAt');
  const uses = (await sessions.execute()).map(({ updatedAt }) => new Date(updatedAt).getTime());
  return Math.max(...uses);
}

/** Uses a session until that is noted: no answer waits for it, and one note waits for the other. */
async function use(served: ServedHouse, visitor: Visitor, status: number): Promise<void> {
  const ask = async () => (await visitor.query('accounts.listDepartments', {})).status;
  expect(await ask()).toBe(status);
  if (status !== 200) return;
  const noted = async () => [await ask(), await lastUse(served)];
  await expect.poll(noted, { timeout: 5_000 }).toEqual([200, served.house.now().getTime()]);
}

describe('a session', () => {
  test('ends at once when the account is deactivated, which then cannot sign in', async () => {
    const served = await serveHouse();
    const admin = await served.signedIn('admin');
    const { id, email } = await served.addPerson('press');
    const visitor = served.visitor();
    await visitor.signIn(email, password);
    expect(await standing(visitor)).toBe('press');

    const change = { id, name: 'Persona', role: 'press', active: false };
    expect((await admin.mutate('accounts.changeAccount', change)).status).toBe(200);

    expect(await standing(visitor)).toBe('not_signed_in');
    expect((await visitor.signIn(email, password)).ok).toBe(false);
    expect(await standing(visitor)).toBe('not_signed_in');
  });

  test('has the role that the account has now, not the one it signed in with', async () => {
    const served = await serveHouse();
    const admin = await served.signedIn('admin');
    const { id, email } = await served.addPerson('press');
    const visitor = served.visitor();
    await visitor.signIn(email, password);
    await admin.mutate('accounts.changeAccount', {
      id,
      name: 'Persona',
      role: 'viewer',
      active: true,
    });
    expect(await standing(visitor)).toBe('viewer');
  });

  test('ends when an administrator sets a new password, which then opens another', async () => {
    const served = await serveHouse();
    const admin = await served.signedIn('admin');
    const { id, email } = await served.addPerson('press');
    const visitor = served.visitor();
    await visitor.signIn(email, password);
    const change = { id, name: 'Persona', role: 'press', active: true, password: 'clave distinta' };
    await admin.mutate('accounts.changeAccount', change);

    expect(await standing(visitor)).toBe('not_signed_in');
    expect((await visitor.signIn(email, password)).status).toBe(401);
    expect((await visitor.signIn(email, 'clave distinta')).status).toBe(200);
    expect(await standing(visitor)).toBe('press');
  });

  test('lasts seven days at most, however much it is used', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    for (let hours = 11; hours < 7 * 24; hours += 11) {
      at(served, hours);
      expect([hours, await standing(visitor)]).toEqual([hours, 'press']);
      await use(served, visitor, 200);
    }
    at(served, 7 * 24 + 1);
    expect(await standing(visitor)).toBe('not_signed_in');
  });

  test('ends when nobody used it for half a day, whatever a page that was left open asks', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    at(served, 11);
    await use(served, visitor, 200);
    for (const hours of [14, 17, 20, 22.5]) {
      at(served, hours);
      expect([hours, await standing(visitor)]).toEqual([hours, 'press']);
    }
    at(served, 23.5);
    expect(await standing(visitor)).toBe('not_signed_in');
    await use(served, visitor, 401);
    for (const path of ['/evidence/nada', '/export/clippings.csv']) {
      expect([path, (await visitor.fetch(path)).status]).toEqual([path, 401]);
    }
  });

  test('ends after as long as the office chose', async () => {
    const served = await serveHouse({ sessionIdle: 3_600_000 });
    const visitor = await served.signedIn('press');
    at(served, 0.9);
    expect(await standing(visitor)).toBe('press');
    at(served, 1.1);
    expect(await standing(visitor)).toBe('not_signed_in');
  });

  test('of an https address is in a cookie that plain http cannot set, and no other is taken', async () => {
    const cookieOf = async (publicUrl: string) => {
      const served = await serveHouse({ publicUrl });
      const visitor = await served.signedIn('press');
      const own = visitor.cookie ?? '';
      const [plain, secure] = own.startsWith('__Host-')
        ? [own.slice('__Host-'.length), own]
        : [own, `__Host-${own}`];
      const told: string[] = [];
      for (const cookie of [plain, secure, `${plain}; ${secure}x`]) {
        visitor.cookie = cookie;
        told.push(await standing(visitor));
      }
      return told;
    };
    expect(await cookieOf('https://altavoz.example')).toEqual([
      'not_signed_in',
      'press',
      'not_signed_in',
    ]);
    expect(await cookieOf('http://altavoz.example')).toEqual(['press', 'not_signed_in', 'press']);
  });

  test('ends when its browser signs in again, and not when that fails', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    const before = served.visitor();
    before.cookie = visitor.cookie;
    await visitor.signIn('press@oficina.test', 'no es la clave');
    expect(await standing(before)).toBe('press');
    await visitor.signIn('press@oficina.test', password);
    expect([await standing(before), await standing(visitor)]).toEqual(['not_signed_in', 'press']);
  });

  test('ends on signing out, also for whoever kept the cookie', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    const thief = served.visitor();
    thief.cookie = visitor.cookie;
    const { headers } = await visitor.fetch('/api/auth/sign-out', { method: 'POST' });
    expect(headers.get('clear-site-data')).toBe('"cache"');
    expect(await standing(thief)).toBe('not_signed_in');
  });

  test('cannot be forged: only the exact cookie that was given opens it', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('admin');
    const [name, value = ''] = (visitor.cookie ?? '').split('=', 2);
    const [token = '', signature = ''] = decodeURIComponent(value).split('.');
    const signed = (text: string, secret: string) =>
      `${text}.${createHmac('sha256', secret).update(text).digest('base64')}`;
    const secret = sessionSecret(served.house.secretKey);
    const forged = [
      token,
      `${token}.`,
      `.${signature}`,
      `${token}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      `${token}x.${signature}`,
      `${token}.${signature}.${signature}`,
      signed(token, 'another secret'),
      signed(token, served.house.secretKey),
      signed('a token nobody was given', secret),
      signed("' or 1=1 --", secret),
      '%E0%A4%A',
      '',
    ];
    const thief = served.visitor();
    for (const attempt of forged) {
      thief.cookie = `${name}=${attempt.startsWith('%') ? attempt : encodeURIComponent(attempt)}`;
      expect([attempt, await standing(thief)]).toEqual([attempt, 'not_signed_in']);
    }
    thief.cookie = `theme=dark; ${visitor.cookie}; other=1`;
    expect(await standing(thief)).toBe('admin');
  });
});
