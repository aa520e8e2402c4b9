import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { finish, previewAs, textFile } from '../../support/sheet-file.ts';
import { addColombiano, changeOutlet, piece } from './press-records.ts';

const month = '2026-11';
const tally = { month, channel: 'press', count: 12, valueCop: 5_400_000, source: 'Tabla' } as const;
const refused = { code: 'total_and_records', month, kind: 'press' };

async function openOffice() {
  const house = await makeHouse();
  const { outletId, outlet } = await addColombiano(house);
  const { press } = callerAs(house, 'press');
  const count = async () => {
    const { totals } = await press.readMonthlyValue({ from: month, to: month });
    return totals.find(({ channel }) => channel === 'press')?.count ?? 0;
  };
  return { house, press, outletId, outlet, count };
}
type Office = Awaited<ReturnType<typeof openOffice>>;
type Way = (office: Office) => Promise<(countsBoth: boolean) => Promise<unknown>>;

const colombiano = { name: 'El Colombiano', medium: 'press' } as const;

/** Changes what an outlet is, and its appearances with it unless they are to stay. */
async function turn(
  press: Office['press'],
  id: string,
  fields: Parameters<Office['press']['updateOutlet']>[0]['fields'],
  how: { at?: { version: number }; countsBoth?: boolean; follows?: boolean } = {},
) {
  const { at: { version } = { version: 1 }, countsBoth = false, follows = true } = how;
  return changeOutlet(press, { at: { id, version }, fields, countsBoth }, follows);
}

/** Every way by which a total comes over one appearance of its month. */
const totals: Record<string, Way> = {
  'is added': async ({ press }) => {
    return (countsBoth) => press.createPressTally({ ...tally, countsBoth });
  },
  'is moved there': async ({ press }) => {
    const at = await press.createPressTally({ ...tally, month: '2026-10' });
    return (countsBoth) => press.updatePressTally({ at, fields: tally, countsBoth });
  },
  'is brought back': async ({ press, outletId }) => {
    const [row] = (await press.listClippings({})).rows;
    const gone = await press.removeClipping({ id: row?.id ?? '', version: row?.version ?? 0 });
    const at = await press.removePressTally(await press.createPressTally(tally));
    await press.restoreClipping(gone);
    expect(outletId).toBeDefined();
    return (countsBoth) => press.restorePressTally({ ...at, countsBoth });
  },
  'comes in a spreadsheet': async ({ house }) => {
    const { imports } = callerAs(house, 'press');
    const file = textFile('totales.csv', [
      'Mes;Canal;Apariciones;Valor',
      'noviembre 2026;Prensa;12;5400000',
    ]);
    const { import: made } = await previewAs(imports, file);
    expect(made).toMatchObject({
      target: 'press_tallies',
      bothCounted: [{ month, kind: 'press', records: 1, total: 12 }],
    });
    const id = made?.id ?? '';
    return async (countsBoth) => finish(await imports.writeSheetImport({ id, countsBoth }));
  },
};

