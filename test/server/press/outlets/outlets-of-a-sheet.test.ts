import { describe, expect, test } from 'vitest';
import { callerAs } from '../../../support/house.ts';
import { finish, previewAs, textFile } from '../../../support/sheet-file.ts';
import { pageRate, piece } from '../press-records.ts';
import { asked, figures, openOffice } from './outlet-records.ts';

describe('outlets of a spreadsheet', () => {
  const file = textFile('medios.csv', [
    'Medio;Tipo de medio;Municipio',
    'El Colombiano;Radio;Medellín',
    'Minuto 30;Prensa;Medellín',
    'Nuevo;Televisión;Medellín',
  ]);

  async function openImport() {
    const office = await openOffice();
    const { house, press } = office;
    const minuto = await press.createOutlet({ name: 'Minuto 30', medium: 'digital' });
    await press.createRate(pageRate(minuto.id));
    await press.createClipping(piece(minuto.id, { title: 'La del portal' }));
    const { imports } = callerAs(house, 'press');
    const { import: seen } = await previewAs(imports, file, { target: 'outlets' });
    const id = seen?.id ?? '';
    return { ...office, imports, id, seen };
  }

  test('say before they are written what they would move, of all of them together', async () => {
    const { house, imports, id, seen } = await openImport();
    const before = await figures(house);
    expect(seen).toMatchObject({
      added: 1,
      changed: 2,
      reach: {
        outlets: ['El Colombiano', 'Minuto 30'],
        appearances: 4,
        months: ['2026-10', '2026-11'],
      },
    });
    const write = async () => finish(await imports.writeSheetImport({ id }));
    expect(await asked(write())).toEqual(seen?.reach);
    expect(await figures(house)).toEqual(before);
  });

  test('take them along, and give all back when the import is undone', async () => {
    const { house, press, imports, id, seen, rate, outletId } = await openImport();
    const before = await figures(house);
    const reach = { seal: seen?.reach?.seal ?? '', follows: true };
    await finish(await imports.writeSheetImport({ id, reach }));
    const { clippings } = await figures(house);
    expect(clippings.filter(({ channel }) => channel === 'press')).toHaveLength(1);
    expect(await press.listRevaluations({})).toMatchObject({ total: 2 });
    await press.updateRate({ at: rate, fields: pageRate(outletId, { priceCop: 36_800_000 }) });

    await finish(await imports.undoSheetImport({ id }));
    expect(await figures(house)).toEqual(before);
    expect((await press.listOutlets({})).rows).toMatchObject([
      { name: 'El Colombiano', medium: 'press', town: null },
      { name: 'Minuto 30', medium: 'digital', town: null },
    ]);
    const { rows } = await press.listRevaluations({});
    expect(rows.map(({ undoneBy }) => undoneBy)).toEqual(['Persona press', 'Persona press']);
  });

  test('leave them where so chosen, and undoing asks only about what came since', async () => {
    const { house, press, imports, id, seen, outletId } = await openImport();
    const before = await figures(house);
    const { seal = '' } = seen?.reach ?? {};
    await finish(await imports.writeSheetImport({ id, reach: { seal, follows: false } }));
    expect(await figures(house)).toEqual(before);

    await press.createClipping(piece(outletId, { title: 'La de hoy' }));
    const undo = async (reach?: { seal: string; follows: boolean }) =>
      finish(await imports.undoSheetImport({ id, ...(reach ? { reach } : {}) }));
    const again = await asked(undo());
    expect(again).toMatchObject({ outlets: ['El Colombiano'], appearances: 1 });
    await undo({ seal: again.seal, follows: true });
    const { clippings } = await figures(house);
    expect(clippings.filter(({ channel }) => channel === 'press')).toHaveLength(4);
  });
});
