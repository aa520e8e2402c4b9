import { beforeEach, describe, expect, test } from 'vitest';
import { restorePostReadings } from '../../../server/social/restore-post-readings.ts';
import { createPage } from '../../../server/social/save-page.ts';
import { type PostBatch, storePosts } from '../../../server/social/store-posts.ts';
import { transact } from '../../../server/transaction.ts';
import type { NetworkPost } from '../../../shared/social/post-metrics.ts';
import { as, auditOf, callerAs, makeHouse, type TestHouse } from '../../support/house.ts';

const capturedAt = '2026-11-22T15:00:00.000Z';
let house: TestHouse;
let pageId: string;

beforeEach(async () => {
  house = await makeHouse();
  pageId = await createPageOf(house);
});

async function createPageOf(at: TestHouse): Promise<string> {
  const { id } = await createPage(as(at, 'admin'), {
    network: 'facebook',
    handle: 'AlcOficina',
    externalId: '7001',
    title: 'Alcaldía',
    departmentId: null,
    isMain: true,
    isPulled: true,
    connectionId: null,
    baseUrl: null,
  });
  return id;
}

/** Published late in the evening in Bogotá, when it is the next day already in UTC. */
const post: NetworkPost = {
  externalId: '7001_901',
  publishedAt: '2026-11-20T03:30:00.000Z',
  kind: 'photo',
  text: 'Jornada de vacunación',
  permalink: 'https://www.facebook.com/AlcOficina/posts/901',
  counts: { views: 4_480, reactions: 112, comments: 28 },
};

function batch(more: Partial<PostBatch> & { counts?: NetworkPost['counts'] } = {}): PostBatch {
  const { counts = post.counts, ...rest } = more;
  return { pageId, source: 'api', capturedAt, posts: [{ ...post, counts }], ...rest };
}

function storedPosts() {
  return house.database.db.selectFrom('post').selectAll().execute();
}

describe('posts', () => {
  test('are kept with the day and the hour of the office, and what is believed of each', async () => {
    expect(await storePosts(as(house, 'admin'), [batch()])).toEqual({ stored: 1 });
    expect(await storedPosts()).toEqual([
      expect.objectContaining({
        pageId,
        externalId: '7001_901',
        day: '2026-11-19',
        hour: 22,
        searchText: 'jornada de vacunacion',
        source: 'api',
        views: 4_480,
        reactions: 112,
        comments: 28,
        shares: null,
        engagements: 140,
      }),
    ]);
    expect(await auditOf(house, pageId)).toContainEqual(
      expect.objectContaining({ action: 'store', record: 'post' }),
    );
  });

  test('carry topics over the days asked, and are of no hour where a file tells none', async () => {
    const { social } = callerAs(house, 'coordinator');
    const dayOnly = { ...post, externalId: 'old', publishedAt: '2026-09-02T05:00:00.000Z' };
    const posts = [post, { ...dayOnly, hasHour: false }];
    await storePosts(as(house, 'admin'), [batch({ posts })]);
    for (const { externalId } of posts) {
      await social.setPostTopics({ pageId, externalId, topics: ['Salud'] });
    }
    const november = { from: '2026-11-01', to: '2026-11-30' };
    const topic = { topic: 'Salud', posts: 1, engagements: 140 };
    expect(await social.listTopics()).toEqual([{ ...topic, posts: 2, engagements: 280 }]);
    expect(await social.listTopics(november)).toEqual([topic]);
    const all = { from: '2026-09-01', to: '2026-11-30' };
    expect(await social.readPostHours(all)).toMatchObject([{ hour: 22, posts: 1, counted: 1 }]);
    const { rows } = await social.listPosts({ ...all, rankBy: 'day' });
    expect(rows.map(({ hasHour }) => hasHour)).toEqual([true, false]);
  });

  test('stored again change nothing, and later counts take the place of earlier ones', async () => {
    await storePosts(as(house, 'admin'), [batch()]);
    const first = await storedPosts();
    await storePosts(as(house, 'admin'), [batch()]);
    expect(await storedPosts()).toEqual(first);
    await storePosts(as(house, 'admin'), [batch({ counts: { reactions: 120 } })]);
    expect(await storedPosts()).toMatchObject([
      { views: null, reactions: 120, comments: null, engagements: 120 },
    ]);
  });

  test('a file fills in what the network does not give, and corrects nothing that it does', async () => {
    await storePosts(as(house, 'admin'), [batch()]);
    const file = batch({ source: 'import', counts: { reactions: 90, shares: 17 } });
    await storePosts(as(house, 'admin'), [file]);
    expect(await storedPosts()).toMatchObject([
      { source: 'api', reactions: 112, shares: 17, engagements: 157 },
    ]);
    const readings = await house.database.db.selectFrom('postReading').selectAll().execute();
    expect(readings.map(({ source }) => source).toSorted()).toEqual(['api', 'import']);
  });

  test('the same holds when the file came first', async () => {
    const file = batch({ source: 'import', counts: { reactions: 90, shares: 17 } });
    await storePosts(as(house, 'admin'), [file]);
    expect(await storedPosts()).toMatchObject([{ source: 'import', reactions: 90, views: null }]);
    await storePosts(as(house, 'admin'), [batch()]);
    expect(await storedPosts()).toMatchObject([
      { source: 'api', reactions: 112, views: 4_480, shares: 17 },
    ]);
  });

  test('a 0 by the word of the network gives way to what anybody counted, and says what it is', async () => {
    const counts = { views: 0, reactions: 0, shares: 0 };
    const leftOut = batch({ posts: [{ ...post, counts, isImplied: true }] });
    const file = batch({ source: 'import', counts: { views: 31, reactions: 2, shares: 0 } });
    const listed = async () => {
      const november = { from: '2026-11-01', to: '2026-11-30' };
      const { rows } = await callerAs(house, 'viewer').social.listPosts(november);
      return rows[0];
    };
    await storePosts(as(house, 'admin'), [leftOut]);
    expect(await listed()).toMatchObject({ isImplied: true, counts, engagements: 0 });
    await storePosts(as(house, 'admin'), [file]);
    expect(await listed()).toMatchObject({
      isImplied: false,
      counts: { views: 31, reactions: 2 },
      engagements: 2,
    });
    await storePosts(as(house, 'admin'), [batch({ counts: { reactions: 5 } })]);
    expect(await listed()).toMatchObject({ isImplied: false, counts: { views: 31, reactions: 5 } });
  });

  test('what a file said can be taken back: the post is as before, or gone', async () => {
    const file = batch({ source: 'import', counts: { shares: 17 } });
    const takeBack = () =>
      transact(as(house, 'admin'), ['social'], async (write) => {
        const { externalId } = post;
        const gone = { pageId, externalId, source: 'import' as const, before: null };
        await restorePostReadings(as(house, 'admin'), write, [gone]);
        await write.audit({ action: 'undo', record: 'import', recordId: 'test', details: {} });
      });
    await storePosts(as(house, 'admin'), [file]);
    await takeBack();
    expect(await storedPosts()).toEqual([]);
    await storePosts(as(house, 'admin'), [batch()]);
    const alone = await storedPosts();
    await storePosts(as(house, 'admin'), [file]);
    await takeBack();
    expect(await storedPosts()).toEqual(alone);
  });
});
