import { describe, expect, test } from 'vitest';
import { password, serveHouse } from '../../support/served-house.ts';
import { asJson } from '../../support/visitor.ts';

const json = { 'content-type': 'application/json' };

async function failureIn(response: Response): Promise<unknown> {
  const { error } = (await response.json()) as { error: { data: { failure: unknown } } };
  return error.data.failure;
}

describe('the door to the office', () => {
  test('a body over a megabyte is refused with the limit', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    const response = await visitor.fetch(
      '/trpc/accounts.createDepartment',
      asJson({ name: 'x'.repeat(1_100_000) }),
    );
    expect(response.status).toBe(413);
    expect(await failureIn(response)).toEqual({ code: 'body_too_large', limitBytes: 1_048_576 });
  });

  test('what is not JSON is refused as invalid, wherever it is sent', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    for (const body of ['{"name":', 'name=Hacienda', '\u0000', '{"name":"a"}{"name":"b"}']) {
      const refused = await visitor.fetch('/trpc/accounts.createDepartment', asJson(body));
      expect([body, refused.status]).toEqual([body, 400]);
      expect(await failureIn(refused)).toMatchObject({ code: 'invalid_input' });
      const signIn = await visitor.fetch('/api/auth/sign-in/email', asJson(body));
      expect([body, signIn.status]).toEqual([body, 400]);
    }
    for (const input of ['%7B', '%00', 'undefined', '%E0%A4%A']) {
      const refused = await visitor.fetch(`/trpc/accounts.listDepartments?input=${input}`);
      expect([input, refused.status]).toEqual([input, 400]);
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const sent = { method: 'POST', headers: form, body: 'name=Hacienda' };
    expect((await visitor.fetch('/trpc/accounts.createDepartment', sent)).status).toBe(415);
    const text = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' };
    expect((await visitor.fetch('/trpc/accounts.createDepartment', text)).status).toBe(415);
    expect((await visitor.query('accounts.listDepartments', {})).data).toMatchObject({ total: 0 });
  });

  test('a write is not made by a plain address, and a read is not posted', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    const input = encodeURIComponent(JSON.stringify({ name: 'Hacienda' }));
    const written = await visitor.fetch(`/trpc/accounts.createDepartment?input=${input}`);
    expect(written.status).toBe(405);
    expect(await failureIn(written)).toEqual({ code: 'invalid_input', fields: [] });
    expect((await visitor.mutate('accounts.listDepartments', {})).status).toBe(405);
    expect((await visitor.query('accounts.listDepartments', {})).data).toMatchObject({ total: 0 });
  });

  test('a procedure that does not exist is said not to, whatever its name', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('admin');
    for (const path of [
      'nada',
      'accounts.nada',
      '__proto__',
      'constructor',
      'toString',
      'accounts',
    ]) {
      const refused = await visitor.query(path, {});
      expect([path, refused.status, refused.failure]).toEqual([path, 404, { code: 'not_found' }]);
    }
  });

  test('several reads and writes may come in one request, each with its own answer', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('press');
    const written = await visitor.fetch(
      '/trpc/accounts.createDepartment,accounts.createDepartment?batch=1',
      asJson({ 0: { name: 'Hacienda' }, 1: {} }),
    );
    expect(await written.json()).toMatchObject([
      { error: { data: { failure: { code: 'role_not_allowed' } } } },
      { error: { data: { failure: { code: 'role_not_allowed' } } } },
    ]);
    const one = encodeURIComponent(JSON.stringify({ 0: { search: 'nada' } }));
    const read = await visitor.fetch(`/trpc/accounts.listDepartments?batch=1&input=${one}`);
    expect(await read.json()).toEqual([{ result: { data: { rows: [], total: 0 } } }]);
  });

  test('a page of another site cannot write or sign in with the cookie of this one', async () => {
    const served = await serveHouse();
    const visitor = await served.signedIn('coordinator');
    const own = new URL(served.url).host;
    for (const origin of ['https://otro.example', 'null', `https://otro.example/${own}`, 'x']) {
      const headers = { ...json, origin };
      for (const [path, body] of [
        ['/trpc/accounts.createDepartment', { name: 'Hacienda' }],
        ['/api/auth/sign-out', {}],
        ['/api/auth/sign-in/email', { email: 'coordinator@oficina.test', password }],
      ] as const) {
        const refused = await visitor.fetch(path, { ...asJson(body), headers });
        expect([origin, path, refused.status]).toEqual([origin, path, 403]);
      }
    }
    const allowed = await visitor.fetch('/trpc/accounts.createDepartment', {
      ...asJson({ name: 'Hacienda' }),
      headers: { ...json, origin: served.url },
    });
    expect(allowed.status).toBe(200);
    expect((await visitor.query('accounts.listDepartments', {})).data).toMatchObject({ total: 1 });
  });

  test('the address that people type counts as the own one, also behind a proxy', async () => {
    const served = await serveHouse({ publicUrl: 'https://altavoz.example' });
    const { email } = await served.addPerson('press');
    const headers = { ...json, origin: 'https://altavoz.example' };
    const signIn = await served
      .visitor()
      .fetch('/api/auth/sign-in/email', { ...asJson({ email, password }), headers });
    expect(signIn.status).toBe(200);
  });

  test('pages may run only their own scripts and stand in no frame, and answers are kept by nobody', async () => {
    const served = await serveHouse({ publicUrl: 'https://altavoz.example' });
    const page = await fetch(`${served.url}/produccion`);
    const policy = page.headers.get('content-security-policy')?.split(';');
    for (const part of [
      ...["script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"],
      ...["default-src 'self'", "form-action 'self'", "font-src 'self'"],
    ]) {
      expect(policy).toContain(part);
    }
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const answer = await fetch(`${served.url}/trpc/accounts.readEntrance`);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect([page, answer].map((each) => each.headers.get('x-powered-by'))).toEqual([null, null]);
    for (const { headers } of [page, answer]) {
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