/** Every way by which an appearance comes into a month that has a total. */
const records: Record<string, Way> = {
  'is logged': async ({ press, outletId }) => {
    return (countsBoth) => press.createClipping({ ...piece(outletId), countsBoth });
  },
  'is moved there': async ({ press, outletId }) => {
    const at = await press.createClipping(piece(outletId, { day: '2026-10-03' }));
    return (countsBoth) => press.updateClipping({ at, fields: piece(outletId), countsBoth });
  },
  'is brought back': async ({ press, outletId }) => {
    const [row] = (await press.listPressTallies({})).rows;
    const gone = await press.removePressTally({ id: row?.id ?? '', version: row?.version ?? 0 });
    const at = await press.removeClipping(await press.createClipping(piece(outletId)));
    await press.restorePressTally(gone);
    return (countsBoth) => press.restoreClipping({ ...at, countsBoth });
  },
  'is put back with its batch': async ({ press, outletId }) => {
    const [row] = (await press.listPressTallies({})).rows;
    const gone = await press.removePressTally({ id: row?.id ?? '', version: row?.version ?? 0 });
    const at = await press.createClipping(piece(outletId));
    const selection = { by: 'rows' as const, ats: [at] };
    const { id } = await press.editClippings({ selection, change: { isRemoved: true } });
    await press.restorePressTally(gone);
    return (countsBoth) => press.undoClippingBatch({ id, countsBoth });
  },
  'follows its outlet': async ({ press, outletId }) => {
    const at = await turn(press, outletId, { ...colombiano, medium: 'radio' });
    await press.createClipping(piece(outletId));
    return async (countsBoth) => turn(press, outletId, colombiano, { at, countsBoth });
  },
  'is no longer of an own channel': async ({ press, outletId }) => {
    const at = await turn(press, outletId, { ...colombiano, isOwnChannel: true });
    await press.createClipping(piece(outletId));
    return async (countsBoth) => turn(press, outletId, colombiano, { at, countsBoth });
  },
  'is put back with what followed its outlet': async ({ press, outletId }) => {
    const [row] = (await press.listPressTallies({})).rows;
    const gone = await press.removePressTally({ id: row?.id ?? '', version: row?.version ?? 0 });
    await press.createClipping(piece(outletId));
    await turn(press, outletId, { ...colombiano, medium: 'radio' });
    await press.restorePressTally(gone);
    const id = (await press.listRevaluations({})).rows[0]?.id ?? '';
    return (countsBoth) => press.undoRevaluation({ id, countsBoth });
  },
  'is valued again since its outlet is no own channel': async ({ press, outletId }) => {
    const at = await turn(press, outletId, { ...colombiano, isOwnChannel: true });
    await press.createClipping(piece(outletId));
    await turn(press, outletId, colombiano, { at, follows: false });
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const { seal } = await press.previewRevaluation(days);
    return (countsBoth) =>
      press.revalueClippings({ ...days, seal, reason: 'Ya no es propio', countsBoth });
  },
  'is put back with the medium that a spreadsheet changed': async ({ house, press, outletId }) => {
    const [row] = (await press.listPressTallies({})).rows;
    const gone = await press.removePressTally({ id: row?.id ?? '', version: row?.version ?? 0 });
    await press.createClipping(piece(outletId));
    const { imports } = callerAs(house, 'press');
    const file = textFile('medios.csv', ['Medio;Tipo de medio', 'El Colombiano;Radio']);
    const { import: made } = await previewAs(imports, file, { target: 'outlets' });
    const id = made?.id ?? '';
    const reach = { seal: made?.reach?.seal ?? '', follows: true };
    await finish(await imports.writeSheetImport({ id, reach }));
    await press.restorePressTally(gone);
    return async (countsBoth) => finish(await imports.undoSheetImport({ id, countsBoth }));
  },
  'comes in a spreadsheet': async ({ house }) => {
    const { imports } = callerAs(house, 'press');
    const file = textFile('notas.csv', [
      'Fecha;Medio;Titular;Formato;Tono',
      '15/11/2026;El Colombiano;Feria;Prensa;Positivo',
    ]);
    const { import: made } = await previewAs(imports, file);
    expect(made).toMatchObject({
      target: 'clippings',
      bothCounted: [{ month, kind: 'press', records: 1, total: 12 }],
    });
    const id = made?.id ?? '';
    return async (countsBoth) => finish(await imports.writeSheetImport({ id, countsBoth }));
  },
};

describe('a month of free press', () => {
  test.each(Object.keys(totals))(
    'asks before a total that %s counts beside its record',
    async (name) => {
      const office = await openOffice();
      await office.press.createClipping(piece(office.outletId));
      const call = await totals[name]?.(office);
      expect(await failureOf(call?.(false) ?? Promise.resolve())).toEqual({
        ...{ ...refused, records: 1, total: 12 },
      });
      expect(await office.count()).toBe(1);
      await call?.(true);
      expect(await office.count()).toBe(13);
      const [row] = (await office.press.listPressTallies({})).rows;
      expect(row).toMatchObject({ besideRecords: 1 });
      const at = { id: row?.id ?? '', version: row?.version ?? 0 };
      await office.press.updatePressTally({ at, fields: { ...tally, count: 11 } });
      expect(await office.count()).toBe(12);
    },
  );

  test.each(Object.keys(records))(
    'asks before a record that %s counts beside its total, and asks once',
    async (name) => {
      const office = await openOffice();
      const at = await office.press.createPressTally(tally);
      const call = await records[name]?.(office);
      expect(await failureOf(call?.(false) ?? Promise.resolve())).toEqual({
        ...{ ...refused, records: 1, total: 12 },
      });
      expect(await office.count()).toBe(12);
      await call?.(true);
      expect(await office.count()).toBe(13);
      expect((await auditOf(office.house, at.id)).at(-1)).toMatchObject({
        action: 'update',
        details: expect.stringContaining('besideRecords'),
      });
      await office.press.createClipping(piece(office.outletId, { title: 'Otra' }));
      expect(await office.count()).toBe(14);
    },
  );

  test('asks nothing of what counts nothing there: paid space, another channel, a month without records', async () => {
    const { press, outletId } = await openOffice();
    await press.createClipping(piece(outletId, { isPaid: true }));
    await press.createPressTally(tally);
    await press.createPressTally({ ...tally, channel: 'broadcast_digital' });
    await press.createClipping(piece(outletId, { isPaid: true }));
    await press.createPressTally({ ...tally, month: '2026-10' });
    expect(await press.listPressTallies({})).toMatchObject({ total: 3 });
  });
});
