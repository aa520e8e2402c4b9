import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../shared/calendar/day.ts';
import { type DetailField, detailFields } from '../../../shared/output/detail-fields.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { outputKinds } from '../../../shared/output/kinds.ts';
import { OwnField, ownDetailFields, ownInputs } from '../../../shared/output/own-kind.ts';
import {
  mostRepeats,
  repeatDays,
  repeatedItem,
  repeatSteps,
} from '../../../shared/output/repeat.ts';
import type { OutputItemFields } from '../../../shared/output/schemas.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));

describe('the days of a series', () => {
  test('begin with the first, go on in order and never pass the last', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...repeatSteps), fc.nat(1_500), (first, every, length) => {
        const until = addDays(first, length);
        const days = repeatDays(first, { every, until });
        expect(days[0]).toBe(first);
        expect(days.every((one) => one >= first && one <= until)).toBe(true);
        expect([...days].sort()).toEqual(days);
        expect(days.length).toBeLessThanOrEqual(mostRepeats + 1);
        const gaps = days.slice(1).map((one, at) => daysBetween(days[at] ?? one, one));
        const fits = { week: 7, two_weeks: 14, month: 28 }[every];
        expect(gaps.every((gap) => (every === 'month' ? gap >= fits : gap === fits))).toBe(true);
      }),
    );
  });

  test('each month are the same day, and leave out months without it', () => {
    const until = '2026-06-30';
    expect(repeatDays('2026-01-31', { every: 'month', until })).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
    expect(repeatDays('2026-02-01', { every: 'month', until: '2026-01-01' })).toEqual([]);
  });
});

describe('what comes again', () => {
  /** Every detail of every kind of the product, as somebody who knows the office's work sees it. */
  const known = {
    event: { mode: 'planned', attendance: 'happened' },
    community_meeting: { programme: 'planned', attendance: 'happened', commitments: 'happened' },
    photo_coverage: { photos: 'happened', consentNoted: 'happened', minors: 'happened' },
    graphic_piece: { format: 'planned', requestedBy: 'planned', purpose: 'planned' },
    institutional_video: { subtitled: 'happened', seconds: 'happened' },
    programme_episode: {
      programme: 'planned',
      episode: 'serial',
      broadcast: 'planned',
      seconds: 'happened',
    },
    print_run: { copies: 'happened', edition: 'happened' },
  };

  test('is said of every detail of every kind: planned, happened, or a number that goes on', () => {
    const said = outputKinds.map((kind) => [
      kind.id,
      Object.fromEntries(detailFields(kind).map((field) => [field.name, field.known])),
    ]);
    expect(Object.fromEntries(said)).toEqual(known);
  });

  const filled = { line: 'Algo', number: 7, flag: true, choice: '', day: '2026-10-01' };
  const valueIn = ({ input, choices }: DetailField) => choices.at(-1) ?? filled[input];
  const whole = (kind: KindId, fields: readonly DetailField[]): OutputItemFields => ({
    ...{ kind, title: 'Diálogo', day: '2026-10-01', startsAt: '08:00', endsAt: '09:00' },
    ...{ departmentId: 'd', place: 'Casa', placeId: 'p', responsible: 'Ana', seriesId: 's' },
    ...{ requestId: 'r', url: 'https://example.org', notes: 'Acta', evidenceIds: ['e'] },
    ...{ state: 'cancelled', stateReason: 'Llovió' },
    details: Object.fromEntries(fields.map((field) => [field.name, valueIn(field)])),
  });
  test('copies what was planned and nothing else, whatever the kind', () => {
    const own = ownDetailFields(
      ownInputs.map((input) =>
        OwnField.parse({ name: input, label: input, input, choices: ['Una', 'Otra'] }),
      ),
    );
    const kinds = [
      ...outputKinds.map((kind) => ({ id: kind.id as KindId, fields: detailFields(kind) })),
      { id: 'own_a' as const, fields: own },
    ];
    for (const { id, fields } of kinds) {
      const item = whole(id, fields);
      const expected = {
        planned: valueIn,
        happened: ({ initial }: DetailField) => initial,
        serial: () => 9,
      };
      const details = fields.map((field) => [field.name, expected[field.known](field)]);
      expect(repeatedItem(item, fields, { day: '2026-10-08', step: 2 })).toStrictEqual({
        ...item,
        day: '2026-10-08',
        details: Object.fromEntries(details),
        ...{ seriesId: null, requestId: null, url: null, notes: null, evidenceIds: [] },
        ...{ state: undefined, stateReason: null },
      });
    }
  });

  test('of the office’s own says so too: where it does not, figures and marks are of what happened', () => {
    const asked = (input: string, said: object = {}) =>
      OwnField.safeParse({ name: 'a', label: 'A', input, choices: ['Una', 'Otra'], ...said });
    expect(ownInputs.map((input) => asked(input).data?.known)).toEqual([
      'planned',
      'happened',
      'happened',
      'planned',
      'happened',
    ]);
    expect(asked('number', { known: 'serial' }).data?.known).toBe('serial');
    expect(asked('line', { known: 'serial' }).success).toBe(false);
    expect(asked('line', { known: 'perhaps' }).success).toBe(false);
  });
});
