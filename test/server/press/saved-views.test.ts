import { describe, expect, test } from 'vitest';
import { createCaller } from '../../../server/http/router.ts';
import type { Role } from '../../../shared/accounts/roles.ts';
import { ClippingFilter } from '../../../shared/press/clipping-list.ts';
import type { SavedViewFields } from '../../../shared/press/saved-view.ts';
import { auditOf, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

/** A signed-in person of an office of several. */
function person(house: TestHouse, id: string, role: Role) {
  return createCaller({ ...house, actor: { id, name: id, role } }).press;
}

const fields: SavedViewFields = {
  name: 'Negativas sin vocero',
  isShared: false,
  filter: ClippingFilter.parse({ tone: 'negative', lacking: ['spokesperson'] }),
  order: 'value_desc',
  columns: ['day', 'outlet', 'tone', 'value'],
};

describe('the views of the table', () => {
  test('are kept by each person for oneself', async () => {
    const house = await makeHouse();
    const ana = person(house, 'ana', 'viewer');
    const at = await ana.createSavedView(fields);
    expect(await ana.listSavedViews()).toEqual([
      { ...fields, ...at, ownerName: 'ana', isOwn: true },
    ]);
    expect(await person(house, 'luis', 'admin').listSavedViews()).toEqual([]);
    expect((await auditOf(house, at.id)).map((row) => row.action)).toEqual(['create']);
  });

  test('that are shared are seen by everybody and changed by their owner', async () => {
    const house = await makeHouse();
    const ana = person(house, 'ana', 'press');
    const luis = person(house, 'luis', 'coordinator');
    const at = await ana.createSavedView({ ...fields, isShared: true });
    expect(await luis.listSavedViews()).toMatchObject([{ id: at.id, isOwn: false }]);
    const renamed = { at, fields: { ...fields, name: 'Para responder' } };
    expect(await failureOf(luis.updateSavedView(renamed))).toMatchObject({
      code: 'record_not_found',
      record: 'saved_view',
    });
    const after = await ana.updateSavedView(renamed);
    expect(await luis.listSavedViews()).toEqual([]);
    expect(await ana.listSavedViews()).toMatchObject([{ name: 'Para responder', version: 2 }]);
    expect(await failureOf(ana.updateSavedView(renamed))).toMatchObject({
      code: 'record_changed',
      currentVersion: 2,
    });
    await ana.removeSavedView(after);
    expect(await ana.listSavedViews()).toEqual([]);
    expect((await auditOf(house, at.id)).map((row) => row.action)).toEqual([
      'create',
      'update',
      'remove',
    ]);
  });

  test('are not shared by those who only read', async () => {
    const house = await makeHouse();
    const ana = person(house, 'ana', 'viewer');
    const shared = { ...fields, isShared: true };
    const refused = { code: 'role_not_allowed' };
    expect(await failureOf(ana.createSavedView(shared))).toMatchObject(refused);
    const at = await ana.createSavedView(fields);
    expect(await failureOf(ana.updateSavedView({ at, fields: shared }))).toMatchObject(refused);
  });
});
