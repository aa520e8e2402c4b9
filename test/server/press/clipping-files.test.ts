import { read as readBook, utils } from '@e965/xlsx';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { addDays } from '../../../shared/calendar/day.ts';
import { as } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';
import { addColombiano, piece, pieceValue } from './press-records.ts';

const formula = '=HYPERLINK("http://mal.example";"ver")';

/** An office with 1.204 notes: one tries a formula, one has no rate, one is paid for and one is negative. */
async function fileMany() {
  const served = await serveHouse();
  const { outletId } = await addColombiano(served.house);
  const rows = Array.from({ length: 1_200 }, (_, index) =>
    piece(outletId, { day: addDays('2026-01-01', index % 300), title: `Nota ${index}` }),
  );
  const others = [
    piece(outletId, {
      day: '2026-11-20',
      title: formula,
      topic: '+57',
      notes: 'línea 1\nlínea "2"',
    }),
    piece(outletId, { day: '2025-12-31', title: '<b>Sin & tarifa</b>', tone: null }),
    piece(outletId, { day: '2026-11-19', title: 'Pauta', isPaid: true }),
    piece(outletId, { day: '2026-11-18', title: 'Crítica', tone: 'negative' }),
  ];
  await importClippings(as(served.house, 'press'), [...rows, ...others]);
  return { served, viewer: await served.signedIn('viewer') };
}

const address = (format: string, asked: unknown) =>
  `/export/clippings.${format}?input=${encodeURIComponent(JSON.stringify(asked))}`;

describe('the file of the appearances', () => {
  test('as CSV holds all that the filters find, in their order, and nothing that a spreadsheet runs', async () => {
    const { viewer } = await fileMany();
    const answer = await viewer.fetch(address('csv', {}));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="apariciones.csv"',
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const { data } = papaparse.parse<Record<string, string>>(bytes.toString().slice(1).trimEnd(), {
      header: true,
      delimiter: ';',
    });
    const total = data.pop();
    expect(total).toMatchObject({
      Fecha: 'Total',
      'Valor publicitario equivalente (referencial), pesos sin IVA': String(1_202 * pieceValue),
      Titular: 'Todos los tonos',
      'De ello, positivo y neutro, pesos sin IVA': String(1_201 * pieceValue),
    });
    expect(data).toHaveLength(1_204);
    const critical = data.find(({ Titular }) => Titular === 'Crítica');
    expect(critical?.['De ello, positivo y neutro, pesos sin IVA']).toBe('');
    expect(data[0]).toMatchObject({
      Fecha: '2026-11-20',
      Titular: `'${formula}`,
      Tema: "'+57",
      Notas: 'línea 1\nlínea "2"',
      Medio: 'El Colombiano',
      'Valor publicitario equivalente (referencial), pesos sin IVA': String(pieceValue),
      'Con evidencia': 'No',
    });
    expect(data[1]).toMatchObject({ Titular: 'Pauta', Valoración: 'No cuenta' });
    expect(data[1]?.['Con IVA, pesos']).toBe('');
    const last = data.at(-1);
    expect(last).toMatchObject({ Titular: '<b>Sin & tarifa</b>', Valoración: 'Sin valorar' });
    expect(last?.['Con IVA, pesos']).toBe('');
    expect(last?.Tono).toBe('Sin clasificar');
  });

  test('as a workbook holds real numbers, real days and plain texts', async () => {
    const { viewer } = await fileMany();
    const asked = { search: 'hyperlink', order: 'value_desc' };
    const answer = await viewer.fetch(address('xlsx', asked));
    const book = readBook(Buffer.from(await answer.arrayBuffer()), { cellDates: true });
    const sheet = book.Sheets.Apariciones ?? {};
    const [row, total, ...none] = utils.sheet_to_json<Record<string, unknown>>(sheet);
    expect(none).toEqual([]);
    expect(total).toMatchObject({ Fecha: 'Total' });
    expect(row).toMatchObject({
      Titular: formula,
      'Valor publicitario equivalente (referencial), pesos sin IVA': pieceValue,
      Notas: 'línea 1\nlínea "2"',
    });
    expect(JSON.stringify(row?.Fecha)).toMatch(/^"2026-11-20T/);
    expect(sheet.B2).toMatchObject({ t: 's', v: formula });
    expect(sheet.B2.f).toBeUndefined();
  });

  test('as a workbook holds every row, of whatever part', async () => {
    const { viewer } = await fileMany();
    const answer = await viewer.fetch(address('xlsx', { to: '2026-10-31', order: 'day_asc' }));
    const book = readBook(Buffer.from(await answer.arrayBuffer()));
    const rows = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.Apariciones ?? {});
    expect(rows.pop()).toMatchObject({ Fecha: 'Total' });
    expect(rows).toHaveLength(1_201);
    expect(rows[0]?.Titular).toBe('<b>Sin & tarifa</b>');
    expect(new Set(rows.map((row) => row.Identificador)).size).toBe(1_201);
  });

  test('is not for strangers, and says which filter is wrong', async () => {
    const { served, viewer } = await fileMany();
    expect((await served.visitor().fetch(address('csv', {}))).status).toBe(401);
    const wrong = await viewer.fetch(address('csv', { from: 'ayer' }));
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({
      error: {
        data: {
          failure: {
            code: 'invalid_input',
            fields: expect.arrayContaining([expect.objectContaining({ path: 'from' })]),
          },
        },
      },
    });
    expect((await viewer.fetch('/export/clippings.csv?input={')).status).toBe(400);
  });
});
