import { describe, expect, test } from 'vitest';
import { storePosts } from '../../../server/social/store-posts.ts';
import { storeSnapshots } from '../../../server/social/store-snapshots.ts';
import { download } from '../../support/download.ts';
import {
  csv,
  facebookHeadings,
  facebookRow,
  marked,
  metaSeries,
} from '../../support/export-files.ts';
import {
  as,
  auditOf,
  callerAs,
  failureOf,
  makeHouse,
  type TestHouse,
} from '../../support/house.ts';
import { previewOf, writeWhole } from '../../support/import-file.ts';

async function office() {
  const house = await makeHouse();
  const { social, imports } = callerAs(house, 'coordinator');
  const page = await social.createPage({
    network: 'facebook',
    handle: 'AlcaldiaLaEstrella',
    externalId: '161803398874989',
    title: 'Alcaldía de La Estrella',
  });
  return { house, social, imports, pageId: page.id };
}

const followsOf = (days: [string, number][]) => metaSeries('Facebook follows', days);

const storedFigures = ({ database }: TestHouse) =>
  database.db
    .selectFrom('snapshot')
    .select(['metric', 'day', 'source', 'value', 'precision'])
    .orderBy('day')
    .orderBy('source')
    .execute();

const storedPosts = ({ database }: TestHouse) =>
  database.db.selectFrom('post').selectAll().orderBy('externalId').execute();

const post = (id: string, views: number, more: Record<string, string | number> = {}) =>
  facebookRow({
    'Post ID': id,
    Description: `Publicación ${id}`,
    'Publish time': '11/03/2026 08:05',
    Permalink: `https://www.facebook.com/AlcaldiaLaEstrella/posts/${id}`,
    Views: views,
    Reactions: 5,
    ...more,
  });

describe('a file of daily figures', () => {
  test('is shown before anything is written, and written only when the person agrees', async () => {
    const { house, imports, pageId } = await office();
    const bytes = followsOf([
      ['2026-11-01', 20],
      ['2026-11-02', 31],
    ]);
    const content = bytes.toString('base64');
    const asked = await imports.previewFile({ name: 'Follows.csv', content });
    expect(asked).toMatchObject({
      kind: 'meta_series',
      network: 'facebook',
      needs: ['page'],
      says: 'Facebook follows',
      import: null,
    });
    const preview = await previewOf(imports, 'Follows.csv', bytes, { pageId });
    expect(preview).toMatchObject({
      status: 'pending',
      added: 2,
      fromDay: '2026-11-01',
      toDay: '2026-11-02',
      createdBy: 'Persona coordinator',
      pages: [{ id: pageId, network: 'facebook' }],
    });
    expect(await storedFigures(house)).toEqual([]);

    const told = await writeWhole(imports, preview.id);
    expect(told.at(-1)).toMatchObject({ finished: true, import: { status: 'written', added: 2 } });
    expect(await storedFigures(house)).toEqual([
      { metric: 'follows', day: '2026-11-01', source: 'import', value: 20, precision: 'exact' },
      { metric: 'follows', day: '2026-11-02', source: 'import', value: 31, precision: 'exact' },
    ]);
    expect(await auditOf(house, preview.id)).toMatchObject([
      { action: 'preview', actorName: 'Persona coordinator' },
      { action: 'import', details: expect.stringContaining('Follows.csv') },
    ]);
    const refused = callerAs(house, 'press').imports.writeImport({ id: preview.id });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });

  test('of several tables is stored each under its own metric, and the tables left out are told', async () => {
    const { house, imports, pageId } = await office();
    const bytes = Buffer.concat([
      download('meta-audience.csv'),
      // The second file goes on where the first ends, without the mark and the separator that begin it.
      download('meta-dos-series.csv').subarray(2 + 2 * 'sep=,\r\n'.length),
    ]);
    const { id, ...preview } = await previewOf(imports, 'a.csv', bytes, { pageId });
    expect(preview).toMatchObject({ added: 6, same: 0, refused: 4 });
    const left = await imports.listImportRows({ id, standing: 'refused' });
    expect(left.rows.map((row) => (row.makes === 'row' ? [row.reason, row.said] : row))).toEqual(
      ['Age & gender', 'Top cities', 'Top countries', 'Top pages'].map((title) => [
        'table_left_out',
        title,
      ]),
    );
    await writeWhole(imports, id);
    const stored = (await storedFigures(house)).map(({ metric, day, value }) => [
      metric,
      day,
      value,
    ]);
    expect(stored.sort()).toEqual([
      ['follows', '2026-10-01', 12],
      ['follows', '2026-10-02', 7],
      ['follows', '2026-10-03', 9],
      ['follows', '2026-10-05', 4],
      ['views', '2026-10-01', 1_200],
      ['views', '2026-10-02', 900],
    ]);
  });

  test('tells what is new, changed, the same and in conflict with the network, row by row', async () => {
    const { house, imports, pageId } = await office();
    const earlier = followsOf([
      ['2026-11-01', 20],
      ['2026-11-02', 31],
    ]);
    await writeWhole(imports, (await previewOf(imports, 'a.csv', earlier, { pageId })).id);
    await storeSnapshots(as(house, 'admin'), [
      {
        pageId,
        metric: 'follows',
        day: '2026-11-03',
        source: 'api',
        value: 7,
        precision: 'exact',
        capturedAt: '2026-11-04T10:00:00.000Z',
      },
    ]);
    const later = followsOf([
      ['2026-11-01', 20],
      ['2026-11-02', 30],
      ['2026-11-03', 8],
      ['2026-11-04', 9],
      ['2026-11-05', -1],
    ]);
    const { id, ...preview } = await previewOf(imports, 'b.csv', later, { pageId });
    expect(preview).toMatchObject({ added: 1, changed: 1, same: 1, conflicting: 1, refused: 1 });
    const { rows } = await imports.listImportRows({ id });
    expect(rows).toMatchObject([
      { standing: 'same', line: 4, before: 20, after: 20 },
      { standing: 'changed', day: '2026-11-02', before: 31, after: 30 },
      { standing: 'conflict', others: [{ source: 'api', value: 7 }], after: 8 },
      { standing: 'new', before: null, after: 9, page: 'Alcaldía de La Estrella' },
      { standing: 'refused', reason: 'negative', said: '-1' },
    ]);
    const conflicts = await imports.listImportRows({ id, standing: 'conflict' });
    expect(conflicts.total).toBe(1);

    await writeWhole(imports, id);
    const figures = await storedFigures(house);
    expect(figures.filter(({ day }) => day === '2026-11-03')).toMatchObject([
      { source: 'api', value: 7 },
      { source: 'import', value: 8 },
    ]);
  });

  test('imported twice changes nothing', async () => {
    const { house, imports, pageId } = await office();
    const bytes = followsOf([['2026-11-01', 20]]);
    await writeWhole(imports, (await previewOf(imports, 'a.csv', bytes, { pageId })).id);
    const before = await storedFigures(house);
    const again = await previewOf(imports, 'a.csv', bytes, { pageId });
    expect(again).toMatchObject({ same: 1, added: 0, changed: 0, notes: ['read_before'] });
    house.setNow('2026-11-22T16:00:00Z');
    await writeWhole(imports, again.id);
    expect(await storedFigures(house)).toEqual(before);
    const captured = await house.database.db.selectFrom('snapshot').select('capturedAt').execute();
    expect(captured).toEqual([{ capturedAt: '2026-11-22T15:00:00.000Z' }]);
  });
});

