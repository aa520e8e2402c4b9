import { describe, expect, test } from 'vitest';
import { checkPressRollup } from '../../../server/press/check-press-rollup.ts';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import {
  as,
  auditOf,
  callerAs,
  failureOf,
  makeHouse,
  type TestHouse,
} from '../../support/house.ts';
import { addColombiano, piece } from './press-records.ts';
import { closeAsSeen } from './review-records.ts';

/** Four notes of November, the last of them negative already. */
async function fileFour() {
  const house = await makeHouse();
  const { press } = callerAs(house, 'press');
  const { outletId } = await addColombiano(house);
  const rows = [1, 2, 3, 4].map((number) =>
    piece(outletId, {
      title: `Nota ${number}`,
      tone: number === 4 ? 'negative' : 'neutral',
      topic: 'Obras',
    }),
  );
  const ids = await importClippings(as(house, 'press'), rows);
  return { house, press, outletId, ats: ids.map((id) => ({ id, version: 1 })) };
}

async function addMessage(house: TestHouse, id: string): Promise<string> {
  const stamp = { createdAt: '2026-11-01', updatedAt: '2026-11-01', updatedBy: null };
  const row = { id, version: 1, searchText: '', text: 'Cuidamos el agua', ...stamp };
  await house.database.db
    .insertInto('keyMessage')
    .values({ ...row, deletedAt: null })
    .execute();
  return id;
}

