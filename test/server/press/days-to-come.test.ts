import { describe, expect, test } from 'vitest';
import { callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { previewAs, textFile } from '../../support/sheet-file.ts';
import { addColombiano, piece } from './press-records.ts';

const toCome = (path: string, rule: string) => ({
  code: 'invalid_input',
  fields: [{ path, rule, facts: {} }],
});

async function openOffice() {
  const house = await makeHouse();
  const { outletId } = await addColombiano(house);
  const { press, imports } = callerAs(house, 'press');
  return { house, press, imports, outletId };
}

describe('an appearance', () => {
  test('of a day to come in the office is refused, and one of today is taken', async () => {
    const { house, press, outletId } = await openOffice();
    // Ten at night in Bogotá: in UTC the next day has begun.
    house.setNow('2026-11-23T03:00:00Z');
    const tomorrow = piece(outletId, { day: '2026-11-23' });
    const refused = toCome('day', 'day_to_come');
    expect(await failureOf(press.createClipping(tomorrow))).toEqual(refused);
    const at = await press.createClipping(piece(outletId, { day: '2026-11-22' }));
    expect(await failureOf(press.updateClipping({ at, fields: tomorrow }))).toEqual(refused);
    expect(await press.listClippings({})).toMatchObject({ total: 1 });
  });

  test('that was stored with such a day can still be edited, and keeps it until it is mended', async () => {
    const { house, press, outletId } = await openOffice();
    const at = await press.createClipping(piece(outletId, { day: '2026-11-22' }));
    house.setNow('2026-11-20T15:00:00Z');
    const fields = piece(outletId, { day: '2026-11-22', title: 'Otro' });
    expect(await press.updateClipping({ at, fields })).toMatchObject({ version: 2 });
  });

  test('of a day to come is a wrong row of a spreadsheet, and a total of a month to come too', async () => {
    const { imports } = await openOffice();
    const rows = textFile('notas.csv', [
      'Fecha;Medio;Titular;Formato',
      '22/11/2026;El Colombiano;Hoy;Prensa',
      '23/11/2026;El Colombiano;Mañana;Prensa',
    ]);
    const { import: made } = await previewAs(imports, rows);
    expect(made).toMatchObject({ target: 'clippings', added: 1, wrong: 1 });
    const wrong = await imports.listSheetRows({ id: made?.id ?? '', standing: 'wrong' });
    expect(wrong.rows).toMatchObject([{ problems: [{ column: 'day', rule: 'day_to_come' }] }]);

    const months = textFile('totales.csv', [
      'Mes;Canal;Apariciones;Valor',
      'noviembre 2026;Prensa;12;5400000',
      'diciembre 2026;Prensa;12;5400000',
    ]);
    const { import: totals } = await previewAs(imports, months);
    expect(totals).toMatchObject({ target: 'press_tallies', added: 1, wrong: 1 });
  });

  test('and a total of a month to come is refused on the form', async () => {
    const { press } = await openOffice();
    const tally = { channel: 'press', count: 1, valueCop: null, source: 'Tabla' } as const;
    const refused = toCome('month', 'month_to_come');
    const at = await press.createPressTally({ ...tally, month: '2026-11' });
    const fields = { ...tally, month: '2026-12' };
    expect(await failureOf(press.createPressTally(fields))).toEqual(refused);
    expect(await failureOf(press.updatePressTally({ at, fields }))).toEqual(refused);
  });
});