describe('a file of posts', () => {
  test('finds its page by the number in its rows and keeps the posts as the network names them', async () => {
    const { house, imports } = await office();
    const bytes = marked(csv([facebookHeadings, post('122101', 900), post('122102', 70)]));
    const preview = await previewOf(imports, 'Posts.csv', bytes);
    expect(preview).toMatchObject({ kind: 'meta_facebook_posts', added: 2 });
    expect(await storedPosts(house)).toEqual([]);
    await writeWhole(imports, preview.id);
    expect(await storedPosts(house)).toMatchObject([
      {
        externalId: '161803398874989_122101',
        publishedAt: '2026-11-03T13:05:00.000Z',
        day: '2026-11-03',
        hour: 8,
        views: 900,
        reactions: 5,
        shares: null,
        source: 'import',
      },
      { externalId: '161803398874989_122102' },
    ]);
    const again = await previewOf(imports, 'Posts.csv', bytes);
    expect(again).toMatchObject({ same: 2, added: 0, changed: 0 });
  });

  test('knows again by its address a post that the network gave, and shows where the two differ', async () => {
    const { house, imports, pageId } = await office();
    const own = {
      externalId: '161803398874989_777777',
      publishedAt: '2026-11-03T13:05:00.000Z',
      kind: 'photo' as const,
      text: 'De la red',
      permalink: 'https://www.facebook.com/AlcaldiaLaEstrella/posts/122101',
      counts: { views: 950, reactions: 5 },
    };
    const capturedAt = '2026-11-20T10:00:00.000Z';
    await storePosts(as(house, 'admin'), [{ pageId, source: 'api', capturedAt, posts: [own] }]);
    const bytes = marked(csv([facebookHeadings, post('122101', 900, { 'Total clicks': 12 })]));
    const { id, conflicting } = await previewOf(imports, 'Posts.csv', bytes);
    expect(conflicting).toBe(1);
    const { rows } = await imports.listImportRows({ id });
    expect(rows).toMatchObject([
      {
        after: { externalId: own.externalId },
        others: [{ source: 'api', counts: { views: 950 } }],
      },
    ]);
    await writeWhole(imports, id);
    expect(await storedPosts(house)).toMatchObject([
      { externalId: own.externalId, text: 'De la red', views: 950, clicks: 12, source: 'api' },
    ]);
  });

  test('of a page that is not known asks which it is, and takes none of another network', async () => {
    const { imports, social, pageId } = await office();
    const bytes = marked(
      csv([facebookHeadings, post('122101', 900, { 'Page ID': '99', 'Page name': 'Otra' })]),
    );
    const content = bytes.toString('base64');
    const asked = await imports.previewFile({ name: 'p.csv', content });
    expect(asked).toMatchObject({ needs: ['page'], says: 'Otra', network: 'facebook' });
    const x = await social.createPage({ network: 'x', handle: 'alcaldia', title: 'X' });
    const wrong = imports.previewFile({ name: 'p.csv', content, pageId: x.id });
    expect(await failureOf(wrong)).toMatchObject({ fields: [{ rule: 'page_of_other_network' }] });
    expect(await previewOf(imports, 'p.csv', bytes, { pageId })).toMatchObject({ added: 1 });
  });
});
