import { describe, expect, test } from 'vitest';
import { auditOf } from '../../support/house.ts';
import { password, serveHouse } from '../../support/served-house.ts';
import { asJson, type Visitor } from '../../support/visitor.ts';

const newPassword = 'otra clave, mucho más larga';

function change(visitor: Visitor, body: unknown): Promise<Response> {
  return visitor.fetch('/api/auth/change-password', asJson(body));
}

async function isSignedIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.query('accounts.readSelf')).status === 200;
}

describe('changing the own password', () => {
  test('keeps this session, ends the others, and is in the audit log', async () => {
    const served = await serveHouse();
    const { id, email } = await served.addPerson('viewer');
    const [here, elsewhere] = [served.visitor(), served.visitor()];
    await here.signIn(email, password);
    await elsewhere.signIn(email, password);

    const changed = await change(here, { currentPassword: password, newPassword });

    expect(changed.status).toBe(200);
    expect([await isSignedIn(here), await isSignedIn(elsewhere)]).toEqual([true, false]);
    expect((await elsewhere.signIn(email, password)).status).toBe(401);
    expect((await elsewhere.signIn(email, newPassword)).status).toBe(200);
    const audit = await auditOf(served.house, id);
    expect(audit[1]).toMatchObject({ action: 'update', record: 'account', actorId: id });
    expect(JSON.stringify(audit)).not.toContain(newPassword);
  });

  test('is refused without the present one, too short, malformed or without a session', async () => {
    const served = await serveHouse();
    const { id, email } = await served.addPerson('viewer');
    const visitor = served.visitor();
    const right = { currentPassword: password, newPassword };
    expect((await change(visitor, right)).status).toBe(401);
    await visitor.signIn(email, password);

    const attempts: [unknown, number, unknown][] = [
      [{ ...right, currentPassword: 'no es esta clave' }, 403, { code: 'password_wrong' }],
      [
        { ...right, newPassword: 'corta' },
        400,
        { code: 'invalid_input', fields: [{ path: 'newPassword', rule: 'password_short' }] },
      ],
      ['{"currentPassword":', 400, { code: 'invalid_input' }],
      [{}, 400, { code: 'invalid_input' }],
    ];
    for (const [body, status, failure] of attempts) {
      const refused = await change(visitor, body);
      expect(refused.status).toBe(status);
      expect(await refused.json()).toMatchObject({ error: { data: { failure } } });
    }
    expect((await served.visitor().signIn(email, password)).status).toBe(200);
    expect(await auditOf(served.house, id)).toHaveLength(1);
  });
});
