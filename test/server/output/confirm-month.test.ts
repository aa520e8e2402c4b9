import { describe, expect, test } from 'vitest';
import { checkOutputRollup } from '../../../server/output/check-output-rollup.ts';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';
import { calendarFile } from '../../support/sheet-file.ts';

const october = { from: '2026-10', to: '2026-10' };
const fair = { kind: 'event' as const, title: 'Feria', day: '2026-10-09' };

async function confirm(house: TestHouse) {
  const { output } = callerAs(house, 'coordinator');
  const { stamp } = await output.readMonthProduction({ month: '2026-10' });
  return output.confirmMonth({ month: '2026-10', stamp });
}

async function cells(house: TestHouse) {
  const matrix = await callerAs(house, 'viewer').output.readMonthMatrix(october);
  return matrix.cells.map(({ kind, count }) => `${kind} ${count}`).sort();
}

describe('the output of a month', () => {
  test('confirmed is whole: what it has none of is 0, and unknown again once it is reopened', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    await output.createItem(fair);
    await output.createItem({ ...fair, title: 'Marcha', state: 'planned' });
    await output.createItem({ ...fair, title: 'Bingo', state: 'cancelled' });
    const tally = {
      month: '2026-10',
      kind: 'graphic_piece' as const,
      count: 33,
      source: 'Informe',
    };
    await output.createTally(tally);
    expect(await cells(house)).toEqual(['event 1', 'graphic_piece 33']);
    const { id } = await confirm(house);
    expect(await cells(house)).toEqual([
      'community_meeting 0',
      'event 1',
      'graphic_piece 33',
      'institutional_video 0',
      'photo_coverage 0',
      'print_run 0',
      'programme_episode 0',
    ]);
    expect(await checkOutputRollup(house)).toEqual([]);
    expect(await auditOf(house, id)).toMatchObject([
      { action: 'close', record: 'output_confirmation', actorName: 'Persona coordinator' },
    ]);
    const { state, revisions } = await output.readMonthProduction({ month: '2026-10' });
    expect(state).toMatchObject({ state: 'confirmed', revision: 1, by: 'Persona coordinator' });
    expect(revisions[0]?.totals?.[0]).toEqual({
      ...{ kind: 'event', done: 1, planned: 1, cancelled: 1, tally: null },
    });
    expect(await output.listMonthProductions(october)).toMatchObject([
      { month: '2026-10', state: 'confirmed', counted: 34, planned: 1, cancelled: 1 },
    ]);
    await output.reopenMonth({ month: '2026-10', reason: 'Faltó la marcha' });
    expect(await cells(house)).toEqual(['event 1', 'graphic_piece 33']);
    expect(await checkOutputRollup(house)).toEqual([]);
    await confirm(house);
    const after = await output.readMonthProduction({ month: '2026-10' });
    expect(
      after.revisions.map(({ revision, action, reason }) => [revision, action, reason]),
    ).toEqual([
      [3, 'confirm', null],
      [2, 'reopen', 'Faltó la marcha'],
      [1, 'confirm', null],
    ]);
  });

  test('confirmed refuses whatever changes what it counts, by any way, and takes the rest', async () => {
    const house = await makeHouse();
    const { output, accounts } = callerAs(house, 'coordinator');
    const department = await accounts.createDepartment({ name: 'Secretaría de Salud' });
    const at = await output.createItem(fair);
    const gone = await output.removeItem(await output.createItem({ ...fair, title: 'Bingo' }));
    const elsewhere = await output.createItem({ ...fair, day: '2026-11-09' });
    const series = await output.createSeries({
      fields: { ...fair, day: '2026-09-28' },
      repeat: { every: 'week', until: '2026-10-12' },
    });
    const [first] = series;
    if (!first) throw new Error('the series is empty');
    const tally = { month: '2026-10', kind: 'print_run' as const, count: 2, source: 'Informe' };
    const kept = await output.createTally(tally);
    await confirm(house);
    const before = await house.database.db.selectFrom('outputMonth').selectAll().execute();
    const move = { state: 'cancelled' as const };
    const calls: Record<string, () => Promise<unknown>> = {
      createItem: () => output.createItem(fair),
      createPlanned: () => output.createItem({ ...fair, state: 'planned' }),
      createItems: () => output.createItems({ items: [fair] }),
      createSeries: () =>
        output.createSeries({
          fields: { ...fair, day: '2026-10-05' },
          repeat: { every: 'week', until: '2026-10-12' },
        }),
      moveIn: () => output.updateItem({ at: elsewhere, fields: fair }),
      moveOut: () => output.updateItem({ at, fields: { ...fair, day: '2026-11-09' } }),
      otherKind: () => output.updateItem({ at, fields: { ...fair, kind: 'photo_coverage' } }),
      otherDepartment: () =>
        output.editItems({ edits: [{ at, change: { departmentId: department.id } }] }),
      callOff: () => output.editItems({ edits: [{ at, change: move }] }),
      removeItem: () => output.removeItem(at),
      removeItems: () => output.removeItems({ ats: [at] }),
      restoreItem: () => output.restoreItem(gone),
      restoreItems: () => output.restoreItems({ ats: [gone] }),
      removeSeries: () => output.removeSeries(first),
      updateSeries: () =>
        output.updateSeries({
          at: first,
          fields: { ...fair, day: '2026-09-29', responsible: 'Ana' },
        }),
      createTally: () => output.createTally({ ...tally, kind: 'institutional_video' }),
      updateTally: () => output.updateTally({ at: kept, fields: { ...tally, count: 3 } }),
      removeTally: () => output.removeTally(kept),
      importCalendar: () =>
        output.importCalendar(
          calendarFile(
            'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Feria\r\nDTSTART;VALUE=DATE:20261015\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
          ),
        ),
    };
    for (const [name, call] of Object.entries(calls)) {
      expect([name, await failureOf(call())]).toEqual([
        name,
        {
          code: 'month_confirmed',
          month: '2026-10',
          confirmedAt: '2026-11-22T15:00:00.000Z',
          confirmedBy: 'Persona coordinator',
        },
      ]);
    }
    expect(await house.database.db.selectFrom('outputMonth').selectAll().execute()).toEqual(before);
    // What is not counted may be put right.
    const named = await output.updateItem({ at, fields: { ...fair, title: 'Feria del café' } });
    await output.reopenMonth({ month: '2026-10', reason: 'Se canceló' });
    await output.removeItem(named);
    expect(await checkOutputRollup(house)).toEqual([]);
  });

  test('is held by the database too, and its revisions are written once', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    await output.createItem(fair);
    await confirm(house);
    const { db } = house.database;
    const count = { count: 7 };
    await expect(
      db.updateTable('outputMonth').set(count).where('month', '=', '2026-10').execute(),
    ).rejects.toThrow('month_confirmed');
    await expect(
      db.deleteFrom('outputMonthBy').where('month', '=', '2026-10').execute(),
    ).rejects.toThrow('month_confirmed');
    const row = {
      month: '2026-10',
      kind: 'event',
      dimension: 'place',
      value: '',
      count: 1,
    } as const;
    await expect(
      db
        .insertInto('outputMonthState')
        .values({ ...row, state: 'planned' })
        .execute(),
    ).rejects.toThrow('month_confirmed');
    await expect(
      db.updateTable('outputConfirmation').set({ month: '2026-09' }).execute(),
    ).rejects.toThrow('written_once');
    await expect(db.deleteFrom('outputConfirmation').execute()).rejects.toThrow('written_once');
  });

  test('is confirmed as it was looked at, once it is over, by the coordinator', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const { stamp } = await output.readMonthProduction({ month: '2026-10' });
    await output.createItem(fair);
    const stale = output.confirmMonth({ month: '2026-10', stamp });
    expect(await failureOf(stale)).toEqual({ code: 'review_moved', month: '2026-10' });
    const running = await output.readMonthProduction({ month: '2026-11' });
    const early = output.confirmMonth({ month: '2026-11', stamp: running.stamp });
    expect(await failureOf(early)).toMatchObject({ fields: [{ rule: 'month_not_over' }] });
    const unconfirmed = output.reopenMonth({ month: '2026-10', reason: 'Nada' });
    expect(await failureOf(unconfirmed)).toEqual({ code: 'month_not_closed', month: '2026-10' });
    await confirm(house);
    expect(await failureOf(confirm(house))).toMatchObject({ code: 'month_confirmed' });
    const secretary = callerAs(house, 'secretary').output;
    const { state } = await secretary.readMonthProduction({ month: '2026-10' });
    expect(state.state).toBe('confirmed');
    const refused = secretary.reopenMonth({ month: '2026-10', reason: 'Quiero' });
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });
});
