import { describe, expect, test } from 'vitest';
import { callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { finish, importAs, previewAs, textFile } from '../../../support/sheet-file.ts';

const file = textFile('apariciones.csv', [
  'Fecha;Medio;Titular;Formato;Segundos;Ancho;Alto;Tono;Tema',
  '15/10/2026;La Tarde;Feria del libro;Prensa;;12,5;20;Positivo;Cultura',
  '16/10/2026;La Tarde;Feria del libro;Prensa;;;;Neutro;Cultura',
  '17/10/2026;Emisora Uno;Habla la alcaldesa;Radio;90;;;;',
]);

async function openPress() {
  const house = await makeHouse();
  const { imports, press } = callerAs(house, 'press');
  const tarde = await press.createOutlet({ name: 'La Tarde', medium: 'press' });
  await press.createOutlet({ name: 'Emisora Uno', medium: 'radio' });
  await press.createRate({
    outletId: tarde.id,
    format: 'print',
    unit: 'page_area',
    unitQuantity: '1500',
    priceCop: 3_000_000,
    validFrom: '2026-01-01',
    sourceType: 'published_tariff',
    sourceReference: 'Tarifario 2026',
  });
  return { house, imports, press };
}

describe('a spreadsheet of appearances', () => {
  test('comes in with each valued as if it were logged by hand, and undone leaves no value', async () => {
    const { house, imports, press } = await openPress();
    const { made } = await importAs(imports, file);
    expect(made).toMatchObject({ target: 'clippings', added: 3, wrong: 0 });
    const { rows } = await press.listClippings({});
    expect(
      rows.map(({ day, title, tone, valueCop }) => [day, title, tone, valueCop]).reverse(),
    ).toEqual([
      ['2026-10-15', 'Feria del libro', 'positive', 500_000],
      ['2026-10-16', 'Feria del libro', 'neutral', null],
      ['2026-10-17', 'Habla la alcaldesa', null, null],
    ]);
    const [latest] = rows;
    expect(await press.readClipping({ id: latest?.id ?? '' })).toMatchObject({
      entry: 'import',
      measures: { unit: 'second', seconds: '90' },
    });
    await finish(await imports.undoSheetImport({ id: made.id }));
    const { press: seen } = callerAs(house, 'viewer');
    expect((await seen.listClippings({})).total).toBe(0);
    const october = await seen.readMonthlyValue({ from: '2026-10', to: '2026-10' });
    expect(october.rows.filter(({ count }) => count > 0)).toEqual([]);
  });

  test('read again changes nothing, and keeps the size that a shorter sheet does not have', async () => {
    const { imports, press } = await openPress();
    await importAs(imports, file);
    expect((await previewAs(imports, file)).import).toMatchObject({ added: 0, same: 3 });
    const shorter = textFile('temas.csv', [
      'Fecha;Medio;Titular;Formato;Tema',
      '17/10/2026;Emisora Uno;Habla la alcaldesa;Radio;Gobierno',
    ]);
    expect((await importAs(imports, shorter)).made).toMatchObject({ changed: 1 });
    const [latest] = (await press.listClippings({})).rows;
    expect(await press.readClipping({ id: latest?.id ?? '' })).toMatchObject({
      topic: 'Gobierno',
      measures: { unit: 'second', seconds: '90' },
    });
  });

  test('says which outlet nobody knows and which size its format does not have', async () => {
    const { imports } = await openPress();
    const wrong = textFile('apariciones.csv', [
      'Fecha;Medio;Titular;Formato;Segundos',
      '15/10/2026;El Diario;Feria;Prensa;',
      '15/10/2026;La Tarde;Feria;Prensa;90',
    ]);
    const { import: made } = await previewAs(imports, wrong);
    const { rows } = await imports.listSheetRows({ id: made?.id ?? '', standing: 'wrong' });
    expect(rows.flatMap(({ problems }) => problems)).toMatchObject([
      { column: 'outletId', rule: 'unknown_outlet', said: 'El Diario' },
      { column: 'format', rule: 'unit_of_format', said: 'Prensa' },
    ]);
  });

  test('is taken by the press team for what is theirs, whatever else it looks like', async () => {
    const { house } = await openPress();
    const lines = ['Fecha;Título;Medio', '15/10/2026;Feria;La Tarde'];
    const sheet = textFile('hoja.csv', lines);
    const plan = await callerAs(house, 'press').imports.planSheet({ file: sheet });
    expect(plan.targetId).toBe('clippings');
    const other = textFile('hoja.csv', ['Fecha;Tipo;Título;Lugar', '15/10/2026;Evento;Feria;']);
    expect(await callerAs(house, 'press').imports.planSheet({ file: other })).toMatchObject({
      targetId: 'clippings',
    });
    expect(await callerAs(house, 'coordinator').imports.planSheet({ file: other })).toMatchObject({
      targetId: 'output_items',
    });
  });

  test('is refused to who only looks', async () => {
    const { house } = await openPress();
    const { imports } = callerAs(house, 'viewer');
    expect(await failureOf(previewAs(imports, file))).toMatchObject({ code: 'role_not_allowed' });
  });
});