describe('changing many appearances at once', () => {
  test('changes what is told of each, and leaves alone those that are so already', async () => {
    const { house, press, ats } = await fileFour();
    const change = { tone: 'negative' as const };
    const { id, count } = await press.editClippings({ selection: { by: 'rows', ats }, change });

    expect(count).toBe(3);
    const { rows, totals } = await press.listClippings({ tone: 'negative' });
    expect(totals.count).toBe(4);
    expect(rows.map((row) => [row.title, row.version]).sort()).toEqual([
      ['Nota 1', 2],
      ['Nota 2', 2],
      ['Nota 3', 2],
      ['Nota 4', 1],
    ]);
    expect(await checkPressRollup(house)).toEqual([]);
    const [audit] = await auditOf(house, id);
    expect(audit).toMatchObject({ action: 'edit', record: 'clipping_batch' });
    expect(JSON.parse(audit?.details ?? '')).toMatchObject({ change, count: 3 });
  });

  test('by a filter changes all that it finds, and they are found by what is new', async () => {
    const { press } = await fileFour();
    const filter = ClippingFilter.parse({ search: 'nota', tone: 'neutral' });
    const change = { topic: 'Acueducto', spokesperson: 'Alcaldesa' };
    await press.editClippings({ selection: { by: 'filter', filter, count: 3 }, change });
    expect((await press.listClippings({ search: 'acued alcaldesa' })).total).toBe(3);
    expect((await press.listClippings({ search: 'obras' })).total).toBe(1);
  });

  test('undone, puts back what they were, with what the secretary made of them', async () => {
    const { house, press, ats } = await fileFour();
    const secretary = callerAs(house, 'secretary').press;
    await secretary.approveClippings({ ats });
    const message = await addMessage(house, 'agua');
    const seen = await press.listClippings({});
    const selection = {
      by: 'rows' as const,
      ats: seen.rows.map(({ id, version }) => ({ id, version })),
    };
    const change = { tone: null, topic: null, addKeyMessageIds: [message] };
    const { id } = await press.editClippings({ selection, change });
    expect((await press.listClippings({ keyMessageId: message })).total).toBe(4);
    expect((await press.listClippings({ review: 'approved' })).total).toBe(0);

    expect(await press.undoClippingBatch({ id })).toEqual({ id, restored: 4, kept: 0 });
    const after = await press.listClippings({ review: 'approved' });
    const plain = (rows: typeof seen.rows) =>
      rows.map(({ title, tone, topic }) => [title, tone, topic]);
    expect(plain(after.rows)).toEqual(plain(seen.rows));
    expect((await press.listClippings({ keyMessageId: message })).total).toBe(0);
    expect((await press.listClippings({ search: 'obras' })).total).toBe(4);
    expect(await checkPressRollup(house)).toEqual([]);
    expect((await auditOf(house, id)).map((row) => row.action)).toEqual(['edit', 'undo']);
    expect(await failureOf(press.undoClippingBatch({ id }))).toEqual({ code: 'batch_undone' });
  });

  test('undone, leaves those that somebody changed since, and says how many', async () => {
    const { press, outletId, ats } = await fileFour();
    const change = { isRemoved: true as const };
    const { id } = await press.editClippings({ selection: { by: 'rows', ats }, change });
    expect((await press.listClippings({})).total).toBe(0);
    const [first] = (await press.listClippings({ removed: true, order: 'title_asc' })).rows;
    await press.restoreClipping({ id: first?.id ?? '', version: 2 });
    await press.updateClipping({
      at: { id: first?.id ?? '', version: 3 },
      fields: piece(outletId, { title: 'Nota de otra persona' }),
    });
    expect(await press.undoClippingBatch({ id })).toEqual({ id, restored: 3, kept: 1 });
    const titles = (await press.listClippings({ order: 'title_asc' })).rows.map((row) => row.title);
    expect(titles).toEqual(['Nota 2', 'Nota 3', 'Nota 4', 'Nota de otra persona']);
  });

  test('is refused whole when one of them was changed by somebody else', async () => {
    const { press, outletId, ats } = await fileFour();
    const [first, second] = ats;
    if (!first || !second) throw new Error('there are four');
    await press.updateClipping({ at: second, fields: piece(outletId, { title: 'Otra' }) });
    const selection = { by: 'rows' as const, ats: [first, second] };
    const refused = await failureOf(press.editClippings({ selection, change: { tone: null } }));
    expect(refused).toMatchObject({ code: 'record_changed', id: second.id, currentVersion: 2 });
    expect((await press.listClippings({ tone: 'unclassified' })).total).toBe(0);
  });

  test('is refused when the filter finds other than as many as were seen', async () => {
    const { press } = await fileFour();
    const selection = { by: 'filter' as const, filter: ClippingFilter.parse({}), count: 3 };
    expect(await failureOf(press.editClippings({ selection, change: { tone: null } }))).toEqual({
      code: 'selection_moved',
      found: 4,
    });
  });

  test('is refused in a closed month, and so is undoing it', async () => {
    const { house, press, ats } = await fileFour();
    const selection = { by: 'rows' as const, ats: ats.slice(0, 1) };
    const { id } = await press.editClippings({ selection, change: { tone: 'positive' } });
    await closeAsSeen(house, '2026-11');
    const others = { by: 'rows' as const, ats: ats.slice(1) };
    const closed = { code: 'month_closed', month: '2026-11' };
    expect(
      await failureOf(press.editClippings({ selection: others, change: { topic: 'Agua' } })),
    ).toMatchObject(closed);
    expect(await failureOf(press.undoClippingBatch({ id }))).toMatchObject(closed);
  });

  test('is not for the secretary nor for those who read', async () => {
    const { house, ats } = await fileFour();
    for (const role of ['secretary', 'viewer'] as const) {
      const { press } = callerAs(house, role);
      const selection = { by: 'rows' as const, ats };
      expect(
        await failureOf(press.editClippings({ selection, change: { tone: null } })),
      ).toMatchObject({ code: 'role_not_allowed' });
    }
  });

  test('names only departments, events and messages that there are, and changes something', async () => {
    const { press, ats } = await fileFour();
    const selection = { by: 'rows' as const, ats };
    for (const change of [
      { departmentId: 'nobody' },
      { eventId: 'nothing' },
      { addKeyMessageIds: ['none'] },
    ]) {
      expect(await failureOf(press.editClippings({ selection, change }))).toMatchObject({
        code: 'record_not_found',
      });
    }
    expect(await failureOf(press.editClippings({ selection, change: {} }))).toMatchObject({
      name: 'ZodError',
    });
    expect(await failureOf(press.undoClippingBatch({ id: 'none' }))).toMatchObject({
      code: 'record_not_found',
      record: 'clipping_batch',
    });
  });
});
