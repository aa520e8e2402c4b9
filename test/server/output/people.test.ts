import { describe, expect, test } from 'vitest';
import { callerAs, makeHouse } from '../../support/house.ts';
import { importAs, textFile } from '../../support/sheet-file.ts';

const piece = (title: string, responsible: string, day = '2026-10-05') => ({
  kind: 'graphic_piece' as const,
  day,
  title,
  responsible,
});

const october = { from: '2026-10', to: '2026-10' };

async function byPerson(output: ReturnType<typeof callerAs>['output']) {
  const matrix = await output.readMatrix({ ...october, rows: 'responsible' });
  return matrix.cells.map(({ row, count }) => [row, count]);
}

describe('people', () => {
  test('are one, however their name is typed: the form, the grid and sheets take the known way', async () => {
    const house = await makeHouse();
    const { output, imports } = callerAs(house, 'coordinator');
    await output.createItem(piece('Afiche', 'Julián Cano'));
    await output.createItem(piece('Volante', 'julian cano'));
    await output.createItems({ items: [piece('Pendón', 'JULIAN  CANO')] });
    const sheet = textFile('piezas.csv', [
      'Fecha;Título;Clase;Responsable',
      '2026-10-06;Valla;Pieza gráfica;Julian cano',
    ]);
    await importAs(imports, sheet, { target: 'output_items' });
    expect(await byPerson(output)).toEqual([['Julián Cano', 4]]);
    const found = await output.listItems({ responsible: 'julian cano' });
    expect(found.total).toBe(4);
    const again = await importAs(imports, sheet, { target: 'output_items' });
    expect(again.made).toMatchObject({ same: 1, changed: 0, added: 0 });
  });

  test('a name written better later is the one from then on, also where it stands already', async () => {
    const house = await makeHouse();
    const { output, accounts } = callerAs(house, 'coordinator');
    await output.createItem(piece('Afiche', 'monica perez'));
    await output.createItem(piece('Volante', 'Mónica Pérez'));
    expect(await byPerson(output)).toEqual([['Mónica Pérez', 2]]);
    expect((await accounts.listPeople({})).rows).toEqual(['Mónica Pérez']);
  });

  test('authors, spokespersons and who asks are remembered with them', async () => {
    const house = await makeHouse();
    const { press, output, accounts } = callerAs(house, 'coordinator');
    const outlet = await press.createOutlet({ name: 'La Tarde', medium: 'press' });
    await output.createItem(piece('Afiche', 'Julián Cano'));
    const made = await press.createClipping({
      outletId: outlet.id,
      day: '2026-10-05',
      format: 'print',
      title: 'Feria del libro',
      measures: { unit: 'note' },
      author: 'Ana Ruiz',
      spokesperson: 'julian cano',
    });
    expect(await press.readClipping({ id: made.id })).toMatchObject({
      author: 'Ana Ruiz',
      spokesperson: 'Julián Cano',
    });
    expect((await accounts.listPeople({})).rows).toEqual(['Ana Ruiz', 'Julián Cano']);
    const offered = await accounts.listPeople({ search: 'JULIAN ca' });
    expect(offered).toEqual({ rows: ['Julián Cano'], total: 1 });
  });
});
