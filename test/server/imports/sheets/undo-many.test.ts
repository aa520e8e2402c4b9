import { expect, test } from 'vitest';
import type { OutputItemFields } from '../../../../shared/output/schemas.ts';
import { countingReads } from '../../../support/counting-reads.ts';
import { auditOf, callerAs, makeHouse } from '../../../support/house.ts';
import { finish, importAs, textFile } from '../../../support/sheet-file.ts';

const heading = 'Fecha;Tipo;Título;Responsable;Notas';

/** Pieces of a sheet over some months; those of an even number may have been there before. */
const lineOf = (at: number) =>
  `${10 + (at % 19)}/0${1 + (at % 9)}/2026;Pieza gráfica;Pieza ${at};Persona ${at % 5};De la hoja`;

const dayOf = (at: number) => `2026-0${1 + (at % 9)}-${10 + (at % 19)}`;

const seenOf = ({ version, updatedAt, updatedBy, ...seen }: Record<string, unknown>) => seen;

/** What people see of an office: its items, and the months in every matrix. */
async function officeOf({ output }: ReturnType<typeof callerAs>) {
  const year = { from: '2026-01', to: '2026-12' };
  const { rows } = await output.listItems({ pageSize: 200 });
  const { cells } = await output.readMonthMatrix(year);
  const by = await output.readMonthMatrix({ ...year, by: 'responsible' } as typeof year);
  const items = rows.map((row) => seenOf({ ...row }));
  items.sort((one, other) => String(one.id).localeCompare(String(other.id)));
  return { items, cells, by: by.cells };
}

test('an import undone leaves the office as it was, in statements that do not grow with its rows', async () => {
  const statements: number[] = [];
  for (const count of [20, 160]) {
    const { house, reads } = countingReads(await makeHouse());
    const caller = callerAs(house, 'coordinator');
    for (let at = 0; at < 20; at += 2) {
      const fields: OutputItemFields = {
        kind: 'graphic_piece',
        title: `Pieza ${at}`,
        day: dayOf(at),
        responsible: at % 4 === 0 ? 'Otra persona' : null,
      } as OutputItemFields;
      await caller.output.createItem(fields);
    }
    const before = await officeOf(caller);
    const lines = Array.from({ length: count }, (_, at) => lineOf(at));
    const answers = { dayOrder: 'day_first' as const };
    const file = textFile('piezas.csv', [heading, ...lines]);
    const { made } = await importAs(caller.imports, file, { answers });
    expect(made).toMatchObject({ added: count - 10, changed: 10, wrong: 0 });
    expect(await officeOf(caller)).not.toEqual(before);
    reads.statements = 0;
    await finish(await caller.imports.undoSheetImport({ id: made.id }));
    statements.push(reads.statements);
    expect(await officeOf(caller)).toEqual(before);
    const [first] = before.items;
    expect(await auditOf(house, String(first?.id))).toMatchObject([
      { action: 'create' },
      { action: 'update' },
      { action: 'update' },
    ]);
  }
  const [few = 0, many = 0] = statements;
  expect(few).toBeGreaterThan(5);
  expect(many - few).toBeLessThan(10);
});
