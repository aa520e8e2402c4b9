import { describe, expect, test } from 'vitest';
import { itemGridColumns } from '../../../client/output/grid/item-columns.ts';
import { readItems } from '../../../client/output/grid/read-items.ts';
import { detailFields } from '../../../shared/output/detail-fields.ts';
import { type OutputKindId, outputKind } from '../../../shared/output/kinds.ts';
import { ownDetailFields } from '../../../shared/output/own-kind.ts';
import type { KindRow } from '../../../shared/output/rows.ts';

const builtIn = (id: OutputKindId): KindRow => ({
  id,
  version: null,
  label: outputKind(id).label,
  fields: detailFields(outputKind(id)),
  isOwn: false,
  isActive: true,
});
const radio: KindRow = {
  id: 'own_radio',
  version: 1,
  label: { one: { es: 'Cuña', en: 'Cuña' }, many: { es: 'Cuñas', en: 'Cuñas' } },
  fields: ownDetailFields([
    {
      name: 'station',
      label: 'Emisora',
      input: 'line',
      choices: [],
      isRequired: true,
      known: 'planned',
    },
  ]),
  isOwn: true,
  isActive: true,
};
const departments = [{ value: 'd1', label: 'Secretaría de Salud' }];
const places = [{ value: 'p1', label: 'Vereda Peñas Blancas' }];
const names = {
  kind: 'Clase',
  title: 'Título',
  day: 'Fecha',
  startsAt: 'Desde',
  endsAt: 'Hasta',
  departmentId: 'Dependencia',
  place: 'Lugar',
  responsible: 'Responsable',
  url: 'Enlace',
  notes: 'Notas',
  state: 'Estado',
  yes: 'Sí',
  no: 'No',
};

function read(kinds: KindRow[], ...rows: Record<string, string>[]) {
  const say = (words: { es: string }) => words.es;
  const states = [
    { value: 'planned' as const, label: 'Programado' },
    { value: 'done' as const, label: 'Realizado' },
    { value: 'cancelled' as const, label: 'Cancelado' },
  ];
  const columns = itemGridColumns({ kinds, departments, places, names, say, states });
  const items = readItems(rows, { columns, kinds, places });
  const rules = items.map(({ broken }) =>
    Object.fromEntries(Object.entries(broken).map(([id, { rule }]) => [id, rule])),
  );
  return { items, rules, ids: columns.map(({ id }) => id) };
}

describe('the rows of the grid', () => {
  test('say the state in any word for it, or leave it to the day', () => {
    const fair = { title: 'Feria', day: '3/4/2026' };
    const { items, rules } = read(
      [builtIn('event')],
      { ...fair, state: 'Programado' },
      { ...fair, state: 'ejecutada' },
      { ...fair, state: 'called off' },
      fair,
      { ...fair, state: 'quizás' },
    );
    expect(items.map(({ item }) => item?.state)).toEqual([
      'planned',
      'done',
      'cancelled',
      undefined,
      undefined,
    ]);
    expect(rules).toEqual([{}, {}, {}, {}, { state: 'unknown_choice' }]);
  });

  test('are items: days, hours, figures, departments and places as people write them', () => {
    const { items } = read(
      [builtIn('event')],
      {
        title: ' Feria de\r\nla salud ',
        day: '3/4/2026',
        'details.attendance': '1.350',
        'details.mode': 'VIRTUAL',
        departmentId: 'secretaria de salud',
        place: 'vereda penas blancas',
        startsAt: '2:30 pm',
        notes: 'uno\ndos',
      },
      {},
      { title: 'Foro', day: '15-mar-26', place: 'Casa de la cultura' },
    );
    expect(items.map(({ row, broken }) => [row, broken])).toEqual([
      [0, {}],
      [2, {}],
    ]);
    expect(items[0]?.item).toMatchObject({
      kind: 'event',
      title: 'Feria de la salud',
      day: '2026-04-03',
      departmentId: 'd1',
      placeId: 'p1',
      place: null,
      startsAt: '14:30',
      notes: 'uno\ndos',
      details: { mode: 'virtual', attendance: 1350 },
    });
    expect(items[1]?.item).toMatchObject({
      day: '2026-03-15',
      placeId: null,
      place: 'Casa de la cultura',
      details: { mode: 'in_person', attendance: null },
    });
  });

  test('say in which cell what is wrong, and are no items until it is put right', () => {
    const { items, rules } = read(
      [builtIn('event')],
      { title: 'Feria', day: '31/02/2026', departmentId: 'Hacienda', url: 'medio' },
      { day: '1/1/2026', 'details.attendance': 'muchos', startsAt: '10:00', endsAt: '9:00' },
    );
    expect(items.map(({ item }) => item)).toEqual([undefined, undefined]);
    expect(rules[0]).toEqual({
      day: 'not_a_day',
      departmentId: 'unknown_choice',
      url: 'web_address',
    });
    expect(rules[1]).toMatchObject({ title: 'required', 'details.attendance': 'not_a_number' });
  });

  test('of several kinds name their kind, and hold nothing that it does not ask for', () => {
    const kinds = [builtIn('event'), builtIn('print_run'), radio];
    const { items, rules, ids } = read(
      kinds,
      { kind: 'Evento', title: 'Feria', day: '1/1/2026', 'details.copies': '500' },
      { kind: 'cuñas', title: 'Invitación', day: '1/1/2026' },
      { kind: 'cuña', title: 'Invitación', day: '1/1/2026', 'details.station': 'La Voz' },
      { kind: 'Boletín', title: 'Uno', day: '1/1/2026' },
    );
    expect(ids[0]).toBe('kind');
    expect(rules).toEqual([
      { 'details.copies': 'not_of_kind' },
      { 'details.station': 'required' },
      {},
      { kind: 'unknown_choice' },
    ]);
    expect(items[2]?.item).toMatchObject({ kind: 'own_radio', details: { station: 'La Voz' } });
  });
});
