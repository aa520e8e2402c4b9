import { expect, test } from 'vitest';
import { entriesByDay } from '../../../client/output/calendar/entries.ts';
import type { CalendarAnswer } from '../../../shared/output/calendar/calendar.ts';

const day = '2026-11-23';

function item(kind: string, title: string, startsAt: string | null = null, endsAt = startsAt) {
  return { id: title, kind, title, day, startsAt, endsAt, place: null };
}

test('a day begins with what is due and what has an hour, and ends with its pieces', () => {
  const answer = {
    items: [
      item('graphic_piece', 'Afiche'),
      item('x_brigada', 'Brigada'),
      item('event', 'Feria'),
      item('community_meeting', 'Encuentro', '08:00', '09:30'),
      item('photo_coverage', 'Cubrimiento', '14:00', null),
    ],
    due: [{ id: 'r', title: 'Pendón', dueDay: day }],
  } as unknown as CalendarAnswer;
  const entries = entriesByDay(answer).get(day) ?? [];
  expect(entries.map(({ title, hours }) => [title, hours])).toEqual([
    ['Pendón', null],
    ['Encuentro', '08:00–09:30'],
    ['Cubrimiento', '14:00'],
    ['Feria', null],
    ['Afiche', null],
    ['Brigada', null],
  ]);
});
