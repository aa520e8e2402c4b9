import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../../support/house.ts';
import { finish, importAs, previewAs, textFile } from '../../../support/sheet-file.ts';

const tariff = textFile('tarifario 2026.csv', [
  'Tarifas vigentes;;;;;;;',
  'Medio;Formato;Se cobra;Cantidad;Precio;IVA;Desde;Soporte;Documento',
  'La Tarde;Impreso;Media página;;$ 3.500.000;19 %;15/01/2026;Tarifario publicado;Tarifario p. 3',
  'La Tarde;Impreso;Por área de página;1500;6 millones;0,19;15/01/2026;;',
  'Emisora Uno;Radio;Segundos;30;$ 120.000;;15/01/2026;Cotización;Cotización 12',
]);

async function openPress() {
  const house = await makeHouse();
  const { imports, press } = callerAs(house, 'press');
  await press.createOutlet({ name: 'La Tarde', medium: 'press' });
  await press.createOutlet({ name: 'Emisora Uno', medium: 'radio' });
  return { house, imports, press };
}

describe('a spreadsheet of rates', () => {
  test('comes in with its prices, its days and what supports it, and undone leaves none', async () => {
    const { imports, press } = await openPress();
    const { made } = await importAs(imports, tariff);
    expect(made).toMatchObject({ target: 'rates', added: 3, wrong: 0 });
    const { rows } = await press.listRates({});
    const seen = rows
      .map(({ outletName, unit, unitQuantity, priceCop, vatRate, sourceType }) =>
        [outletName, unit, unitQuantity, priceCop, vatRate, sourceType].join(' '),
      )
      .sort();
    expect(seen).toEqual([
      'Emisora Uno second 30 120000 0.19 quotation',
      'La Tarde page_1_2 1 3500000 0.19 published_tariff',
      'La Tarde page_area 1500 6000000 0.19 unsupported',
    ]);
    expect((await previewAs(imports, tariff)).import).toMatchObject({ added: 0, same: 3 });
    await finish(await imports.undoSheetImport({ id: made.id }));
    expect((await press.listRates({})).total).toBe(0);
  });

  test('takes a figure that is said of all its rows as it stands, whatever its decimals', async () => {
    const { imports, press } = await openPress();
    const lines = ['Medio;Formato;Se cobra', 'La Tarde;Impreso;Por área de página'];
    const defaults = { priceCop: 1_560_000, unitQuantity: 1500.5, validFrom: '2026-01-15' };
    const { made } = await importAs(imports, textFile('tarifario.csv', lines), { defaults });
    expect(made).toMatchObject({ target: 'rates', added: 1, wrong: 0 });
    const { rows } = await press.listRates({});
    expect(rows).toMatchObject([{ priceCop: 1_560_000, unitQuantity: '1500.5' }]);
  });

  test('says which of them hold on the days of another', async () => {
    const { imports } = await openPress();
    await importAs(imports, tariff);
    const more = textFile('tarifario.csv', [
      'Medio;Formato;Se cobra;Precio;Desde',
      'La Tarde;Impreso;Media página;$ 4.000.000;20/06/2026',
      'La Tarde;Impreso;Nota;$ 400.000;20/06/2026',
      'La Tarde;Impreso;Nota;$ 500.000;21/06/2026',
      'Emisora Uno;Radio;Página;$ 500.000;21/06/2026',
    ]);
    const { import: made } = await previewAs(imports, more);
    expect(made).toMatchObject({ added: 1, wrong: 3 });
    const { rows } = await imports.listSheetRows({ id: made?.id ?? '', standing: 'wrong' });
    expect(rows.flatMap(({ problems }) => problems)).toMatchObject([
      { column: 'validFrom', rule: 'overlaps_rate', said: '2026-01-15' },
      { column: 'validFrom', rule: 'overlaps_rate', said: '2026-06-20' },
      { column: 'unit', rule: 'unit_of_format' },
    ]);
  });
});

