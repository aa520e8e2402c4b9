import { describe, expect, test } from 'vitest';
import { answerRequests } from '../../../jobs/tasks/answer-requests.ts';
import { pullNetworks } from '../../../jobs/tasks/pull-networks.ts';
import { storePosts } from '../../../server/social/store-posts.ts';
import { addDays } from '../../../shared/calendar/day.ts';
import { as, callerAs, failureOf, type TestHouse } from '../../support/house.ts';
import { makePulledHouse, readingsOf, sandboxPagesOn } from '../../support/pulled-house.ts';

const today = '2026-11-22';
const neverStopped = new AbortController().signal;
const [office] = sandboxPagesOn('facebook');
if (!office) throw new Error('the sandbox has no page on Facebook');

async function openOffice() {
  const pulled = await makePulledHouse([office as NonNullable<typeof office>]);
  const { id: pageId } = await pulled.page('facebook', 'AlcaldiaLaEstrella');
  const { house } = pulled;
  return {
    ...pulled,
    pageId,
    /** Asks for the history as a person does, and answers it as the schedule does. */
    async fill() {
      const { social } = callerAs(house, 'press');
      const { id: requestId } = await social.requestPull({ pageId, kind: 'history' });
      await answerRequests(house, 'test', neverStopped);
      return social.readPullProgress({ requestId });
    },
  };
}

async function viewDays(house: TestHouse): Promise<string[]> {
  return (await readingsOf(house)).filter(({ metric }) => metric === 'views').map(({ day }) => day);
}

function postsStored(house: TestHouse): Promise<{ externalId: string }[]> {
  return house.database.db.selectFrom('post').select('externalId').execute();
}

function standingOf({ database }: TestHouse, part: string) {
  return database.db
    .selectFrom('pagePart')
    .select(['attemptedAt', 'filledFrom', 'fillCursor', 'filledAt'])
    .where('part', '=', part)
    .executeTakeFirst();
}

describe('the history of a page', () => {
  test('is read as far back as the network gives it, beside what is read daily; again its posts alone, for what is gone', async () => {
    const { house, sandbox, pull, fill } = await openOffice();
    await pull();
    expect(await fill()).toMatchObject({
      status: 'done',
      pull: { kind: 'history', ended: 'whole', pages: 1, pagesDone: 1, pagesFailed: 0 },
    });

    const days = await viewDays(house);
    expect(days[0]).toBe(addDays(today, -729));
    expect(days).toHaveLength(729);
    const posts = (await postsStored(house)).length;
    expect(posts).toBeGreaterThan(1_000);
    expect((await standingOf(house, 'days'))?.filledAt).not.toBeNull();
    expect((await standingOf(house, 'posts'))?.filledAt).not.toBeNull();

    const calls = sandbox.requests().length;
    expect(await fill()).toMatchObject({ pull: { ended: 'whole', pages: 1 } });
    const again = sandbox.requests().slice(calls);
    expect(
      again.filter(({ path }) => path.includes('/insights?') && path.includes('since=')),
    ).toEqual([]);
    expect((await standingOf(house, 'posts'))?.filledAt).not.toBeNull();
    expect(await postsStored(house)).toHaveLength(posts);
  });

  test('goes on where it stopped, and does not stand in the way of the daily pull', async () => {
    const { house, sandbox, page, pull } = await openOffice();
    const { id } = await page('facebook', 'AlcaldiaLaEstrella');
    const wish = { reason: 'request', kind: 'history', pageIds: [id] } as const;
    const stopping = new AbortController();
    sandbox.setFault({ kind: 'slow', network: 'facebook', milliseconds: 60 });
    const first = pullNetworks(house, wish, stopping.signal);
    await expect.poll(() => viewDays(house)).not.toEqual([]);
    stopping.abort();
    expect(await first).toMatchObject({ ended: 'stopped', isStopped: true });
    const found = await viewDays(house);
    expect(found.length).toBeLessThan(729);
    expect((await standingOf(house, 'days'))?.attemptedAt).toBeNull();

    sandbox.clearFaults();
    const before = sandbox.requests().length;
    expect(await pullNetworks(house, wish)).toMatchObject({ ended: 'whole', pagesRead: 1 });
    const asked = sandbox
      .requests()
      .slice(before)
      .filter(({ path }) => path.includes('/insights?') && path.includes('since='));
    // A request that was stopped on its way may be noted late: what counts is which days are asked for.
    const windows = new Set(asked.map(({ path }) => path));
    expect(windows.size).toBe(Math.ceil((729 - found.length) / 90));
    expect(await viewDays(house)).toHaveLength(729);
    expect(await pull()).toMatchObject({ pages: 1, pagesRead: 1 });
  });

  test('says what failed in it, and is asked for again another time', async () => {
    const { house, sandbox, fill } = await openOffice();
    sandbox.setFault({ kind: 'missing_permission', network: 'facebook' });
    expect(await fill()).toMatchObject({ pull: { ended: 'whole', pagesFailed: 1 } });
    expect((await standingOf(house, 'days'))?.filledAt).toBeNull();
    sandbox.clearFaults();
    expect(await fill()).toMatchObject({ pull: { ended: 'whole', pagesFailed: 0 } });
    expect(await viewDays(house)).toHaveLength(729);
  });
});

