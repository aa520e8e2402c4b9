import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { fileKinds } from '../../../shared/imports/file-kinds.ts';
import type { ReadItem } from '../../../shared/imports/read-items.ts';
import { archiveOf } from '../../support/archive.ts';
import { download } from '../../support/download.ts';
import { csv, utf16 } from '../../support/export-files.ts';
import { failureOf } from '../../support/house.ts';
import { readExport } from '../../support/read-export.ts';
import { saidByExport, writeExport, writings } from '../../support/written-exports.ts';

/** What an item says, without where it stands. */
function told(item: ReadItem) {
  if (item.makes === 'post') {
    const { externalId, publishedAt, text, counts } = item.post;
    return { externalId, publishedAt, text, counts };
  }
  if (item.makes === 'row') return { reason: item.reason };
  return { day: item.day, metric: item.metric, value: item.value };
}

const short = (item: ReadItem) =>
  item.makes === 'figure'
    ? `${item.metric} ${item.day} ${item.value}`
    : item.makes === 'row'
      ? `${item.reason} ${item.said}`
      : `${item.post.publishedAt} ${JSON.stringify(item.post.counts)}`;

const shortly = async (bytes: Buffer) => {
  const { items, ...facts } = await readExport(bytes);
  return { ...facts, items: items.map(short) };
};

describe('every kind of file that people download', () => {
  test.each(fileKinds.map((kind) => [kind.id, kind] as const))(
    '%s says the same in both languages and orders, in every encoding, with identifiers that a spreadsheet cut',
    async (id, kind) => {
      for (const writing of writings) {
        const read = await readExport(writeExport(kind, writing));
        expect({
          writing,
          kind: read.kind,
          notes: read.notes,
          items: read.items.map(told),
        }).toEqual({
          writing,
          kind: id,
          notes: id === 'youtube_content' ? ['views_of_period'] : [],
          items: saidByExport(kind).map((said) =>
            kind.headings.text || kind.headings.title || kind.makes !== 'posts'
              ? said
              : { ...(said as object), text: '' },
          ),
        });
      }
    },
  );
});

describe('the files of networks, whole as they are downloaded', () => {
  test("Meta's audience: each table by its own title, the daily series among them", async () => {
    expect(await shortly(download('meta-audience.csv'))).toMatchObject({
      kind: 'meta_series',
      title: 'Facebook follows',
      items: [
        'follows 2026-10-01 12',
        'follows 2026-10-02 7',
        'follows 2026-10-03 9',
        'follows 2026-10-05 4',
        'table_left_out Age & gender',
        'table_left_out Top cities',
        'table_left_out Top countries',
        'table_left_out Top pages',
      ],
    });
  });

  test('several series in a file, each of its own metric', async () => {
    expect((await shortly(download('meta-dos-series.csv'))).items).toEqual([
      'views 2026-10-01 1200',
      'views 2026-10-02 900',
      'follows 2026-10-01 12',
      'follows 2026-10-03 9',
    ]);
    const series = (title: string) =>
      `"${title}"\r\n${csv([
        ['Fecha', 'Principal'],
        ['2026-10-01', 5],
      ])}`;
    const file = [
      'Visualizaciones de Facebook',
      'Visitas a Facebook',
      'Algo nuevo',
      'Seguimientos en Instagram',
    ];
    expect((await shortly(utf16(`sep=,\r\n${file.map(series).join('\r\n')}`))).items).toEqual([
      'views 2026-10-01 5',
      'table_left_out Visitas a Facebook',
      'table_left_out Algo nuevo',
      'table_left_out Seguimientos en Instagram',
    ]);
    const visits = utf16(`sep=,\r\n${series('Facebook visits')}`);
    await expect(readExport(visits)).rejects.toThrow('kept');
  });

  test("YouTube's archive: its table and totals are read, its chart is left out and said", async () => {
    expect(await shortly(download('youtube-studio.zip'))).toMatchObject({
      kind: 'youtube_content',
      items: [
        '2026-10-03T05:00:00.000Z {"views":980}',
        '2026-10-09T05:00:00.000Z {"views":600}',
        'views 2026-10-01 45',
        'views 2026-10-02 61',
        'views 2026-10-03 0',
        'table_left_out Chart data.csv',
      ],
    });
    const totals = Buffer.from('Date,Views\r\n2026-10-01,45\r\n');
    const mixed = archiveOf({ 'Totals.csv': totals, 'leame.pdf': Buffer.from('%PDF-1.7') });
    expect((await shortly(mixed)).items).toEqual([
      'views 2026-10-01 45',
      'table_left_out leame.pdf',
    ]);
    const lying = archiveOf({ 'foto.csv': Buffer.from('%PDF-1.7') });
    expect(await failureOf(readExport(lying))).toMatchObject({ reason: 'not_a_table' });
  });

  test("LinkedIn's old workbook, month first under a line of its own: posts and days", async () => {
    expect(await shortly(download('linkedin-content.xls'))).toMatchObject({
      kind: 'linkedin_days',
      notes: ['order_assumed', 'hour_unknown'],
      items: [
        'views 2026-10-01 120',
        'views 2026-10-02 95',
        '2026-10-01T05:00:00.000Z {"views":120,"reactions":6,"comments":1,"shares":2,"clicks":4}',
        '2026-10-02T05:00:00.000Z {"views":95,"reactions":1,"comments":0,"shares":0,"clicks":2}',
      ],
    });
  });

  test("LinkedIn's new followers, beside what they are and do", async () => {
    const book = utils.book_new();
    const sheets = {
      'New followers': [
        [
          'Date',
          'Sponsored followers',
          'Organic followers',
          'Auto-invited followers',
          'Total followers',
        ],
        ['10/13/2026', 0, 3, 1, 4],
      ],
      Location: [
        ['Location', 'Total followers'],
        ['Medellín', 120],
      ],
    };
    for (const [name, rows] of Object.entries(sheets))
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
    expect(
      (await shortly(write(book, { type: 'buffer', bookType: 'xls' }) as Buffer)).items,
    ).toEqual(['follows 2026-10-13 4', 'table_left_out Location']);
  });

  test("TikTok's history of followers, whose days lack the year", async () => {
    const file = csv([
      ['Date', 'Followers', 'Difference in followers from previous day'],
      ['November 1', 5_210, 0],
      ['November 2', 5_218, 8],
    ]);
    expect(await shortly(Buffer.from(file))).toMatchObject({
      kind: 'tiktok_followers',
      notes: ['year_inferred'],
      items: ['followers 2026-11-01 5210', 'followers 2026-11-02 5218'],
    });
  });

  test("Meta's posts in Spanish, month first though no day tells, which is said", async () => {
    const read = await shortly(download('meta-posts-es.csv'));
    expect(read).toMatchObject({ kind: 'meta_facebook_posts', notes: ['order_assumed'] });
    expect(read.items.map((item) => item.slice(0, 38))).toEqual([
      '2026-10-03T14:05:00.000Z {"views":1234',
      '2026-11-03T02:40:00.000Z {"views":12050'.slice(0, 38),
    ]);
  });

  test('do not lack the hour because one date is none', async () => {
    const file = (date: string) =>
      csv([
        ['Video title', 'Video link', 'Post time', 'Total views'],
        ['Uno', 'https://tiktok.com/@a/video/73012345678', '2026-11-03 10:00', 5],
        ['Dos', 'https://tiktok.com/@a/video/73012345679', date, 5],
      ]);
    expect((await shortly(Buffer.from(file('sin fecha')))).notes).toEqual([]);
    expect((await shortly(Buffer.from(file('2026-11-04')))).notes).toEqual(['hour_unknown']);
  });
});
