import { describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { openConnection } from '../../../server/social/open-connection.ts';
import { createConnection } from '../../../server/social/save-connection.ts';
import { createPage } from '../../../server/social/save-page.ts';
import { isRefreshDue } from '../../../shared/social/refresh-rule.ts';
import { auditOf, callerAs } from '../../support/house.ts';
import { makePulledHouse, sandboxPagesOn } from '../../support/pulled-house.ts';

const now = new Date('2026-11-22T15:00:00Z');
const renewable = { accessToken: 'a', refreshToken: 'b', clientId: 'c', clientSecret: 'd' };

describe('a token is made new', () => {
  test.each([
    ['threads', { accessToken: 'a' }, '2026-11-30T15:00:00Z', false],
    ['threads', { accessToken: 'a' }, '2026-11-28T15:00:00Z', true],
    ['threads', { accessToken: 'a' }, null, false],
    ['tiktok', renewable, '2026-11-23T15:00:00Z', true],
    ['tiktok', renewable, null, true],
    ['tiktok', { accessToken: 'a' }, '2026-11-23T15:00:00Z', false],
    ['linkedin', renewable, '2027-01-20T15:00:00Z', false],
  ] as const)('on %s with %o that ends at %s: %s', (network, secret, expiresAt, isDue) => {
    expect(isRefreshDue(network, secret, expiresAt, now)).toBe(isDue);
  });

  async function openOffice() {
    const [office] = sandboxPagesOn('tiktok');
    if (!office) throw new Error('the sandbox has no page on TikTok');
    const { house, sandbox, pull } = await makePulledHouse([]);
    const context = asSystem(house);
    await house.database.db.deleteFrom('connection').where('network', '=', 'tiktok').execute();
    const { id } = await createConnection(context, {
      network: 'tiktok',
      label: '',
      baseUrl: sandbox.baseUrls.tiktok,
      secret: {
        accessToken: 'sandbox-tiktok',
        refreshToken: 'sandbox-refresh',
        clientId: 'sandbox-client',
        clientSecret: 'sandbox-hidden',
      },
    });
    await createPage(context, {
      network: 'tiktok',
      handle: office.handle,
      title: office.title,
      externalId: null,
      departmentId: null,
      isMain: true,
      isPulled: true,
      connectionId: id,
      baseUrl: null,
    });
    const secretOf = async () =>
      (await openConnection(house, { network: 'tiktok', connectionId: id, baseUrl: null })).secret;
    return { house, sandbox, pull, id, secretOf };
  }

  test('before the pull that needs it, kept sealed, and told to no one', async () => {
    const { house, pull, id, secretOf } = await openOffice();
    expect(await pull()).toMatchObject({ pagesRead: 1, pagesFailed: 0 });
    const secret = await secretOf();
    expect(secret?.accessToken).not.toBe('sandbox-tiktok');
    const [connection] = await callerAs(house, 'admin').social.listConnections();
    const own = (await callerAs(house, 'admin').social.listConnections()).find(
      (row) => row.id === id,
    );
    expect(connection).toBeDefined();
    expect(own).toMatchObject({ status: 'working' });
    expect(own?.expiresAt).toBe('2026-11-23T15:00:00.000Z');
    const audit = await auditOf(house, id);
    expect(audit.map(({ action }) => action)).toContain('refresh');
    expect(JSON.stringify(audit)).not.toContain(secret?.accessToken);
  });

  test('or stays as it was when the network refuses, and works on while it is good', async () => {
    const { house, sandbox, pull, id, secretOf } = await openOffice();
    sandbox.setFault({ kind: 'expired_token', network: 'tiktok', times: 1 });
    await pull();
    expect((await secretOf())?.accessToken).toBe('sandbox-tiktok');
    const audit = await auditOf(house, id);
    expect(audit.map(({ action }) => action)).toContain('fail_refresh');
    const listed = await callerAs(house, 'admin').social.listConnections();
    expect(listed.find((row) => row.id === id)).toMatchObject({ status: 'working' });
  });
});
