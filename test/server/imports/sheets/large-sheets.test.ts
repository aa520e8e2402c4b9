import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { openSheets } from '../../../../server/files/open-sheets.ts';
import { readAside } from '../../../../server/imports/sheets/read-aside.ts';
import { callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { importAs } from '../../../support/sheet-file.ts';

const limits = {
  largestBytes: 4 * 1024 * 1024,
  largestUnpackedBytes: 24 * 1024 * 1024,
  mostRows: 20_000,
  mostColumns: 40,
};

const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/sheets/${name}`, import.meta.url));

/** A workbook of many pieces, no two of them alike. */
function manyPieces(count: number): Buffer {
  const rows: unknown[][] = [['Fecha', 'Tipo', 'Título', 'Lugar']];
  for (let at = 0; at < count; at += 1) {
    const day = new Date(Date.UTC(2020, at % 12, 1 + (at % 28)));
    rows.push([day, 'Pieza gráfica', `Pieza ${at}`, `Barrio ${at % 90}`]);
  }
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows, { cellDates: true, UTC: true });
  utils.book_append_sheet(book, sheet, 'Piezas');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

describe('a large spreadsheet', () => {
  test('is opened in a thread of its own while the server answers, and says the same', async () => {
    let answered = 0;
    const answering = setInterval(() => {
      answered += 1;
    }, 1);
    const bytes = manyPieces(2_000);
    const here = await openSheets(bytes, limits);
    answered = 0;
    const aside = await readAside({ bytes: new Uint8Array(bytes), limits });
    clearInterval(answering);
    expect(aside).toEqual({ sheets: here });
    expect(answered).toBeGreaterThan(5);
  });

  test('is read by the thread that looked at its first lines, as by one of its own', async () => {
    const bytes = manyPieces(2_000);
    const looked = await readAside({
      bytes: new Uint8Array(bytes),
      limits: { ...limits, firstRows: 5 },
    });
    expect(looked).toEqual({ sheets: await openSheets(bytes, { ...limits, firstRows: 5 }) });
    const whole = { sheets: await openSheets(bytes, limits) };
    const ready = readAside({ bytes: new Uint8Array(bytes), limits });
    const own = readAside({ bytes: new Uint8Array(bytes), limits });
    expect(await ready).toEqual(whole);
    expect(await own).toEqual(whole);
  });

  test('is refused there as it is here', async () => {
    const bytes = new Uint8Array(fixture('3.2-free-press.xlsx').subarray(0, 3_000));
    const refused = failureOf(readAside({ bytes, limits }));
    expect(await refused).toEqual({ code: 'file_refused', reason: 'cut_short' });
  });

  test('comes in whole, in more steps than one', async () => {
    const { imports, output } = callerAs(await makeHouse(), 'coordinator');
    const content = manyPieces(3_500).toString('base64');
    const { made, last } = await importAs(imports, { name: 'piezas.xlsx', content });
    expect(made).toMatchObject({ added: 3_500, wrong: 0 });
    expect(last).toMatchObject({ done: 3_500, import: { status: 'written' } });
    expect((await output.listItems({})).total).toBe(3_500);
  });
});
