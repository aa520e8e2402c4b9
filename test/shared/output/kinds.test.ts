import { describe, expect, test } from 'vitest';
import { detailFields } from '../../../shared/output/detail-fields.ts';
import { kindLabels } from '../../../shared/output/kind-labels.ts';
import { outputKind, outputKinds } from '../../../shared/output/kinds.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';

const piece = { title: 'Afiche', day: '2026-11-20' };

describe('the kinds of output', () => {
  test('the list of names holds each kind once, in the order of the reports', () => {
    expect(Object.keys(kindLabels)).toEqual(outputKinds.map(({ id }) => id));
    for (const { id, label } of outputKinds) expect(label).toBe(kindLabels[id]);
  });

  test('every kind draws a form in both languages from its own schema', () => {
    expect(outputKinds.length).toBeGreaterThanOrEqual(7);
    for (const kind of outputKinds) {
      const fields = detailFields(kind);
      expect(fields.map((field) => field.name)).toEqual(Object.keys(kind.details.shape));
      for (const field of fields) {
        expect(field.words.label.es).not.toBe('');
        expect(field.words.label.en).not.toBe('');
        expect(Object.keys(field.words.choices ?? {})).toEqual([...field.choices]);
      }
    }
  });

  test('an event asks for its mode as a choice and its attendance as a number', () => {
    expect(detailFields(outputKind('event'))).toMatchObject([
      { name: 'mode', input: 'choice', choices: ['in_person', 'virtual'] },
      { name: 'attendance', input: 'number' },
    ]);
    expect(detailFields(outputKind('institutional_video'))).toMatchObject([
      { name: 'subtitled', input: 'flag' },
      { name: 'seconds', input: 'number' },
    ]);
    expect(detailFields(outputKind('community_meeting'))[0]).toMatchObject({ input: 'line' });
  });

  test('what nobody filled in is absent, never zero', () => {
    expect(OutputItemFields.parse({ ...piece, kind: 'event' })).toEqual({
      ...piece,
      kind: 'event',
      startsAt: null,
      stateReason: null,
      endsAt: null,
      departmentId: null,
      place: null,
      placeId: null,
      responsible: null,
      seriesId: null,
      requestId: null,
      evidenceIds: [],
      url: null,
      notes: null,
      details: { mode: 'in_person', attendance: null },
    });
  });

  test('a detail that does not fit its kind is refused by its name', () => {
    const refused = OutputItemFields.safeParse({
      ...piece,
      kind: 'print_run',
      details: { copies: -1 },
    });
    expect(refused.error?.issues).toMatchObject([{ path: ['details', 'copies'] }]);
    const unknown = OutputItemFields.safeParse({ ...piece, kind: 'podcast' });
    expect(unknown.error?.issues).toMatchObject([{ path: ['kind'] }]);
  });

  test('details of another kind are not kept', () => {
    const parsed = OutputItemFields.parse({
      ...piece,
      kind: 'graphic_piece',
      details: { copies: 15_000, format: 'Afiche' },
    });
    expect(parsed.details).toEqual({ format: 'Afiche', requestedBy: null, purpose: null });
  });
});
