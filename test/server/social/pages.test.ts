import { describe, expect, test } from 'vitest';
import { storeSnapshots } from '../../../server/social/store-snapshots.ts';
import { as, auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const fields = {
  network: 'facebook' as const,
  handle: '@AlcaldiaLaEstrella',
  title: 'Alcaldía de La Estrella',
  isMain: true,
};

const reading = { metric: 'followers', source: 'api', precision: 'exact' } as const;

describe('fan pages', () => {
  test('the coordinator adds one, and it is listed without figures until it is read', async () => {
    const house = await makeHouse();
    const { social, accounts } = callerAs(house, 'coordinator');
    const department = await accounts.createDepartment({ name: 'Comunicaciones' });
    const { id } = await social.createPage({ ...fields, departmentId: department.id });

    expect(await social.listPages()).toMatchObject([
      {
        id,
        handle: 'AlcaldiaLaEstrella',
        department: 'Comunicaciones',
        isMain: true,
        followers: null,
        posts: null,
        lastPull: null,
      },
    ]);
    expect(await auditOf(house, id)).toMatchObject([{ action: 'create', record: 'page' }]);
    const failure = await failureOf(callerAs(house, 'press').social.createPage(fields));
    expect(failure).toMatchObject({ code: 'role_not_allowed' });
  });

  test('a handle is one page of its network, case aside', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'admin');
    await social.createPage(fields);
    const again = { ...fields, handle: 'alcaldialaestrella' };
    expect(await failureOf(social.createPage(again))).toMatchObject({ code: 'value_taken' });
    expect(await social.createPage({ ...again, network: 'instagram' })).toMatchObject({
      version: 1,
    });
  });

  test('a page given another handle is not read by the number of the old one', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'coordinator');
    const known = { ...fields, externalId: '161803398874989' };
    const at = await social.createPage(known);
    const retitled = await social.updatePage({ at, fields: { ...known, title: 'Alcaldía' } });
    expect(await social.listPages()).toMatchObject([{ externalId: '161803398874989' }]);
    await social.updatePage({ at: retitled, fields: { ...known, handle: 'AlcaldiaNueva' } });
    expect(await social.listPages()).toMatchObject([{ externalId: null }]);
  });

  test('what a network says later in a day is shown beside the first, which stays the figure of the day', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'coordinator');
    const { id: pageId } = await social.createPage(fields);
    const tell = (value: number, capturedAt: string) =>
      storeSnapshots(as(house, 'admin'), [
        { ...reading, pageId, day: '2026-11-22', value, capturedAt },
      ]);
    const told = async () => {
      const [listed] = await social.listPages();
      const page = await social.readPage({ pageId, from: '2026-11-01', to: '2026-11-30' });
      expect(page.followersNow).toEqual(listed?.followersNow);
      return [listed?.followers?.value, page.followers?.value, listed?.followersNow?.value];
    };
    await tell(100, '2026-11-22T06:00:00.000Z');
    expect(await told()).toEqual([100, 100, undefined]);
    await tell(107, '2026-11-22T14:00:00.000Z');
    expect(await told()).toEqual([100, 100, 107]);
    // One that was on its way for long is not the newest.
    await tell(103, '2026-11-22T11:00:00.000Z');
    expect(await told()).toEqual([100, 100, 107]);
    // Where both say the same there is nothing to say beside.
    await tell(100, '2026-11-22T15:00:00.000Z');
    expect(await told()).toEqual([100, 100, undefined]);
  });

  test('the list shows the newest reading, what it was a month before, and the believed source', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'coordinator');
    const { id: pageId } = await social.createPage(fields);
    const capturedAt = '2026-11-21T10:10:00.000Z';
    const store = (day: string, value: number) => ({ ...reading, pageId, day, value, capturedAt });
    await storeSnapshots(as(house, 'admin'), [
      store('2026-10-20', 100),
      store('2026-10-25', 110),
      store('2026-11-21', 150),
    ]);
    await social.typeSnapshot({
      pageId,
      metric: 'followers',
      day: '2026-11-21',
      value: 9,
      precision: 'rounded',
    });

    const found = await social.searchPages({ search: 'alcaldia', network: 'facebook' });

    expect(found.total).toBe(1);
    expect(found.rows[0]).toMatchObject({
      followers: { value: 150, day: '2026-11-21', source: 'api' },
      followersBefore: { value: 100, day: '2026-10-20' },
    });
  });

  test('storing the same day again from the network changes nothing; a typed figure is put right', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'coordinator');
    const { id: pageId } = await social.createPage(fields);
    const day = '2026-11-22';
    const capturedAt = '2026-11-22T10:10:00.000Z';
    await storeSnapshots(as(house, 'admin'), [{ ...reading, pageId, day, value: 10, capturedAt }]);
    await storeSnapshots(as(house, 'admin'), [{ ...reading, pageId, day, value: 12, capturedAt }]);
    const typed = { pageId, metric: 'posts' as const, day, precision: 'exact' as const };
    await social.typeSnapshot({ ...typed, value: 5 });
    await social.typeSnapshot({ ...typed, value: 6 });

    const period = { pageId, from: '2026-11-20', to: day };
    const followers = await social.readGrowth({ ...period, metric: 'followers' });
    const posts = await social.readGrowth({ ...period, metric: 'posts' });

    expect(followers).toMatchObject({ points: [{ day, value: 10, source: 'api' }], gaps: [] });
    expect(posts).toMatchObject({ points: [{ day, value: 6, source: 'manual' }] });
    const failure = await failureOf(social.typeSnapshot({ ...typed, day: '2026-11-23', value: 7 }));
    expect(failure).toMatchObject({ code: 'invalid_input', fields: [{ path: 'day' }] });
  });

  test('removing a page keeps its readings, and undoing brings it back', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'coordinator');
    const at = await social.createPage(fields);
    const removed = await social.removePage(at);
    expect(await social.listPages()).toEqual([]);
    expect((await social.searchPages({ removed: true })).total).toBe(1);
    await social.restorePage(removed);
    expect(await social.listPages()).toHaveLength(1);
  });
});

describe('asking for a pull', () => {
  test('the press team asks once, however often it presses; a viewer may not', async () => {
    const house = await makeHouse();
    const { social } = callerAs(house, 'press');
    const first = await social.requestPull({});
    expect(await social.requestPull({})).toEqual(first);
    expect(await social.readPullProgress({ requestId: first.id })).toMatchObject({
      status: 'waiting',
      pull: null,
    });
    expect(await failureOf(callerAs(house, 'viewer').social.requestPull({}))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});
