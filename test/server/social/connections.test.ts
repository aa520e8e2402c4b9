import { describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { keepRefreshedSecret } from '../../../server/social/keep-connection-status.ts';
import { openConnection } from '../../../server/social/open-connection.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

const facebook = { network: 'facebook' as const, secret: { accessToken: 'EAAB-first' } };
const ofFacebook = { network: 'facebook' as const, connectionId: null, baseUrl: null };

async function open(house: TestHouse, connectionId: string | null = null) {
  return openConnection(house, { ...ofFacebook, connectionId });
}

describe('connections', () => {
  test('a network may have several, each with a name of its own; the coordinator sees them', async () => {
    const house = await makeHouse();
    const admin = callerAs(house, 'admin').social;
    const first = await admin.createConnection({ ...facebook, label: 'Alcaldía' });
    house.setNow('2026-11-22T15:01:00Z');
    const secret = { accessToken: 'EAAB-second' };
    const second = await admin.createConnection({
      ...facebook,
      label: 'Casa de la Cultura',
      secret,
    });

    const { social } = callerAs(house, 'coordinator');
    expect(await social.listConnections()).toMatchObject([
      { ...first, label: 'Alcaldía', storedFields: ['accessToken'], status: 'not_tried', pages: 0 },
      { ...second, label: 'Casa de la Cultura', updatedBy: 'Persona admin' },
    ]);
    expect(await open(house)).toMatchObject({ id: first.id, secret: facebook.secret });
    expect(await open(house, second.id)).toMatchObject({ id: second.id, secret });
    expect(await failureOf(social.createConnection(facebook))).toMatchObject({
      code: 'role_not_allowed',
    });
    expect(await auditOf(house, first.id)).toMatchObject([{ action: 'create' }]);
  });

  test('are refused with the name of a field that is missing, or that the network does not have', async () => {
    const { social } = callerAs(await makeHouse(), 'admin');
    const refused = async (secret: Record<string, string> | null) =>
      failureOf(social.createConnection({ network: 'youtube', secret }));
    const required = { path: 'secret.apiKey', rule: 'required' };
    expect(await refused(null)).toMatchObject({ fields: [required] });
    expect(await refused({ apiKey: '  ' })).toMatchObject({ fields: [required] });
    expect(await refused({ apiKey: 'AIza', password: 'x' })).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'secret.password', rule: 'unknown_field' }],
    });
    const misplaced = JSON.stringify(
      await refused({ apiKey: 'AIza', 'EAAB-a-token-as-name': 'x' }),
    );
    expect(misplaced).toContain('unknown_field');
    expect(misplaced).not.toContain('EAAB');
  });

  test('keep their token when only the name changes, and ask for it again when the address does', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    const at = await social.createConnection(facebook);
    const renamed = await social.updateConnection({
      at,
      fields: { network: 'facebook', label: 'La principal' },
    });
    expect(await open(house)).toMatchObject({ secret: facebook.secret });

    const elsewhere = { network: 'facebook' as const, baseUrl: 'https://example.org/graph/' };
    expect(
      await failureOf(social.updateConnection({ at: renamed, fields: elsewhere })),
    ).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'secret.accessToken', rule: 'secret_again' }],
    });
    expect(await open(house)).toMatchObject({ baseUrl: null });
    const secret = { accessToken: 'EAAB-another' };
    await social.updateConnection({ at: renamed, fields: { ...elsewhere, secret } });
    expect(await open(house)).toMatchObject({ secret, baseUrl: 'https://example.org/graph' });
    expect(await failureOf(social.updateConnection({ at, fields: elsewhere }))).toMatchObject({
      code: 'record_changed',
      changedBy: 'Persona admin',
    });
    const actions = (await auditOf(house, at.id)).map(({ action }) => action);
    expect(actions).toEqual(['create', 'update', 'update']);
  });

  test('keep what is not pasted of their secret, but take none of it to another address', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    const youtube = { network: 'youtube' as const };
    const secret = { apiKey: 'AIza', accessToken: 'ya29-first', refreshToken: '1//first' };
    const at = await social.createConnection({ ...youtube, secret });
    const of = { ...youtube, connectionId: at.id, baseUrl: null };
    const accessToken = 'ya29-second';
    const again = await social.updateConnection({
      at,
      fields: { ...youtube, secret: { accessToken } },
    });
    expect((await openConnection(house, of)).secret).toEqual({ ...secret, accessToken });
    const elsewhere = { ...youtube, baseUrl: 'https://example.org' };
    const moved = { at: again, fields: { ...elsewhere, secret: { accessToken } } };
    expect(await failureOf(social.updateConnection(moved))).toMatchObject({
      fields: [{ path: 'secret.apiKey', rule: 'required' }],
    });
    await social.updateConnection({
      at: again,
      fields: { ...elsewhere, secret: { apiKey: 'AIza' } },
    });
    expect((await openConnection(house, of)).secret).toEqual({ apiKey: 'AIza' });
  });

  test('take the day that their token ends on from whoever read it on the network', async () => {
    const { social } = callerAs(await makeHouse(), 'admin');
    const fields = { network: 'linkedin' as const, secret: { accessToken: 'AQX-first' } };
    const at = await social.createConnection({ ...fields, expiresOn: '2027-01-20' });
    const told = async () => (await social.listConnections())[0]?.expiresAt;
    expect(await told()).toBe('2027-01-20T12:00:00.000Z');
    const label = 'La principal';
    const renamed = await social.updateConnection({ at, fields: { network: 'linkedin', label } });
    expect(await told()).toBe('2027-01-20T12:00:00.000Z');
    // Another token ends on another day, which nobody has said yet.
    await social.updateConnection({ at: renamed, fields });
    expect(await told()).toBeNull();
    const never = social.createConnection({ ...fields, expiresOn: '2027-02-30' });
    expect(await failureOf(never)).toMatchObject({ issues: [{ path: ['expiresOn'] }] });
  });

  test.each([
    ['https://user:secret@example.org', 'server_address'],
    ['https://example.org/?token=x', 'server_address'],
    ['ftp://example.org', 'web_address'],
    ['not an address', 'web_address'],
  ])('refuse %s as the address of a server that a token goes to', async (baseUrl, rule) => {
    const { social } = callerAs(await makeHouse(), 'admin');
    expect(await failureOf(social.createConnection({ ...facebook, baseUrl }))).toMatchObject({
      issues: [{ path: ['baseUrl'], message: rule }],
    });
  });

  test('refuse to send a token in clear beyond this machine', async () => {
    const { social } = callerAs(await makeHouse(), 'admin');
    const connect = (baseUrl: string) => social.createConnection({ ...facebook, baseUrl });
    expect(await failureOf(connect('http://graph.example.org'))).toMatchObject({
      fields: [{ path: 'baseUrl', rule: 'https_needed' }],
    });
    expect(await connect('http://127.0.0.1:4800/facebook')).toMatchObject({ version: 1 });
  });

  test('leave nothing to read their pages with when removed, and come back whole', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    const at = await social.createConnection(facebook);
    const removed = await social.removeConnection(at);
    expect(await social.listConnections()).toEqual([]);
    expect(await open(house)).toMatchObject({ id: null, secret: null });
    await social.restoreConnection(removed);
    expect(await open(house)).toMatchObject({ id: at.id, secret: facebook.secret });
    const { social: coordinator } = callerAs(house, 'coordinator');
    expect(await failureOf(coordinator.removeConnection(at))).toMatchObject({
      code: 'role_not_allowed',
    });
  });

  test('with a secret of another key, altered, or of the first version, are opened as far as they can be', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    await social.createConnection(facebook);
    expect(
      await open({ ...house, secretKey: 'another key, and long enough as well' }),
    ).toMatchObject({ secret: null });
    const { secret: sealed } = await house.database.db
      .selectFrom('connection')
      .select('secret')
      .executeTakeFirstOrThrow();
    const altered = `${sealed?.slice(0, -4)}${sealed?.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    await house.database.db.updateTable('connection').set({ secret: altered }).execute();
    expect(await open(house)).toMatchObject({ secret: null });
    // The first version sealed the token alone: nonce, tag and text, under the same key.
    const { createCipheriv, hkdfSync, randomBytes } = await import('node:crypto');
    const key = Buffer.from(hkdfSync('sha256', house.secretKey, 'altavoz', 'network tokens', 32));
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const text = Buffer.concat([cipher.update('EAAB-of-old', 'utf8'), cipher.final()]);
    const secret = Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    await house.database.db.updateTable('connection').set({ secret }).execute();
    expect(await open(house)).toMatchObject({ secret: { accessToken: 'EAAB-of-old' } });
  });

  test('of Mastodon and Bluesky need no secret, and a page may be on a server of its own', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    await social.createConnection({
      network: 'mastodon',
      baseUrl: 'http://mastodon.oficina.local',
    });
    const page = { network: 'mastodon' as const, connectionId: null };
    expect(await openConnection(house, { ...page, baseUrl: null })).toMatchObject({
      secret: {},
      baseUrl: 'http://mastodon.oficina.local',
    });
    const own = { ...page, baseUrl: 'https://mastodon.social' };
    expect(await openConnection(house, own)).toMatchObject({ baseUrl: own.baseUrl });
    const fields = { handle: 'laestrella', title: 'La Estrella', baseUrl: own.baseUrl };
    await social.createPage({ ...fields, network: 'mastodon' });
    expect(await social.listPages()).toMatchObject([{ baseUrl: own.baseUrl, connectionId: null }]);
    expect(await failureOf(social.createPage({ ...fields, network: 'facebook' }))).toMatchObject({
      fields: [{ path: 'baseUrl', rule: 'own_server' }],
    });
  });

  test('are named only by pages of their own network', async () => {
    const { social } = callerAs(await makeHouse(), 'admin');
    const { id: connectionId } = await social.createConnection(facebook);
    const page = { handle: 'laestrella', title: 'La Estrella', connectionId };
    await social.createPage({ ...page, network: 'facebook' });
    expect(await social.listConnections()).toMatchObject([{ pages: 1 }]);
    expect(await failureOf(social.createPage({ ...page, network: 'x' }))).toMatchObject({
      fields: [{ path: 'connectionId', rule: 'other_network' }],
    });
  });
});

test('a refreshed token takes the place of the old one and is kept with its end', async () => {
  const house = await makeHouse();
  const { social } = callerAs(house, 'admin');
  const { id } = await social.createConnection(facebook);
  const secret = { accessToken: 'EAAB-refreshed' };
  const expiresAt = '2027-01-21T15:00:00.000Z';
  await keepRefreshedSecret(asSystem(house), id, secret, expiresAt);
  expect(await open(house)).toMatchObject({ secret, expiresAt });
  expect(await social.listConnections()).toMatchObject([{ status: 'working', expiresAt }]);
  expect((await auditOf(house, id)).map(({ action }) => action).toSorted()).toEqual([
    'create',
    'refresh',
  ]);
});
