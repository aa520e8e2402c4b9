import { describe, expect, test } from 'vitest';
import { password, serveHouse } from '../../support/served-house.ts';
import { asJson } from '../../support/visitor.ts';

describe('signing in', () => {
  test('opens a session in a cookie that no script reads and no other site sends', async () => {
    const served = await serveHouse();
    const { email, id } = await served.addPerson('press');
    const visitor = served.visitor();

    const response = await visitor.signIn(email, password);

    expect(response.status).toBe(200);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/; Path=\//i);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(await response.json()).toEqual({ status: true });
    const self = await visitor.query('accounts.readSelf');
    expect(self.data).toMatchObject({ id, name: 'Persona press', role: 'press' });
  });

  test('behind an https address the cookie is Secure', async () => {
    const served = await serveHouse({ publicUrl: 'https://altavoz.example' });
    const { email } = await served.addPerson('press');
    const visitor = served.visitor();
    const response = await visitor.signIn(email, password);
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-[^;]+; (?!.*Domain=).*; Secure/i);
    expect((await visitor.query('accounts.readSelf')).status).toBe(200);
  });

  test('a wrong password and an unknown address are refused alike, without a cookie', async () => {
    const served = await serveHouse();
    const { email } = await served.addPerson('press');
    const visitor = served.visitor();

    const wrong = await visitor.signIn(email, 'otra clave larga');
    const unknown = await visitor.signIn('nadie@oficina.test', password);

    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
    expect([...wrong.headers.getSetCookie(), ...unknown.headers.getSetCookie()]).toEqual([]);
    expect((await visitor.query('accounts.readSelf')).failure).toEqual({ code: 'not_signed_in' });
  });

  test('nobody can sign up, and nothing else of the accounts library is reachable', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('viewer');
    const email = 'nueva@oficina.test';
    const attempts: [string, RequestInit][] = [
      ['sign-up/email', asJson({ email, password, name: 'Nueva', role: 'admin' })],
      ['update-user', asJson({ role: 'admin', name: 'Otra' })],
      ['change-email', asJson({ newEmail: email })],
      ['delete-user', asJson({ password })],
      ['forget-password', asJson({ email })],
      ['reset-password', asJson({ newPassword: password, token: 'x' })],
      ['list-sessions', {}],
      ['revoke-sessions', asJson({})],
      ['sign-in/social', asJson({ provider: 'github' })],
      ['sign-in/email', { method: 'GET' }],
      ['sign-in/email/', asJson({ email, password })],
      ['../auth/sign-up/email', asJson({ email, password, name: 'Nueva' })],
      ['', {}],
    ];
    for (const [path, init] of attempts) {
      const response = await visitor.fetch(`/api/auth/${path}`, init);
      expect([path, response.status]).toEqual([path, 404]);
    }
    const others = await (await served.signedIn('admin')).query<unknown[]>('accounts.listAccounts');
    expect(others.data).toHaveLength(2);
  });

  test('many attempts from one address are stopped, whatever headers it sends; another address is not', async () => {
    const served = await serveHouse({ signInLimit: { max: 3, windowSeconds: 60 } });
    const { email } = await served.addPerson('press');
    const attempt = async (remoteAddress: string, header: string) => {
      const { statusCode } = await served.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        remoteAddress,
        headers: { 'x-altavoz-address': header, 'x-forwarded-for': header },
        payload: { email, password: 'otra clave larga' },
      });
      return statusCode;
    };
    const statuses: number[] = [];
    for (const last of [1, 2, 3, 4, 5]) {
      statuses.push(await attempt('203.0.113.7', `198.51.100.${last}`));
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect(await attempt('203.0.113.8', '203.0.113.7')).toBe(401);
  });

  test('behind a proxy on the same machine, each address is counted by itself', async () => {
    const served = await serveHouse({ signInLimit: { max: 2, windowSeconds: 60 } });
    const attempt = async (forwarded: string) => {
      const { status } = await served.visitor().fetch('/api/auth/sign-in/email', {
        ...asJson({ email: 'nadie@oficina.test', password }),
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
      });
      return status;
    };
    const statuses: number[] = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '10.0.0.9, 192.0.2.1', '192.0.2.2']) {
      statuses.push(await attempt(address));
    }
    expect(statuses).toEqual([401, 401, 429, 401]);
  });
});
