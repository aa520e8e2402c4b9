import { describe, expect, test } from 'vitest';
import { asSystem } from '../../../server/context.ts';
import { writeCalendar } from '../../../server/output/calendar/write-calendar.ts';
import { auditOf, callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { calendarFile } from '../../support/sheet-file.ts';

const fileOf = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Otro programa//ES',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

const dialogue = [
  'UID:d-1',
  'SUMMARY:Diálogo ciudadano\\, San José',
  'DTSTART:20261128T230000Z',
  'DTEND:20261129T010000Z',
  'LOCATION:Sede comunal',
];
const holiday = ['UID:d-2', 'SUMMARY:Día del adulto mayor', 'DTSTART;VALUE=DATE:20261129'];

describe('calendar files', () => {
  test('their events are shown before they are logged, and the same file twice changes nothing', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const text = fileOf(dialogue, holiday, ['UID:d-3', 'DTSTART;VALUE=DATE:20261129']);
    expect(await output.previewCalendar(calendarFile(text))).toMatchObject([
      {
        title: 'Diálogo ciudadano, San José',
        day: '2026-11-28',
        startsAt: '18:00',
        endsAt: '20:00',
        state: 'new',
      },
      { day: '2026-11-29', startsAt: null, state: 'new' },
      { state: 'wrong', reason: 'no_title' },
    ]);
    expect((await output.listItems({})).total).toBe(0);
    const first = await output.importCalendar(calendarFile(text));
    expect(first).toMatchObject({ known: 0, wrong: 1 });
    expect(await auditOf(house, first.items[0]?.id ?? '')).toMatchObject([{ action: 'import' }]);
    expect(await output.importCalendar(calendarFile(text))).toEqual({
      items: [],
      known: 2,
      wrong: 1,
    });
    expect(await output.listItems({ search: 'dialogo' })).toMatchObject({
      total: 1,
      rows: [{ kind: 'event', place: 'Sede comunal', startsAt: '18:00' }],
    });
    await output.removeItems({ ats: first.items });
    expect((await output.importCalendar(calendarFile(text))).items).toHaveLength(2);
    const { output: reader } = callerAs(house, 'viewer');
    expect(await failureOf(reader.importCalendar(calendarFile(text)))).toMatchObject({
      code: 'role_not_allowed',
    });
  });

  test('what repeats comes in each time, its exceptions aside; a rule without end, once', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const weekly = [
      'UID:w',
      'SUMMARY:Comité',
      'DTSTART;TZID=America/Bogota:20261102T080000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE;TZID=America/Bogota:20261116T080000',
    ];
    const moved = [
      'UID:w',
      'SUMMARY:Comité aplazado',
      'RECURRENCE-ID;TZID=America/Bogota:20261109T080000',
      'DTSTART;TZID=America/Bogota:20261110T090000',
    ];
    const never = [
      'UID:n',
      'SUMMARY:Nunca',
      'DTSTART;VALUE=DATE:20260130',
      'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    ];
    const text = fileOf(weekly, moved, never);
    const shown = (await output.previewCalendar(calendarFile(text))).map(
      ({ title, day, startsAt, reason }) => [title, day, startsAt, reason],
    );
    expect(shown).toEqual([
      ['Comité', '2026-11-02', '08:00', null],
      ['Comité aplazado', '2026-11-10', '09:00', null],
      ['Comité', '2026-11-23', '08:00', null],
      ['Nunca', '2026-01-30', null, 'first_only'],
    ]);
    expect((await output.importCalendar(calendarFile(text))).items).toHaveLength(4);
    expect(await output.importCalendar(calendarFile(text))).toMatchObject({ items: [], known: 4 });
  });

  test('a single time of what repeats comes in alone, and not anew with the rest', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    const moved = ['UID:s', 'SUMMARY:Comité movido', 'RECURRENCE-ID:20261109', 'DTSTART:20261110'];
    const series = ['UID:s', 'SUMMARY:Comité', 'DTSTART:20261102', 'RRULE:FREQ=WEEKLY;COUNT=3'];
    const alone = calendarFile(fileOf(moved));
    expect((await output.importCalendar(alone)).items).toHaveLength(1);
    const whole = calendarFile(`${fileOf(series)}\r\n${fileOf(moved)}`);
    expect(await output.importCalendar(whole)).toMatchObject({ known: 1, wrong: 0 });
    const { rows } = await output.listItems({});
    expect(rows.map(({ day }) => day).sort()).toEqual(['2026-11-02', '2026-11-10', '2026-11-16']);
  });

  test('hours of another zone are told by the office’s clocks', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    const abroad = ['UID:a', 'SUMMARY:Cita', 'DTSTART;TZID=Europe/Madrid:20261130T020000'];
    const floating = ['UID:f', 'SUMMARY:Local', 'DTSTART:20261130T020000'];
    expect(await output.previewCalendar(calendarFile(fileOf(abroad, floating)))).toMatchObject([
      { day: '2026-11-29', startsAt: '20:00' },
      { day: '2026-11-30', startsAt: '02:00' },
    ]);
  });

  test('the office’s own calendar brought back in is what it was, and changes nothing', async () => {
    const house = await makeHouse();
    const { output } = callerAs(house, 'coordinator');
    const item = {
      kind: 'event' as const,
      title: 'Ñandú; 100 %, «sí»',
      day: '2026-11-28',
      startsAt: '23:15',
      endsAt: '23:50',
      place: 'Coliseo\\norte',
    };
    const { id } = await output.createItem(item);
    const { timeZone } = asSystem(house);
    const row = { ...(await output.readItem({ id })), kindLabel: 'Evento' };
    const text = writeCalendar([row], { name: 'Altavoz', timeZone });
    const { kind, ...told } = item;
    expect(await output.previewCalendar(calendarFile(text))).toMatchObject([
      { ...told, state: 'known' },
    ]);
    expect(await output.previewCalendar(calendarFile(text.replaceAll(id, 'other')))).toMatchObject([
      { ...told, state: 'new' },
    ]);
    expect(kind).toBe('event');
  });

  test('what is no calendar is refused in words', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    for (const text of [
      'hola',
      '<html></html>',
      'BEGIN:VCARD\r\nEND:VCARD',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT',
    ]) {
      expect(await failureOf(output.importCalendar(calendarFile(text))), text).toMatchObject({
        code: 'file_refused',
        reason: 'not_a_calendar',
      });
    }
  });
});
