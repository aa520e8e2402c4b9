import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import { readCalendarFile } from '../../../server/output/calendar/read-calendar-file.ts';
import { instantOf } from '../../../shared/calendar/zoned-clock.ts';
import { countDays, type DayRule, ruleText } from '../../support/count-days.ts';
import { calendar, event, named, zone } from './hostile-calendar-files.ts';

const office = { timeZone: 'America/Bogota', today: '2026-11-30' };
const read = (file: string | Buffer) => readCalendarFile(Buffer.from(file), office);
const fixture = (name: string) => readFileSync(`test/fixtures/outside/${name}`);
const told = (file: string | Buffer) =>
  read(file).map(({ title, day, startsAt, reason }) =>
    [title, day, startsAt, reason].filter(Boolean).join(' · '),
  );

describe('a calendar as programs write it', () => {
  const council = ['2026-07-06', '2026-08-03', '2026-09-07', '2026-10-05'];
  const anniversary = [2024, 2025, 2026, 2027].map((year) => `${year}-08-13`);
  test.each([
    ['C1-excepcion-sola.ics', ['Comité de comunicaciones (movido) · 2026-10-05 · 14:00']],
    [
      'C2-dia-sin-value-date.ics',
      ['Día sin carro · 2026-10-05', 'Entrega de obra · 2026-10-06 · 09:00'],
    ],
    [
      'C3-plegado-en-medio-de-letra.ics',
      ['Inauguración de la sede y presentación del señor que dirá la canción · 2026-10-05 · 09:00'],
    ],
    ['C3b-ansi-1252.ics', ['Socialización en Ancón · 2026-10-05 · 09:00']],
    [
      'X1-outlook-bysetpos.ics',
      [
        ...council.map((day) => `Consejo de gobierno · ${day} · 09:00`),
        ...anniversary.map((day) => `Aniversario inventado · ${day}`),
      ],
    ],
    ['X2-zona-windows-sin-vtimezone.ics', ['Encuentro con ciudad hermana · 2026-10-05 · 09:00']],
  ])('%s comes in whole', (name, wanted) => {
    expect(told(fixture(name))).toEqual(wanted);
  });
});

const title = 'Socialización: ñandú, pingüino — “sí” €';
const oneEvent = calendar(...event('UID:a', `SUMMARY:${title}`, 'DTSTART:20261101'));
/** The signs of Western Windows that ISO-8859-1 has not. */
const windows = { '—': 0x97, '“': 0x93, '”': 0x94, '€': 0x80 } as const;
const inWindows = (text: string) =>
  Buffer.from([...text].map((sign) => windows[sign as keyof typeof windows] ?? sign.charCodeAt(0)));
const marked = (mark: string, bytes: Buffer) => Buffer.concat([Buffer.from(mark, 'hex'), bytes]);

describe('the bytes of a calendar', () => {
  test('are letters of any charset, whatever ends its lines', () => {
    for (const end of ['\r\n', '\n', '\r']) {
      const text = oneEvent.replaceAll('\r\n', end);
      for (const bytes of [
        Buffer.from(text),
        marked('efbbbf', Buffer.from(text)),
        inWindows(text),
        marked('fffe', Buffer.from(text, 'utf16le')),
        marked('feff', Buffer.from(text, 'utf16le').swap16()),
      ]) {
        expect(told(bytes)).toEqual([`${title} · 2026-11-01`]);
      }
    }
  });

  test('are joined where they are folded, between the bytes of a letter too', () => {
    for (const bytes of [Buffer.from(oneEvent), inWindows(oneEvent)]) {
      const start = bytes.indexOf('SUMMARY');
      const end = bytes.indexOf('\r\n', start);
      for (const fold of ['\r\n ', '\n\t']) {
        for (let at = start + 1; at < end; at += 1) {
          const parts = [bytes.subarray(0, at), Buffer.from(fold), bytes.subarray(at)];
          expect(told(Buffer.concat(parts)), `${at}`).toEqual([`${title} · 2026-11-01`]);
        }
      }
    }
  });
});

/** A zone of one name, of other hours in each file. */
const local = (offset: string) =>
  zone(
    'Local',
    ...['BEGIN:STANDARD', 'DTSTART:16010101T000000', `TZOFFSETFROM:${offset}`],
    ...[`TZOFFSETTO:${offset}`, 'END:STANDARD'],
  );
const atEight = (uid: string) =>
  event(`UID:${uid}`, `SUMMARY:Reunión ${uid}`, 'DTSTART;TZID=Local:20261101T080000');

