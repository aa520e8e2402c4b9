import { describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { recordCheck } from '../../../server/social/check-connection.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

const facebook = { network: 'facebook' as const, secret: { accessToken: 'EAAB-first' } };

const found = {
  pages: [
    { externalId: '1', handle: '@AlcaldiaLaEstrella', title: 'Alcaldía', followers: 12 },
    { externalId: '2', handle: 'Mujer.LaEstrella', title: 'Mujer', followers: null },
  ],
  expiresAt: '2027-01-20T00:00:00.000Z',
  missingPermissions: ['read_insights'],
  failure: null,
};

async function checkedConnection(house: TestHouse) {
  const { social } = callerAs(house, 'admin');
  const { id: connectionId } = await social.createConnection(facebook);
  await social.requestCheck({ connectionId });
  const { askedAt } = await social.readCheck({ connectionId });
  await recordCheck(asSystem(house), { connectionId, askedAt: askedAt ?? '' }, found);
  return connectionId;
}

describe('the trial of a connection', () => {
  test('says that it works, until when, what it may not read, and which pages it sees', async () => {
    const house = await makeHouse();
    const connectionId = await checkedConnection(house);
    const { social } = callerAs(house, 'coordinator');
    await social.createPage({ network: 'facebook', handle: 'mujer.laestrella', title: 'Mujer' });

    expect(await social.listConnections()).toMatchObject([
      { status: 'working', expiresAt: found.expiresAt, checkStatus: 'done', failure: null },
    ]);
    const [page] = await social.listPages();
    expect(await social.readCheck({ connectionId })).toMatchObject({
      status: 'done',
      result: {
        missingPermissions: ['read_insights'],
        pages: [{ title: 'Alcaldía', followers: 12, pageId: null }, { pageId: page?.id }],
      },
    });
    expect(await failureOf(social.requestCheck({ connectionId }))).toMatchObject({
      code: 'role_not_allowed',
    });
    const actions = (await auditOf(house, connectionId)).map(({ action }) => action);
    expect(actions.toSorted()).toEqual(['ask_check', 'check', 'create']);
  });

  test('that finds a dead token says so until another is given', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    const at = await social.createConnection(facebook);
    await social.requestCheck({ connectionId: at.id });
    const { askedAt } = await social.readCheck({ connectionId: at.id });
    const failure = { kind: 'reauthorise', reason: 'token_expired', facts: {} } as const;
    const dead = { pages: [], expiresAt: null, missingPermissions: [], failure };
    await recordCheck(asSystem(house), { connectionId: at.id, askedAt: askedAt ?? '' }, dead);
    expect(await social.listConnections()).toMatchObject([{ status: 'needs_token', failure }]);

    const fields = { ...facebook, secret: { accessToken: 'EAAB-new' } };
    await social.updateConnection({ at, fields });
    expect(await social.listConnections()).toMatchObject([
      { status: 'not_tried', failure: null, checkStatus: 'none' },
    ]);
    expect(await social.readCheck({ connectionId: at.id })).toMatchObject({ result: null });
  });

  test('of a token that was changed meanwhile is not taken for the new one', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    const { id: connectionId } = await social.createConnection(facebook);
    await social.requestCheck({ connectionId });
    const { askedAt } = await social.readCheck({ connectionId });
    house.setNow('2026-11-22T15:05:00Z');
    await social.requestCheck({ connectionId });
    await recordCheck(asSystem(house), { connectionId, askedAt: askedAt ?? '' }, found);
    expect(await social.readCheck({ connectionId })).toMatchObject({
      status: 'asked',
      result: null,
    });
  });

  test('lets its pages be added in one step; those in the list already are passed over', async () => {
    const house = await makeHouse();
    const connectionId = await checkedConnection(house);
    const { social, accounts } = callerAs(house, 'coordinator');
    const { id: departmentId } = await accounts.createDepartment({ name: 'Comunicaciones' });
    await social.createPage({ network: 'facebook', handle: 'mujer.laestrella', title: 'Mujer' });
    const wish = { connectionId, externalIds: ['1', '2'], departmentId };

    expect(await social.addReachablePages(wish)).toMatchObject({
      added: [{ version: 1 }],
      alreadyThere: 1,
    });
    expect(await social.addReachablePages(wish)).toEqual({ added: [], alreadyThere: 2 });
    expect(await social.listPages()).toMatchObject([
      { handle: 'AlcaldiaLaEstrella', externalId: '1', connectionId, departmentId, isPulled: true },
      { title: 'Mujer' },
    ]);
    const strange = { connectionId, externalIds: ['3'] };
    expect(await failureOf(social.addReachablePages(strange))).toMatchObject({
      code: 'record_not_found',
      record: 'page',
    });
    const viewer = callerAs(house, 'viewer').social;
    expect(await failureOf(viewer.addReachablePages(wish))).toMatchObject({
      code: 'role_not_allowed',
    });
    const actions = (await auditOf(house, connectionId)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'add_pages')).toHaveLength(2);
  });
});
