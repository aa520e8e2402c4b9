import { describe, expect, test } from 'vitest';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { importAs, previewAs, sheetFixture } from '../../../support/sheet-file.ts';

const settled = {
  target: 'output_items' as const,
  defaults: { kind: 'Encuentro con la comunidad' },
};

describe('meetings of a spreadsheet', () => {
  test('are linked to the places of the list as the grid links them, and the rest is said', async () => {
    const house = await makeHouse();
    const { output, imports } = callerAs(house, 'coordinator');
    const place = (name: string) => output.createPlace({ name, placeType: 'sector' });
    const toledo = await place('SECTOR  TOLEDO');
    const juan = await place('barrio juan xxiii');
    const file = sheetFixture('encuentros-2021.csv');
    const { import: seen } = await previewAs(imports, file, settled);
    expect(seen?.notes).toContain('places_as_text');
    const { made } = await importAs(imports, file, settled);
    expect(made).toMatchObject({ wrong: 0 });
    const { rows } = await output.listItems({ from: '2021-01-01', to: '2021-01-31' });
    const linked = rows.filter(({ placeId }) => placeId !== null);
    expect(linked.map(({ placeId }) => placeId).sort()).toEqual([toledo.id, juan.id].sort());
    expect(rows.filter(({ placeId }) => placeId === null).every(({ place: text }) => text)).toBe(
      true,
    );
    const matrix = await output.readMatrix({ from: '2021-01', to: '2021-01', rows: 'place' });
    const count = matrix.cells.find(({ row }) => row === toledo.id)?.count;
    expect(count).toBe(1);
    const again = await importAs(imports, file, settled);
    expect(again.made).toMatchObject({ added: 0, changed: 0, wrong: 0 });
  });

  test('that were brought in before the list was kept are linked by bringing the file again', async () => {
    const house = await makeHouse();
    const { output, imports } = callerAs(house, 'coordinator');
    const file = sheetFixture('encuentros-2021.csv');
    await importAs(imports, file, settled);
    const toledo = await output.createPlace({ name: 'Sector Toledo', placeType: 'sector' });
    const { made } = await importAs(imports, file, settled);
    expect(made).toMatchObject({ added: 0, changed: 1 });
    const { total } = await output.listItems({ placeId: toledo.id });
    expect(total).toBe(1);
  });
});
