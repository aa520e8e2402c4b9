import { beforeEach, describe, expect, test } from 'vitest';
import { auditOf, callerAs, failureOf, makeHouse, type TestHouse } from '../../support/house.ts';

const november = { from: '2026-11-01', to: '2026-11-10' };
let house: TestHouse;
let coordinator: ReturnType<typeof callerAs>;

beforeEach(async () => {
  house = await makeHouse();
  coordinator = callerAs(house, 'coordinator');
});

async function addPage(handle: string): Promise<string> {
  const fields = { network: 'facebook' as const, handle, title: `Página ${handle}` };
  return (await coordinator.social.createPage(fields)).id;
}

describe('notes on charts', () => {
  const fields = {
    pageId: null,
    fromDay: '2026-11-03',
    toDay: '2026-11-05',
    kind: 'campaign' as const,
    text: 'Campaña de predial',
  };

  test('are written, changed, taken off and put back, and each leaves its trace', async () => {
    const created = await coordinator.social.createAnnotation(fields);
    const changed = await coordinator.social.updateAnnotation({
      at: created,
      fields: { ...fields, kind: 'advertising' },
    });
    expect(await coordinator.social.listAnnotations(november)).toMatchObject([
      { id: created.id, kind: 'advertising', text: 'Campaña de predial', pageTitle: null },
    ]);
    const removed = await coordinator.social.removeAnnotation(changed);
    expect(await coordinator.social.listAnnotations(november)).toEqual([]);
    await coordinator.social.restoreAnnotation(removed);
    expect(await coordinator.social.listAnnotations(november)).toHaveLength(1);
    const trail = (await auditOf(house, created.id)).map(({ action }) => action);
    expect(trail.toSorted()).toEqual(['create', 'remove', 'restore', 'update']);
  });

  test('those of a page stand beside those of all pages, and of no other', async () => {
    const [one, other] = [await addPage('uno'), await addPage('otra')];
    for (const pageId of [null, one, other]) {
      await coordinator.social.createAnnotation({ ...fields, pageId, text: `nota de ${pageId}` });
    }
    const notes = await coordinator.social.listAnnotations({ ...november, pageId: one });
    expect(notes.map(({ pageId }) => pageId).toSorted()).toEqual([one, null].toSorted());
  });

  test('a stale change is refused, and so is whoever may not write them', async () => {
    const created = await coordinator.social.createAnnotation(fields);
    await coordinator.social.updateAnnotation({ at: created, fields });
    const stale = coordinator.social.updateAnnotation({ at: created, fields });
    expect(await failureOf(stale)).toMatchObject({ code: 'record_changed', currentVersion: 2 });
    const refused = callerAs(house, 'press').social.createAnnotation(fields);
    expect(await failureOf(refused)).toMatchObject({ code: 'role_not_allowed' });
  });
});
