import { describe, expect, test } from 'vitest';
import type { TargetId } from '../../../../shared/imports/sheets/targets/list-targets.ts';
import { countingReads } from '../../../support/counting-reads.ts';
import { callerAs, makeHouse } from '../../../support/house.ts';
import { finish, previewAs, textFile } from '../../../support/sheet-file.ts';

/** A list of the office that comes in by name: its headings, and what a row says at first and later. */
const lists: Partial<Record<TargetId, { head: string; rest: [string, string] }>> = {
  outlets: { head: 'Medio;Tipo de medio', rest: ['Radio', 'Prensa'] },
  places: { head: 'Lugar;Tipo de lugar', rest: ['Vereda', 'Barrio'] },
};

const names = Object.keys(lists) as (keyof typeof lists)[];
const sizes = [20, 40, 60];

/** What writing a file of so many rows asks of the database, at first and once each row changes. */
async function readsOf(target: TargetId, size: number) {
  const { house, reads } = countingReads(await makeHouse());
  const { imports } = callerAs(house, 'admin');
  const { head = '', rest = ['', ''] } = lists[target] ?? {};
  const write = async (word: string) => {
    const lines = Array.from({ length: size }, (_, at) => `Nombre ${at};${word}`);
    const file = textFile('lista.csv', [head, ...lines]);
    const { import: seen } = await previewAs(imports, file, { target });
    const before = { ...reads };
    await finish(await imports.writeSheetImport({ id: seen?.id ?? '' }));
    const { added, changed } = seen ?? {};
    const statements = reads.statements - before.statements;
    return { added, changed, statements, rows: reads.rows - before.rows };
  };
  return { created: await write(rest[0]), updated: await write(rest[1]) };
}

describe('bringing in a list', () => {
  test.each(names)(
    'of %s asks as much for each row of a long one as of a short one',
    async (target) => {
      const [short, middle, long] = await Promise.all(sizes.map((size) => readsOf(target, size)));
      for (const way of ['created', 'updated'] as const) {
        const [one, two, three] = [short?.[way], middle?.[way], long?.[way]];
        expect(way === 'created' ? three?.added : three?.changed).toBe(60);
        for (const what of ['statements', 'rows'] as const) {
          const step = (two?.[what] ?? 0) - (one?.[what] ?? 0);
          expect({ way, what, step: (three?.[what] ?? 0) - (two?.[what] ?? 0) }).toEqual({
            ...{ way, what, step },
          });
          expect(step).toBeGreaterThan(0);
        }
      }
    },
  );
});
