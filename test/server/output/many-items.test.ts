import { describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const piece = (title: string) => ({
  kind: 'graphic_piece' as const,
  title,
  day: '2026-11-12',
  place: 'Parque principal',
  notes: 'Aprobada',
  details: { format: 'Afiche' },
});

async function withPieces() {
  const house = await makeHouse();
  const { output, accounts } = callerAs(house, 'coordinator');
  const ats = await output.createItems({ items: [piece('Uno'), piece('Dos'), piece('Tres')] });
  return { house, output, accounts, ats };
}

describe('many items at once', () => {
  test('change what is asked of them and nothing else, and each is in the audit', async () => {
    const { house, output, accounts, ats } = await withPieces();
    const department = await accounts.createDepartment({ name: 'Secretaría de Salud' });
    const change = { departmentId: department.id, responsible: 'Diana Diseño' };
    const after = await output.editItems({ edits: ats.map((at) => ({ at, change })) });
    expect(after).toEqual(ats.map(({ id }) => ({ id, version: 2 })));
    const { rows } = await output.listItems({ departmentId: department.id });
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row).toMatchObject({
        responsible: 'Diana Diseño',
        place: 'Parque principal',
        day: '2026-11-12',
        details: { format: 'Afiche' },
      });
      expect(await auditOf(house, row.id)).toMatchObject([{ action: 'update' }]);
    }
    expect(await output.readItem({ id: after[0]?.id ?? '' })).toMatchObject({ notes: 'Aprobada' });
  });

  test('are counted in the month that their new day is of', async () => {
    const { output, ats } = await withPieces();
    await output.editItems({ edits: ats.map((at) => ({ at, change: { day: '2026-10-01' } })) });
    const { cells } = await output.readMonthMatrix({ from: '2026-10', to: '2026-11' });
    const pieces = cells.filter(({ kind }) => kind === 'graphic_piece');
    expect(pieces.map(({ month, count }) => [month, count])).toEqual([['2026-10', 3]]);
  });

  test('are removed together and brought back together', async () => {
    const { output, ats } = await withPieces();
    const removed = await output.removeItems({ ats });
    expect((await output.listItems({})).total).toBe(0);
    await output.restoreItems({ ats: removed });
    expect((await output.listItems({})).total).toBe(3);
  });

  test('are all left as they were when one of them was changed meanwhile', async () => {
    const { output, ats } = await withPieces();
    const [first, ...others] = ats;
    const edits = [{ at: first ?? { id: '', version: 1 }, change: { responsible: 'Juan' } }];
    await output.editItems({ edits });
    const stale = [...others, ...ats.slice(0, 1)];
    expect(await failureOf(output.removeItems({ ats: stale }))).toMatchObject({
      code: 'record_changed',
    });
    expect((await output.listItems({})).total).toBe(3);
    const change = { departmentId: 'none' };
    const refused = output.editItems({ edits: others.map((at) => ({ at, change })) });
    expect(await failureOf(refused)).toMatchObject({ code: 'record_not_found' });
    expect((await output.listItems({ responsible: 'Juan' })).total).toBe(1);
  });

  test('are not for the press team to change', async () => {
    const { house, ats } = await withPieces();
    const { output } = callerAs(house, 'press');
    for (const attempt of [
      output.removeItems({ ats }),
      output.restoreItems({ ats }),
      output.editItems({ edits: ats.map((at) => ({ at, change: { responsible: null } })) }),
    ]) {
      expect(await failureOf(attempt)).toMatchObject({ code: 'role_not_allowed' });
    }
  });
});
