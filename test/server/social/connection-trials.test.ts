import { describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { recordCheck } from '../../../server/social/check-connection.ts';
import { type PulledStep, recordTurn, startPull } from '../../../server/social/record-pull.ts';
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

/** What a pull came to that read the days of some pages and was denied those of others. */
async function recordDays(house: TestHouse, ids: readonly string[], denied: readonly string[]) {
  const pull = { reason: 'schedule', kind: 'daily', day: '2026-11-22' } as const;
  const size = { pages: ids.length, steps: ids.length };
  const pullId = await startPull(asSystem(house), { ...pull, ...size, requestId: null });
  const failure = { kind: 'refused', reason: 'permission_missing', facts: {} } as const;
  const steps = ids.map((pageId): PulledStep => {
    const failures = denied.includes(pageId)
      ? [{ metric: null, failure, part: 'days' as const }]
      : [];
    const outcome = failures.length > 0 ? 'refused' : 'ok';
    return { pageId, part: 'days', outcome, failures, calls: 1, readings: 0, postsRead: 0 };
  });
  const nothing = { snapshots: [], posts: [], audiences: [], learned: [], calls: 0 };
  const done = { stepsDone: 0, pagesDone: 0, pagesFailed: 0, connection: null };
  await recordTurn(asSystem(house), { pullId, kind: 'daily', ...nothing, ...done, steps });
}

describe('the trial of a connection', () => {
  test('says until when it works, what it may not read, and which pages it sees', async () => {
    const house = await makeHouse();
    const connectionId = await checkedConnection(house);
    const { social } = callerAs(house, 'coordinator');
    await social.createPage({ network: 'facebook', handle: 'mujer.laestrella', title: 'Mujer' });

    expect(await social.listConnections()).toMatchObject([
      {
        status: 'lacking',
        expiresAt: found.expiresAt,
        checkStatus: 'done',
        failure: { reason: 'permission_missing', facts: { permissions: 'read_insights' } },
      },
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

  test('that finds nothing amiss works until its pages are all denied the same', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    const { id: connectionId } = await social.createConnection(facebook);
    await social.requestCheck({ connectionId });
    const { askedAt } = await social.readCheck({ connectionId });
    const whole = { ...found, missingPermissions: [] };
    await recordCheck(asSystem(house), { connectionId, askedAt: askedAt ?? '' }, whole);
    const ids: string[] = [];
    for (const handle of ['Alcaldia', 'Mujer']) {
      ids.push((await social.createPage({ network: 'facebook', handle, title: handle })).id);
    }
    const statusOnceDenied = async (denied: readonly string[]) => {
      await recordDays(house, ids, denied);
      return (await social.listConnections()).map(({ status, failure }) => [
        status,
        failure?.reason ?? null,
      ]);
    };
    expect(await statusOnceDenied([])).toEqual([['working', null]]);
    expect(await statusOnceDenied(ids.slice(1))).toEqual([['working', null]]);
    expect(await statusOnceDenied(ids)).toEqual([['lacking', 'permission_missing']]);
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