async function openSocial() {
  const house = await makeHouse();
  const { imports, social } = callerAs(house, 'admin');
  const page = { network: 'facebook' as const, departmentId: null };
  const mayor = await social.createPage({ ...page, handle: 'alcaldia', title: 'Alcaldía' });
  const culture = await social.createPage({ ...page, handle: 'cultura', title: 'Cultura' });
  return { house, imports, social, mayor, culture };
}

const snapshotsOf = ({ house }: Awaited<ReturnType<typeof openSocial>>) =>
  house.database.db
    .selectFrom('snapshot')
    .select(['pageId', 'metric', 'day', 'source', 'value', 'precision'])
    .orderBy('day')
    .orderBy('value')
    .execute();

describe('a spreadsheet of followers', () => {
  test('with days down and pages along comes in as readings of a file, a gap where a cell says nothing', async () => {
    const office = await openSocial();
    const { imports, mayor, culture, house } = office;
    const file = textFile('seguidores.csv', [
      'Fecha;Alcaldía;Cultura',
      '31/01/2026;24.591;15,8 mil',
      '28/02/2026;24.700;-',
    ]);
    const { made } = await importAs(imports, file);
    expect(made).toMatchObject({ target: 'followers', added: 3, wrong: 0 });
    const figure = { metric: 'followers', source: 'import' };
    expect(await snapshotsOf(office)).toEqual([
      { ...figure, pageId: culture.id, day: '2026-01-31', value: 15_800, precision: 'rounded' },
      { ...figure, pageId: mayor.id, day: '2026-01-31', value: 24_591, precision: 'exact' },
      { ...figure, pageId: mayor.id, day: '2026-02-28', value: 24_700, precision: 'exact' },
    ]);
    expect((await previewAs(imports, file)).import).toMatchObject({ added: 0, same: 3 });
    expect(await auditOf(house, 'many')).toMatchObject([{ action: 'import' }]);
    await finish(await imports.undoSheetImport({ id: made.id }));
    expect(await snapshotsOf(office)).toEqual([]);
  });

  test('changes what it says anew, and undone it is what it was', async () => {
    const office = await openSocial();
    const { imports } = office;
    const lines = ['Fan page;Fecha;Seguidores', 'alcaldia;31/01/2026;100'];
    const { made: first } = await importAs(imports, textFile('uno.csv', lines));
    const second = textFile('dos.csv', [...lines.slice(0, 1), 'alcaldia;31/01/2026;120']);
    const { made } = await importAs(imports, second);
    expect(made).toMatchObject({ changed: 1 });
    expect(await snapshotsOf(office)).toMatchObject([{ value: 120 }]);
    // What another import changed since stays as that one left it.
    const steps = await finish(await imports.undoSheetImport({ id: first.id }));
    expect(steps.at(-1)).toMatchObject({ import: { kept: 1 } });
    await finish(await imports.undoSheetImport({ id: made.id }));
    expect(await snapshotsOf(office)).toMatchObject([{ value: 100 }]);
  });

  test('of days to come, or of pages nobody knows, is told so in the cell', async () => {
    const { imports } = await openSocial();
    const file = textFile('seguidores.csv', [
      'Fan page;Fecha;Seguidores',
      'alcaldia;31/12/2026;100',
      'otra;31/01/2026;100',
    ]);
    const { import: made } = await previewAs(imports, file);
    const { rows } = await imports.listSheetRows({ id: made?.id ?? '' });
    expect(rows.flatMap(({ problems }) => problems)).toMatchObject([
      { column: 'day', rule: 'day_to_come' },
      { column: 'pageId', rule: 'unknown_page', said: 'otra' },
    ]);
  });

  test('is refused to the press team', async () => {
    const { house } = await openSocial();
    const file = textFile('s.csv', ['Fan page;Fecha;Seguidores', 'alcaldia;31/01/2026;100']);
    const refused = previewAs(callerAs(house, 'press').imports, file, { target: 'followers' });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });
});
