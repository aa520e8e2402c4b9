import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { csv, metaSeries, xOverviewHeadings } from '../../support/export-files.ts';
import { postsOf, readExport } from '../../support/read-export.ts';

describe('the exports by day that people download', () => {
  test("a daily series of Meta's, in UTF-16 under a title line", async () => {
    const file = metaSeries('Facebook follows', [
      ['2026-08-01', 20],
      ['2026-08-02', ''],
      ['2026-08-03', -2],
    ]);
    expect(await readExport(file)).toEqual({
      kind: 'meta_series',
      title: 'Facebook follows',
      notes: [],
      skipped: 0,
      items: [
        { makes: 'figure', line: 4, page: null, metric: 'follows', day: '2026-08-01', value: 20 },
        { makes: 'row', line: 6, reason: 'negative', said: '-2' },
      ],
    });
  });

  test("X's overview by day and its posts", async () => {
    const overview = csv([
      xOverviewHeadings,
      ['Sat, Jul 11, 2026', 1_500, 10, 44, 1, 2, 6, 1, 3, 4, 20, 1, '', ''],
    ]);
    const { kind, items } = await readExport(Buffer.from(overview));
    expect(kind).toBe('x_overview');
    expect(
      items.map((item) => (item.makes === 'figure' ? [item.metric, item.value] : item)),
    ).toEqual([
      ['views', 1_500],
      ['engagements', 44],
      ['follows', 6],
      ['unfollows', 1],
    ]);
    const content = csv([
      ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes', 'Replies', 'Reposts'],
      [
        '1811111111111111111',
        'Sat, Jul 11, 2026',
        'Hola',
        'https://x.com/a/status/1811111111111111111',
        90,
        8,
        1,
        2,
      ],
      ['1,81111E+18', 'Sat, Jul 11, 2026', 'Dañado', 'https://x.com/', 90, 8, 1, 2],
    ]);
    expect(await postsOf(Buffer.from(content))).toMatchObject({
      kind: 'x_content',
      posts: [
        {
          externalId: '1811111111111111111',
          counts: { views: 90, reactions: 8, comments: 1, shares: 2 },
        },
        { makes: 'row', reason: 'no_identifier', line: 3 },
      ],
    });
  });

  test("TikTok's overview, whose dates lack the year, and its videos", async () => {
    const overview = csv([
      ['Date', 'Video Views', 'Profile Views', 'Likes', 'Comments', 'Shares'],
      ['31 December', 100, 3, 5, 1, 2],
      ['1 January', 200, 3, '', 1, 2],
      ['2 January', 300, 3, -4, 1, 2],
    ]);
    const { items, notes } = await readExport(Buffer.from(overview), { fileDay: '2026-01-05' });
    expect(notes).toEqual(['year_inferred']);
    expect(items).toMatchObject([
      { metric: 'views', day: '2025-12-31', value: 100 },
      { metric: 'engagements', day: '2025-12-31', value: 8 },
      { metric: 'views', day: '2026-01-01', value: 200 },
      { makes: 'row', line: 4, reason: 'negative', said: '-4' },
    ]);
    const content = csv([
      [
        'Video title',
        'Video link',
        'Post time',
        'Total likes',
        'Total comments',
        'Total shares',
        'Total views',
      ],
      ['Hola', 'https://www.tiktok.com/@a/video/7301234567890123456', '3 November', 5, 1, 0, 90],
    ]);
    expect(await postsOf(Buffer.from(content))).toMatchObject({
      kind: 'tiktok_content',
      posts: [
        { externalId: '7301234567890123456', counts: { reactions: 5, shares: 0, views: 90 } },
      ],
    });
  });

  test('our own template, in Spanish, from a spreadsheet of Western Windows', async () => {
    const text =
      'Página;Métrica;Día;Valor\r\nAlcaldía;Seguidores;21/11/2026;24.591\r\nAlcaldía;Cosas;21/11/2026;3\r\n';
    const { kind, items, notes } = await readExport(Buffer.from(text, 'latin1'));
    expect([kind, notes]).toEqual(['template', []]);
    expect(items).toMatchObject([
      { metric: 'followers', day: '2026-11-21', value: 24_591, page: { title: 'Alcaldía' } },
      { makes: 'row', reason: 'unknown_metric', said: 'Cosas' },
    ]);
  });

  test('a workbook, with its dates and numbers as such, and formulas as what they show', async () => {
    const sheet = utils.aoa_to_sheet(
      [
        ['Cifras de noviembre'],
        ['Página', 'Métrica', 'Día', 'Valor'],
        ['facebook/AlcaldiaLaEstrella', 'Seguidores', new Date('2026-11-20T00:00:00Z'), 24_591],
        ['facebook/AlcaldiaLaEstrella', 'Publicaciones', '2026-11-20', 12.5],
      ],
      { UTC: true },
    );
    sheet.D3 = { t: 'n', v: 24_591, f: 'SUM(A1:A2)' };
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Notas'], ['nada']]), 'Notas');
    utils.book_append_sheet(book, sheet, 'Cifras');
    const { kind, items } = await readExport(
      write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    );
    expect(kind).toBe('template');
    expect(items).toMatchObject([
      { metric: 'followers', day: '2026-11-20', value: 24_591, line: 3 },
      { makes: 'row', reason: 'not_whole', line: 4 },
    ]);
  });
});
