import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sessionSecret } from '../../../server/accounts/session-secret.ts';
import { accountTables } from '../../../server/accounts/tables.ts';
import { password, serveHouse } from '../../support/served-house.ts';
import type { Visitor } from '../../support/visitor.ts';

async function standing(visitor: Visitor): Promise<string> {
  const { data, failure } = await visitor.query<{ role: string }>('accounts.readSelf');
  return data?.role ?? failure?.code ?? 'no answer';
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

  test('lasts seven days', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
    served.house.setNow(hours(7 * 24 - 1));
    expect(await standing(visitor)).toBe('press');
    served.house.setNow(hours(7 * 24 + 1));
    expect(await standing(visitor)).toBe('not_signed_in');
  });

  test('in use is lengthened: asking for it after two days makes it last seven more', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    const { db, dialect } = served.house.database;
    const inFiveDays = dialect === 'sqlite' ? days(5).toISOString() : days(5);
    await accountTables(db).updateTable('session').set({ expiresAt: inFiveDays }).execute();

    expect((await visitor.fetch('/api/auth/get-session')).status).toBe(200);

    served.house.setNow(days(6).toISOString());
    expect(await standing(visitor)).toBe('press');
  });

  test('ends on signing out, also for whoever kept the cookie', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    const thief = served.visitor();
    thief.cookie = visitor.cookie;
    await visitor.fetch('/api/auth/sign-out', { method: 'POST' });
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