describe('several calendars in one file', () => {
  test('are all read, each by its own charset and its own zones', () => {
    const files = [
      Buffer.from(calendar(...local('-0500'), ...atEight('a'))),
      inWindows(calendar(...local('+0100'), ...atEight('b'))),
      Buffer.from(calendar()),
      Buffer.from(calendar(...atEight('c'))),
    ];
    const lineEnd = Buffer.from('\r\n');
    expect(told(Buffer.concat(files.flatMap((file) => [file, lineEnd])))).toEqual([
      'Reunión a · 2026-11-01 · 08:00',
      'Reunión b · 2026-11-01 · 02:00',
      'Reunión c · 2026-11-01 · 08:00 · unknown_zone',
    ]);
  });
});

describe('single times of what repeats', () => {
  const days = ['20261102', '20261109', '20261116'];
  const series = named(
    's',
    'DTSTART;TZID=America/Bogota:20261102T080000',
    'RRULE:FREQ=WEEKLY;COUNT=3',
  );
  const ways: readonly ((day: string) => string)[] = [
    (day) => `RECURRENCE-ID;TZID=America/Bogota:${day}T080000`,
    (day) => `RECURRENCE-ID:${day}T130000Z`,
  ];
  const moved = (of: string) =>
    event('UID:s', 'SUMMARY:Feria movida', of, 'DTSTART;TZID=America/Bogota:20261120T100000');

  test('come in moved, each once, wherever they stand and whether or not the rest is there', () => {
    for (const way of ways) {
      for (let subset = 1; subset < 8; subset += 1) {
        const some = days.filter((_, at) => Math.floor(subset / 2 ** at) % 2 === 1);
        const exceptions = some.flatMap((day) => moved(way(day)));
        const movedTold = some.map(() => 'Feria movida · 2026-11-20 · 10:00');
        const rest = days
          .filter((day) => !some.includes(day))
          .map((day) => `Feria · 2026-11-${day.slice(6)} · 08:00`);
        expect(told(calendar(...exceptions))).toEqual(movedTold);
        for (const file of [
          calendar(...series, ...exceptions),
          calendar(...exceptions, ...series),
          `${calendar(...exceptions)}\r\n${calendar(...series)}`,
        ]) {
          expect(told(file).sort()).toEqual([...rest, ...movedTold].sort());
        }
      }
    }
  });

  test('that are moved from where the rule does not come, come in too; far ones of what is there do not', () => {
    const strange = moved(`RECURRENCE-ID;TZID=America/Bogota:20261103T080000`);
    expect(told(calendar(...series, ...strange))).toHaveLength(4);
    const far = event('UID:s', 'SUMMARY:Lejos', 'RECURRENCE-ID:20290101', 'DTSTART:20290101');
    expect(told(calendar(...series, ...far))).toHaveLength(3);
    const onward = event(
      ...['UID:x', 'SUMMARY:En adelante', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261101'],
      'DTSTART:20261102',
    );
    expect(told(calendar(...onward))).toEqual(['En adelante · 2026-11-02 · first_only']);
  });

  test('are known by the time that they are of, alone or with the rest', () => {
    const uids = (file: string) => read(file).map(({ uid }) => uid);
    const one = moved('RECURRENCE-ID;TZID=America/Bogota:20261109T080000');
    expect(uids(calendar(...series, ...one))).toContain(uids(calendar(...one))[0]);
  });
});

const working = ['MO', 'TU', 'WE', 'TH', 'FR'];
const places = [1, 2, 3, 4, -1, -2, -3];

/** Rules as Outlook, Google and Apple write them. */
function* rules(): Generator<DayRule> {
  for (const interval of [1, 3]) {
    const monthly = { freq: 'MONTHLY', interval } as const;
    for (const place of places) {
      for (const day of ['SU']) {
        yield { ...monthly, byday: [day], bysetpos: [place] };
        yield { ...monthly, byday: [`${place}${day}`] };
      }
      yield { ...monthly, byday: working, bysetpos: [place] };
    }
    for (const date of [1, 28, -1, -2]) yield { ...monthly, bymonthday: [date] };
    yield { ...monthly, byday: working, bysetpos: [1, -1] };
    yield { ...monthly, byday: ['1FR', '-1MO'] };
  }
  yield { freq: 'MONTHLY', bymonthday: [31] };
  for (const bymonth of [[2], [8], [3, 11]]) {
    const yearly = { freq: 'YEARLY', bymonth } as const;
    yield { freq: 'MONTHLY', bymonth, byday: ['-1FR'] };
    yield { ...yearly, bymonthday: [13] };
    for (const place of places) {
      yield { ...yearly, byday: [`${place}MO`] };
      if (bymonth.length === 1) yield { ...yearly, byday: ['TU'], bysetpos: [place] };
    }
  }
}

describe('what repeats', () => {
  test('comes in on each day of its rule, up to a year from today', () => {
    for (const rule of rules()) {
      const [first = ''] = countDays(rule, '2026-03-15', '2029-12-31');
      const wanted = countDays(rule, first, '2027-12-01');
      const start = `DTSTART:${first.replaceAll('-', '')}T090000`;
      const found = read(calendar(...named('a', start, ruleText(rule))));
      expect(
        found.map(({ day, reason }) => [day, reason]),
        ruleText(rule),
      ).toEqual(wanted.map((day) => [day, null]));
    }
  });

  test('more often than is read, is told at the last of it, and nowhere else', () => {
    const reasons = (count: number) =>
      read(calendar(...named('a', 'DTSTART:20250101', `RRULE:FREQ=DAILY;COUNT=${count}`))).flatMap(
        ({ reason }, at) => (reason ? [[at, reason]] : []),
      );
    expect(reasons(400)).toEqual([]);
    expect(reasons(401)).toEqual([[399, 'last_read']]);
  });
});

describe('a zone that its file does not tell of', () => {
  const at = (tzid: string, day: string) =>
    read(calendar(...named('a', `DTSTART;TZID=${tzid}:${day}T160000`)));

  test.each([
    ['Romance Standard Time', 'Europe/Paris'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['SA Pacific Standard Time', 'America/Bogota'],
    ['Eastern Standard Time', 'America/New_York'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['"Venezuela Standard Time"', 'America/Caracas'],
    ['/mozilla.org/20050126_1/Europe/Madrid', 'Europe/Madrid'],
    ['/freeassociation.sourceforge.net/America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
    ['America/Santiago', 'America/Santiago'],
  ])('is %s by its name, in winter and in summer', (tzid, name) => {
    for (const day of ['20260115', '20260715']) {
      const wanted = instantOf(
        { day: day.replace(/(....)(..)(..)/, '$1-$2-$3'), hour: '16:00' },
        name,
      );
      const shown = at(tzid, day).map((row) => [
        instantOf({ day: row.day ?? '', hour: row.startsAt ?? '' }, office.timeZone),
        row.reason,
      ]);
      expect(shown).toEqual([[wanted, null]]);
    }
  });

  test('may be another for the end, and is that of each time of what repeats', () => {
    const [start, end] = ['America/Bogota', 'Romance Standard Time'].map(
      (name, at) =>
        `DT${at === 0 ? 'START' : 'END'};TZID=${name}:20261105T${at === 0 ? '08' : '16'}0000`,
    );
    expect(read(calendar(...named('a', start ?? '', end ?? '')))).toMatchObject([
      { startsAt: '08:00', endsAt: '10:00' },
    ]);
    const weekly = ['RRULE:FREQ=WEEKLY;COUNT=2', 'DURATION:PT1H'];
    const paris = 'DTSTART;TZID=Romance Standard Time:20261022T160000';
    expect(read(calendar(...named('a', paris, ...weekly)))).toMatchObject([
      { day: '2026-10-22', startsAt: '09:00', endsAt: '10:00' },
      { day: '2026-10-29', startsAt: '10:00', endsAt: '11:00' },
    ]);
  });

  test('is known of all that Windows has', () => {
    const names = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];
    const unknown = names.flatMap((name) =>
      at(name, '20260715').filter(({ reason }) => reason !== null),
    );
    expect(names.length).toBeGreaterThan(130);
    expect(unknown).toEqual([]);
  });

  test('is told where nobody knows it, at the hour that is written', () => {
    for (const tzid of ['Hora de la casa', 'Customized Time Zone', '/', 'constructor']) {
      expect(at(tzid, '20260715')).toMatchObject([{ startsAt: '16:00', reason: 'unknown_zone' }]);
    }
    const empty = calendar(
      ...zone('Romance Standard Time'),
      ...named('a', 'DTSTART;TZID=Romance Standard Time:20261005T160000'),
    );
    expect(read(empty)).toMatchObject([{ startsAt: '09:00', reason: null }]);
  });
});
