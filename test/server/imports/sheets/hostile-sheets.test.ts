import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSheets } from '../../../../server/files/open-sheets.ts';
import { archive } from '../../../support/archive.ts';
import { callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { previewAs, sheetFormats } from '../../../support/sheet-file.ts';

const limits = {
  largestBytes: 4 * 1024 * 1024,
  largestUnpackedBytes: 8 * 1024 * 1024,
  mostRows: 2_000,
  mostColumns: 40,
};

const open = (bytes: Buffer) => openSheets(bytes, limits);

const fixture = (format: string) =>
  readFileSync(new URL(`../../../fixtures/sheets/3.2-free-press.${format}`, import.meta.url));

function bookOf(rows: unknown[][], change: (book: WorkBook) => void = () => undefined): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Datos');
  change(book);
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const workbookXml = (body: string) =>
  Buffer.from(`<?xml version="1.0"?>${body}<workbook><sheets/></workbook>`);
describe('a file that is no table', () => {
  test.each([
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\ufeff\r\n \r\n')],
    ['empty', bookOf([])],
    ['not_a_table', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), randomBytes(3_000)])],
    ['not_a_table', Buffer.from('%PDF-1.7 …')],
    ['not_a_table', archive('word/document.xml', Buffer.from('<w/>'))],
    ['web_page', Buffer.from('<!doctype html><table><tr><td>Mes</td></tr></table>')],
    ['cut_short', fixture('xlsx').subarray(0, 3_000)],
    ['cut_short', fixture('ods').subarray(0, 3_000)],
    ['cut_short', fixture('xls').subarray(0, 700)],
    ['cut_short', Buffer.from('Mes;Valor\nEnero;"12')],
    ['swollen_archive', archive('xl/workbook.xml', Buffer.alloc(20 * 1024 * 1024), 10)],
    ['swollen_archive', archive('content.xml', Buffer.alloc(20 * 1024 * 1024), 10)],
    ['too_large', Buffer.alloc(5 * 1024 * 1024, 'a')],
    ['too_many_rows', Buffer.from('a;b\n'.repeat(2_001))],
    ['too_many_rows', bookOf(Array.from({ length: 2_001 }, (_, at) => [at]))],
  ])('is refused: %s', async (reason, bytes) => {
    expect(await failureOf(open(bytes))).toMatchObject({ code: 'file_refused', reason });
  });

  test.each([...sheetFormats])(
    'damaged in any byte of its .%s, ends in a refusal or in rows, and soon',
    async (format) => {
      const whole = fixture(format);
      const damage = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
      await fc.assert(
        fc.asyncProperty(
          fc.array(damage, { minLength: 1, maxLength: 12 }),
          fc.option(fc.nat({ max: whole.length })),
          async (changes, cut) => {
            const bytes = Buffer.from(whole);
            for (const [at, byte] of changes) bytes[at] = byte;
            const outcome = await open(bytes.subarray(0, cut ?? bytes.length)).then(
              () => ({ code: 'read' }),
              (error: { failure?: { code: string } }) => error.failure ?? error,
            );
            expect(outcome).toMatchObject({ code: expect.stringMatching(/^(read|file_refused)$/) });
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

describe('a workbook', () => {
  test('has nothing of other files in it, whatever its parts refer to', async () => {
    const outside = workbookXml('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>');
    expect(await failureOf(open(archive('xl/workbook.xml', outside)))).toMatchObject({
      code: 'file_refused',
    });
    const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    const document = archive(
      'content.xml',
      Buffer.from(`<?xml version="1.0"?>${entity}<office:document/>`),
    );
    expect(await failureOf(open(document))).toMatchObject({ reason: 'not_a_table' });
  });

  test.each([
    ['in one cell', 1_048_576, 16_384, ''],
    ['behind a remark', 1_000, 1_000, '<!-- <table:table-row> -->'],
  ])(
    'that says %s that it goes on without end is refused before it is read',
    async (_, down, across, remark) => {
      const cell = `<table:table-cell table:number-columns-repeated="${across}"><text:p>a</text:p></table:table-cell>`;
      const row = `<table:table-row table:number-rows-repeated="${down}">${remark}${cell}</table:table-row>`;
      const refused = failureOf(open(archive('content.xml', Buffer.from(row))));
      expect(await refused).toMatchObject({ code: 'file_refused', reason: 'swollen_archive' });
    },
  );

  test('tells its hidden sheets, joined cells, formulas and failed cells', async () => {
    const bytes = bookOf(
      [
        ['Título', ''],
        ['a', 1],
      ],
      (book) => {
        const sheet = book.Sheets.Datos ?? {};
        sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
        sheet.B2 = { t: 'n', v: 3, f: '1+2' };
        sheet.B3 = { t: 'e', v: 23, w: '#REF!' };
        sheet['!ref'] = 'A1:B3';
        utils.book_append_sheet(book, utils.aoa_to_sheet([['b']]), 'Oculta');
        book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
      },
    );
    expect(await open(bytes)).toMatchObject([
      {
        name: 'Datos',
        isHidden: false,
        formulas: 1,
        merges: [{ fromLine: 1, toLine: 1, fromColumn: 0, toColumn: 1 }],
        rows: [
          { line: 1, cells: ['Título', ''] },
          { line: 2, cells: ['a', 3] },
          { line: 3, cells: ['', { error: '#REF!' }] },
        ],
      },
      { name: 'Oculta', isHidden: true },
    ]);
  });

  test('counts its days from 1900 or from 1904, and they are the same days', async () => {
    const day = new Date(Date.UTC(2020, 2, 15));
    for (const date1904 of [false, true]) {
      const book = utils.book_new();
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet([[day]], { cellDates: true, UTC: true }),
        'D',
      );
      book.Workbook = { WBProps: { date1904 } };
      const bytes = write(book, { type: 'buffer', bookType: 'xlsx', cellDates: false }) as Buffer;
      expect([date1904, (await open(bytes))[0]?.rows[0]?.cells]).toEqual([
        date1904,
        [{ day: '2020-03-15' }],
      ]);
    }
  });

  test('with macros is read for its cells alone: they are neither run nor kept', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['Mes', 'Valor'],
        ['Enero', 3],
      ]),
      'D',
    );
    book.vbaraw = randomBytes(2_000);
    const bytes = write(book, { type: 'buffer', bookType: 'xlsm', bookVBA: true }) as Buffer;
    expect(bytes.includes('vbaProject.bin')).toBe(true);
    const [sheet] = await open(bytes);
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['Mes', 'Valor'],
      ['Enero', 3],
    ]);
  });

  test('shows a share as its program does, and a formula that nothing worked out as no figure', async () => {
    const bytes = bookOf([['a', 'b', 'c']], ({ Sheets: { Datos = {} } }) => {
      Datos.A2 = { t: 'n', v: 0.8528, z: '0.00%' };
      Datos.B2 = { t: 'n', v: 0.8528, z: '0.00' };
      Datos.C2 = { t: 'z', f: 'SUM(A1:A2)' };
      Datos['!ref'] = 'A1:C2';
    });
    const [sheet] = await open(bytes);
    expect(sheet?.rows[1]?.cells.slice(0, 2)).toEqual(['85.28%', 0.8528]);
    expect(sheet?.rows[1]?.cells[2]).toEqual({ error: '=SUM(A1:A2)' });
    expect(sheet?.unworked).toBe(1);
  });

  test('has no more columns than are let in, and its cells stay text however they begin', async () => {
    const wide = Array.from({ length: 90 }, (_, at) => `c${at}`);
    const [sheet] = await open(bookOf([wide, ['=1+1', '@a', '0012', ' x ']]));
    expect(sheet?.rows[0]?.cells).toHaveLength(40);
    expect(sheet?.rows[1]?.cells).toEqual(['=1+1', '@a', '0012', ' x ']);
  });
});

