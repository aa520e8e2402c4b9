import { randomBytes } from 'node:crypto';
import { CFB, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../server/imports/open-file.ts';
import { archive } from '../../support/archive.ts';
import { csv } from '../../support/export-files.ts';
import { failureOf } from '../../support/house.ts';
import { readExport } from '../../support/read-export.ts';

/** A workbook that only opens with a password. */
function lockedWorkbook(): Buffer {
  const parts = CFB.utils.cfb_new();
  CFB.utils.cfb_add(parts, '/EncryptionInfo', Buffer.alloc(64));
  CFB.utils.cfb_add(parts, '/EncryptedPackage', Buffer.alloc(4_096));
  return CFB.write(parts, { type: 'buffer' }) as Buffer;
}

describe('a file that is no export', () => {
  const refusal = async (bytes: Buffer) => failureOf(openFile(bytes));
  const template = csv([
    ['Página', 'Métrica', 'Día', 'Valor'],
    ['a', 'Seguidores', '2026-11-01', 5],
  ]);
  const workbook = () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['x'], ['y']]), 'Hoja');
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };

  test.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\ufeff \r\n')],
    ['not_a_table', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), randomBytes(2_000)])],
    ['not_a_table', Buffer.from('%PDF-1.7 …')],
    ['not_a_table', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7) % 32))],
    ['not_a_table', archive('foto.txt', Buffer.from('hola'))],
    ['web_page', Buffer.from('<!doctype html><html><body>Inicie sesión</body></html>')],
    ['web_page', Buffer.from('\n <table><tr><td>Date</td></tr></table>')],
    ['cut_short', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['old_workbook', lockedWorkbook()],
    ['not_recognised', Buffer.from('uno,dos\n1,2\n')],
    ['not_recognised', workbook()],
    ['cut_short', Buffer.from(template.slice(0, -3))],
    ['cut_short', workbook().subarray(0, 900)],
    ['swollen_archive', archive('xl/workbook.xml', Buffer.alloc(200 * 1024 * 1024), 10)],
    ['too_large', Buffer.alloc(33 * 1024 * 1024, 'a')],
    [
      'too_many_rows',
      Buffer.from(`Page,Metric,Day,Value\n${'a,posts,2026-01-01,1\n'.repeat(60_001)}`),
    ],
  ])('is refused: %s', async (reason, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ code: 'file_refused', reason });
  });

  test('and any bytes at all end in a refusal or in rows, never otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
          fc.nat({ max: 60 }).map((cut) => Buffer.from(template).subarray(0, cut)),
          fc.tuple(fc.nat({ max: 3_000 }), fc.nat({ max: 255 })).map(([at, byte]) => {
            const bytes = Buffer.from(workbook());
            bytes[at % bytes.length] = byte;
            return bytes;
          }),
        ),
        async (bytes) => {
          const outcome = await readExport(bytes).then(
            () => ({ code: 'read' }),
            (error: { failure?: { code: string } }) => error.failure ?? error,
          );
          expect(outcome).toMatchObject({ code: expect.stringMatching(/^(read|file_refused)$/) });
        },
      ),
      { numRuns: 120 },
    );
  });
});
