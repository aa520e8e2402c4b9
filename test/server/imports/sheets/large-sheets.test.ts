import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { importAs } from '../../../support/sheet-file.ts';

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
  test('comes in whole, in more steps than one', async () => {
    const { imports, output } = callerAs(await makeHouse(), 'coordinator');
    const content = manyPieces(3_500).toString('base64');
    const { made, last } = await importAs(imports, { name: 'piezas.xlsx', content });
    expect(made).toMatchObject({ added: 3_500, wrong: 0 });
    expect(last).toMatchObject({ done: 3_500, import: { status: 'written' } });
    expect((await output.listItems({})).total).toBe(3_500);
  });
});