describe('a file of another kind than its name says', () => {
  const text = Buffer.from('Fecha;Tipo;Título\n25/11/2026;Evento;Feria\n');
  test.each([
    ['eventos.xlsx', text],
    [
      'eventos.csv',
      bookOf([
        ['Fecha', 'Tipo', 'Título'],
        ['25/11/2026', 'Evento', 'Feria'],
      ]),
    ],
  ])('is read for what it is: %s', async (name, bytes) => {
    const { imports } = callerAs(await makeHouse(), 'coordinator');
    const made = (await previewAs(imports, { name, content: bytes.toString('base64') })).import;
    expect(made).toMatchObject({ target: 'output_items', added: 1, wrong: 0 });
  });

  test('leaves nothing behind when it is refused, and cells that failed are wrong in their row', async () => {
    const house = await makeHouse();
    const { imports } = callerAs(house, 'coordinator');
    const cut = { name: 'e.xlsx', content: fixture('xlsx').subarray(0, 3_000).toString('base64') };
    expect(await failureOf(imports.planSheet({ file: cut }))).toEqual({
      code: 'file_refused',
      reason: 'cut_short',
    });
    expect(await imports.listSheetImports({})).toEqual({ rows: [], total: 0 });
    const failed = bookOf([['Fecha', 'Tipo', 'Título']], ({ Sheets: { Datos = {} } }) => {
      Datos.A2 = { t: 'e', v: 23, w: '#REF!' };
      Datos.B2 = { t: 's', v: 'Evento' };
      Datos.C2 = { t: 's', v: 'Feria' };
      Datos['!ref'] = 'A1:C2';
    });
    const file = { name: 'e.xlsx', content: failed.toString('base64') };
    const { import: made } = await previewAs(imports, file);
    expect(made).toMatchObject({ added: 0, wrong: 1 });
    const { rows } = await imports.listSheetRows({ id: made?.id ?? '' });
    expect(rows[0]?.problems).toMatchObject([{ column: 'day', rule: 'error_cell' }]);
  });
});

describe('a table of text', () => {
  test.each([
    ['Mes;Valor\nEnero;1,5\n', ['Enero', '1,5']],
    ['Mes,Valor\nEnero,"1,5"\n', ['Enero', '1,5']],
    ['Mes\tValor\nEnero\t1,5\n', ['Enero', '1,5']],
    ['sep=|\nMes|Valor\nEnero|1,5\n', ['Enero', '1,5']],
    ['\ufeffMes;Valor\r\nEnero;"dos\r\nlíneas"\r\n', ['Enero', 'dos\nlíneas']],
  ])('is parted by the sign that it uses: %j', async (text, cells) => {
    const [sheet] = await open(Buffer.from(text));
    expect(sheet?.rows.filter((row) => row.cells.length > 1).at(-1)?.cells).toEqual(cells);
  });

  test('saved by old programs is read with its accents', async () => {
    const [latin] = await open(Buffer.from('Medio;Año\nPeriódico;2020\n', 'latin1'));
    const [wide] = await open(Buffer.from('\ufeffMedio;Año\nPeriódico;2020\n', 'utf16le'));
    expect(latin?.rows[1]?.cells).toEqual(['Periódico', '2020']);
    expect(wide?.rows).toEqual(latin?.rows);
  });
});