describe('a post that its network no longer has', () => {
  const [place] = sandboxPagesOn('bluesky');

  test('leaves the counts once all posts were read without it, and stays in the list, marked', async () => {
    const { house, sandbox } = await makePulledHouse(place ? [place] : []);
    const { social } = callerAs(house, 'viewer');
    const [page] = await social.listPages();
    if (!page) throw new Error('the sandbox has no page on Bluesky');
    const given = (externalId: string) => ({
      ...{ externalId, publishedAt: '2026-11-10T15:00:00.000Z', permalink: null },
      ...{ kind: 'text' as const, text: externalId, counts: { reactions: 3 } },
    });
    const batch = { pageId: page.id, capturedAt: '2026-11-11T10:00:00.000Z' };
    await storePosts(as(house, 'admin'), [
      { ...batch, source: 'api', posts: [given('deleted')] },
      { ...batch, source: 'import', posts: [given('of a file')] },
    ]);
    const fill = () =>
      pullNetworks(house, { reason: 'request', kind: 'history', pageIds: [page.id] });
    const period = { from: '2026-11-01', to: '2026-11-22' };
    const asked = { ...period, pageId: page.id };
    const marked = async () => {
      const { rows, total } = await social.listPosts({ ...asked, pageSize: 200 });
      const gone = rows.filter(({ goneAt }) => goneAt !== null).map(({ text }) => text);
      const { posts } = await social.readPage(asked);
      const months = await social.readPostMonths(asked);
      return { gone, counted: [posts, months[0]?.posts], listed: total };
    };

    sandbox.setFault({ kind: 'html', network: 'bluesky', status: 500 });
    await fill();
    expect((await marked()).gone).toEqual([]);
    sandbox.clearFaults();
    await fill();
    const { gone, counted, listed } = await marked();
    expect(gone).toEqual(['deleted']);
    expect(counted).toEqual([listed - 1, listed - 1]);

    // The network gives it again.
    await storePosts(as(house, 'admin'), [{ ...batch, source: 'api', posts: [given('deleted')] }]);
    expect(await marked()).toEqual({ gone: [], counted: [listed, listed], listed });
  });
});

describe('a pull that somebody cancels', () => {
  test('ends soon, keeps what it read, and says who cancelled it', async () => {
    const { house, sandbox, pageId } = await openOffice();
    sandbox.setFault({ kind: 'slow', network: 'facebook', milliseconds: 400 });
    const running = pullNetworks(house, {
      reason: 'request',
      kind: 'history',
      pageIds: [pageId],
    });
    await expect.poll(() => viewDays(house), { timeout: 20_000 }).not.toEqual([]);
    const { social } = callerAs(house, 'press');
    const [pull] = (await social.listPulls({})).rows;
    const pullId = pull?.id ?? '';
    expect(await failureOf(callerAs(house, 'viewer').social.cancelPull({ pullId }))).toMatchObject({
      code: 'role_not_allowed',
    });
    await social.cancelPull({ pullId });

    expect(await running).toMatchObject({ ended: 'cancelled', isStopped: false });
    expect(await social.readPull({ pullId })).toMatchObject({
      ended: 'cancelled',
      cancelAskedBy: expect.stringContaining('press'),
    });
    expect((await viewDays(house)).length).toBeGreaterThan(0);
    expect((await viewDays(house)).length).toBeLessThan(729);
  });

  test('that is over stays as it was', async () => {
    const { house, pull } = await openOffice();
    const { pullId } = await pull();
    const { social } = callerAs(house, 'coordinator');
    await social.cancelPull({ pullId: pullId ?? '' });
    expect(await social.readPull({ pullId: pullId ?? '' })).toMatchObject({
      ended: 'whole',
      cancelAskedAt: null,
    });
    expect(await failureOf(social.cancelPull({ pullId: 'none' }))).toMatchObject({
      code: 'record_not_found',
    });
  });
});
