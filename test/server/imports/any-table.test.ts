import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, facebookHeadings, facebookRow, marked, utf16 } from '../../support/export-files.ts';
import { postsOf, readExport } from '../../support/read-export.ts';

describe('any table', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map((text) => text.replace(/[^\P{Cc}\n\t]/gu, ' '));
  const record = fc.record({ title: cell, value: fc.nat() });

  test('is read as it was written, whatever its encoding, separator, order and line breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom(utf16, marked, (text: string) => Buffer.from(text)),
        fc.shuffledSubarray(['Video title', 'Video link', 'Post time', 'Total views'], {
          minLength: 4,
        }),
        async (records, delimiter, encode, order) => {
          const rows = records.map(({ title, value }, at) => {
            const cells: Record<string, string | number> = {
              'Video title': title,
              'Video link': `https://tiktok.com/@a/video/${10_000_000 + at}`,
              'Post time': '2026-11-03 10:00',
              'Total views': value,
            };
            return order.map((name) => cells[name] ?? '');
          });
          const { posts } = await postsOf(encode(csv([order, ...rows], delimiter)));
          expect(posts).toMatchObject(
            records.map(({ title, value }) => ({
              text: title.trim() === '' ? '' : title.replace(/[\u00a0\u202f]/g, ' ').trim(),
              counts: { views: value },
            })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('says once what a file says twice, and leaves out what it says in two ways', async () => {
    const row = (day: string, value: number) => ['a', 'Seguidores', day, value];
    const file = csv([
      ['Página', 'Métrica', 'Día', 'Valor'],
      row('2026-11-01', 5),
      row('2026-11-01', 5),
      row('2026-11-02', 5),
      row('2026-11-02', 6),
    ]);
    expect((await readExport(Buffer.from(file))).items).toMatchObject([
      { line: 2, value: 5 },
      { line: 4, reason: 'repeated' },
      { line: 5, reason: 'repeated' },
    ]);
  });

  test('does not take the days of a post for its total', async () => {
    const day = (date: string, views: number) =>
      facebookRow({ 'Post ID': '9', 'Publish time': '11/03/2026 08:05', Date: date, Views: views });
    const onlyDays = csv([facebookHeadings, day('11/03/2026', 10), day('11/04/2026', 20)]);
    expect((await readExport(marked(onlyDays))).items).toMatchObject([
      { reason: 'days_of_post' },
      { reason: 'days_of_post' },
    ]);
    const withTotal = csv([facebookHeadings, day('11/03/2026', 10), day('Lifetime', 30)]);
    expect(await readExport(marked(withTotal))).toMatchObject({
      skipped: 1,
      items: [{ post: { counts: { views: 30 } } }],
    });
  });
});
