import { describe, expect, test } from 'vitest';
import { createDepartment } from '../../../server/accounts/save-department.ts';
import { keptHotQuery } from '../../../server/database/hot-query.ts';
import { as, isPostgres, makeHouse, openHouseAt, type TestHouse } from '../../support/house.ts';

/** A query of the departments named so, and how often the handle that reads was asked for them. */
function countedQuery({ database }: TestHouse) {
  const select = keptHotQuery<{ name: string }, [name: string]>((db) =>
    db.selectFrom('department').select('name').where('name', '=', 'named').compile(),
  );
  let asked = 0;
  const { reader } = database;
  if (reader) {
    const prepare = reader.prepare.bind(reader);
    reader.prepare = ((text: string) => {
      const statement = prepare(text);
      const all = statement.all.bind(statement);
      statement.all = (...parameters) => {
        asked += 1;
        return all(...parameters);
      };
      return statement;
    }) as typeof reader.prepare;
  }
  return { named: (name: string) => select(database, name), asked: () => asked };
}

describe('rows kept for as long as nobody writes', () => {
  test('are the stored ones after every write, of this process and of another', async () => {
    const house = await makeHouse();
    const other = await openHouseAt(house.place);
    const { named } = countedQuery(house);
    for (const writer of [house, other, other, house]) {
      const name = `Dependencia ${Math.random()}`;
      expect(await named(name)).toEqual([]);
      await createDepartment(as(writer, 'admin'), { name });
      expect(await named(name)).toEqual([{ name }]);
    }
  });

  test.skipIf(isPostgres)('are not asked for again, each by what it was asked with', async () => {
    const house = await makeHouse();
    const { named, asked } = countedQuery(house);
    await createDepartment(as(house, 'admin'), { name: 'Hacienda' });
    const both = async () => [await named('Hacienda'), await named('Salud')];
    expect(await both()).toEqual([[{ name: 'Hacienda' }], []]);
    expect(await both()).toEqual([[{ name: 'Hacienda' }], []]);
    expect(asked()).toBe(2);
    await createDepartment(as(house, 'admin'), { name: 'Salud' });
    expect(await both()).toEqual([[{ name: 'Hacienda' }], [{ name: 'Salud' }]]);
    expect(asked()).toBe(4);
  });
});
