import { describe, expect, test } from 'vitest';
import { storeEvidence } from '../../../server/evidence/store-evidence.ts';
import { as, auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';

const podcast = {
  labelOne: 'Pódcast',
  labelMany: 'Pódcast',
  fields: [
    { name: 'guest', label: 'Invitado', input: 'line' as const, isRequired: true },
    { name: 'theme', label: 'Tema', input: 'choice' as const, choices: ['Agua', 'Vías'] },
  ],
};

describe('kinds of the office’s own', () => {
  test('one is made by an administrator and logged at once, with its own fields', async () => {
    const house = await makeHouse();
    const { id } = await callerAs(house, 'admin').output.createKind(podcast);
    expect(await auditOf(house, id)).toMatchObject([{ action: 'create', record: 'output_kind' }]);
    const { output } = callerAs(house, 'coordinator');
    const kinds = await output.listKinds();
    expect(kinds.at(-1)).toMatchObject({
      id,
      isOwn: true,
      label: { many: { es: 'Pódcast' } },
      fields: [
        { name: 'guest', input: 'line', isRequired: true },
        { name: 'theme', input: 'choice', choices: ['Agua', 'Vías'] },
      ],
    });
    const item = await output.createItem({
      kind: id as `own_${string}`,
      title: 'El agua de La Tablaza',
      day: '2026-11-03',
      details: { guest: '  Ana Ruiz ', theme: '', other: 'no se guarda' },
    });
    expect((await output.readItem({ id: item.id })).details).toEqual({
      guest: 'Ana Ruiz',
      theme: null,
    });
    const matrix = await output.readMonthMatrix({ from: '2026-11', to: '2026-11' });
    expect(matrix.kinds.at(-1)).toEqual({ id, label: 'Pódcast' });
    expect(matrix.cells).toEqual([{ month: '2026-11', kind: id, count: 1, sources: ['records'] }]);
  });

  test('what its fields refuse is said by its name, and nothing is stored', async () => {
    const house = await makeHouse();
    const { id } = await callerAs(house, 'admin').output.createKind(podcast);
    const { output } = callerAs(house, 'coordinator');
    const item = { kind: id as `own_${string}`, title: 'Agua', day: '2026-11-03' };
    expect(await failureOf(output.createItem({ ...item, details: {} }))).toEqual({
      code: 'invalid_input',
      fields: [{ path: 'details.guest', rule: 'required', facts: {} }],
    });
    const two = [
      { ...item, details: { guest: 'Ana' } as Record<string, string> },
      { ...item, details: { guest: 'Luz', theme: 'Fuego' } as Record<string, string> },
    ];
    expect(await failureOf(output.createItems({ items: two }))).toMatchObject({
      fields: [{ path: 'details.theme', rule: 'choice' }],
    });
    expect(await output.listItems({})).toEqual({ rows: [], total: 0 });
    const unknown = { ...item, kind: 'own_other' as const };
    expect(await failureOf(output.createItem(unknown))).toMatchObject({
      code: 'record_not_found',
      record: 'output_kind',
    });
  });

  test('one that is removed is no longer offered, and what it has still counts', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'admin');
    const at = await output.createKind(podcast);
    await output.createItem({
      kind: at.id as `own_${string}`,
      title: 'Agua',
      day: '2026-11-03',
      details: { guest: 'Ana' },
    });
    const removed = await output.removeKind(at);
    expect((await output.listKinds()).at(-1)).toMatchObject({ id: at.id, isActive: false });
    const november = { from: '2026-11', to: '2026-11' };
    expect((await output.readMonthMatrix(november)).totals.at(-1)).toEqual({
      kind: at.id,
      count: 1,
    });
    expect((await output.readMonthMatrix({ from: '2026-10', to: '2026-10' })).kinds).toHaveLength(
      7,
    );
    await output.restoreKind(removed);
    expect((await output.listKinds()).at(-1)?.isActive).toBe(true);
  });

  test('a field that holds values keeps how it is filled in; two kinds never share a name', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'admin');
    const at = await output.createKind(podcast);
    const item = { kind: at.id as `own_${string}`, title: 'Agua', day: '2026-11-03' };
    await output.createItem({ ...item, details: { guest: 'Ana' } });
    const [guest, ...others] = podcast.fields;
    const fields = [{ name: 'guest', label: 'Invitados', input: 'number' as const }, ...others];
    const change = { at, fields: { ...podcast, fields } };
    expect(await failureOf(output.updateKind(change))).toMatchObject({
      fields: [{ path: 'fields.0.input', rule: 'input_of_stored_values' }],
    });
    const named = { ...podcast, fields: [{ ...guest, label: 'Invitada' } as typeof guest] };
    const changed = await output.updateKind({
      at,
      fields: { ...named, fields: named.fields.filter((field) => field !== undefined) },
    });
    expect(changed.version).toBe(2);
    for (const labelMany of ['podcast', 'Eventos']) {
      expect(await failureOf(output.createKind({ ...podcast, labelMany }))).toMatchObject({
        code: 'value_taken',
        field: 'labelMany',
      });
    }
  });

  test('the coordinator may not make one', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    expect(await failureOf(output.createKind(podcast))).toMatchObject({ code: 'role_not_allowed' });
  });
});

describe('what an item names', () => {
  test('a place of the list, who made it, its hours and its files are kept with it', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const place = await output.createPlace({ name: 'San José', placeType: 'vereda' });
    expect(await auditOf(house, place.id)).toMatchObject([{ action: 'create', record: 'place' }]);
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const file = await storeEvidence(as(house, 'coordinator'), {
      name: 'lista.png',
      source: (async function* () {
        yield png;
      })(),
    });
    const meeting = {
      kind: 'community_meeting' as const,
      title: 'Diálogo en San José',
      day: '2026-11-03',
      startsAt: '18:00',
      endsAt: '20:30',
      placeId: place.id,
      responsible: 'Catalina',
      evidenceIds: [file.id],
    };
    const { id } = await output.createItem(meeting);
    expect(await output.readItem({ id })).toMatchObject({
      ...meeting,
      placeName: 'San José',
      evidence: [{ id: file.id, name: 'lista.png', mediaType: 'image/png' }],
    });
    expect(await output.listItems({ placeId: place.id, responsible: 'Catalina' })).toMatchObject({
      total: 1,
      rows: [{ placeName: 'San José', startsAt: '18:00' }],
    });
    const early = { ...meeting, endsAt: '17:00' };
    expect(await failureOf(output.createItem(early))).toMatchObject({
      issues: [{ path: ['endsAt'], message: 'ends_before' }],
    });
  });

  test('places are named once, accents aside, and searched without them', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const at = await output.createPlace({ name: 'Peñas Blancas', placeType: 'vereda' });
    expect(await failureOf(output.createPlace({ name: 'penas blancas' }))).toMatchObject({
      code: 'value_taken',
    });
    expect(await output.listPlaces({ search: 'penas' })).toMatchObject({
      total: 1,
      rows: [{ name: 'Peñas Blancas', placeType: 'vereda' }],
    });
    const removed = await output.removePlace(at);
    expect((await output.listPlaces({})).total).toBe(0);
    await output.restorePlace(removed);
    const { output: reader } = callerAs(house, 'press');
    expect(await failureOf(reader.createPlace({ name: 'Toledo' }))).toMatchObject({
      code: 'role_not_allowed',
    });
  });
});
