import { longestCalendarFile } from '../../../shared/output/calendar/calendar.ts';

/** The text of a calendar of some lines. */
export const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
/** The lines of an event. */
export const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
/** The lines of an event that says what it is. */
export const named = (uid: string, ...lines: string[]) =>
  event(`UID:${uid}`, 'SUMMARY:Feria', ...lines);
/** A start in a time zone that the file tells of. */
export const bogota = 'DTSTART;TZID=Bogotá:20261101T080000';

/** The lines by which a time zone changes its clocks. */
export const observance = (name: string, ...lines: string[]) => [
  `BEGIN:${name}`,
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  ...lines,
  `END:${name}`,
];
/** The lines of a time zone. */
export const zone = (tzid: string, ...lines: string[]) => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  ...lines,
  'END:VTIMEZONE',
];

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const lengths = ['', ';INTERVAL=1000', ';INTERVAL=999999999', ';INTERVAL=9007199254740991'];
const ends = ['', ';COUNT=999999999', ';UNTIL=99991231T235959Z', ';UNTIL=99999999', ';UNTIL='];
const partsOfRule = [
  '',
  ';BYDAY=MO',
  ';BYDAY=5MO,-5FR',
  ';BYDAY=53SU',
  ';BYMONTHDAY=31',
  ';BYMONTHDAY=28',
  ';BYMONTH=2;BYMONTHDAY=30',
  ';BYMONTH=2;BYMONTHDAY=29;BYDAY=SU',
  ';BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15,16',
  ';BYYEARDAY=366',
  ';BYYEARDAY=366;BYDAY=1SU',
  ';BYWEEKNO=53',
  ';BYSETPOS=366',
  ';BYHOUR=25',
  ';BYHOUR=0;BYMINUTE=0;BYSECOND=60',
  ';BYEASTER=1',
];

/** Every frequency by every length, end and part. */
export function* rules(): Generator<string> {
  for (const frequency of frequencies) {
    for (const length of lengths) {
      for (const end of ends) {
        for (const part of partsOfRule) yield `FREQ=${frequency}${length}${end}${part}`;
      }
    }
  }
}

const dates = [
  '20261101',
  '20261101T080000',
  '20261101T080000Z',
  '20261101T0800',
  '20260231',
  '00000101',
  '99991231T235959Z',
  '20261399T996199',
  '20261101T080000/P99999999W',
  '20261101T080000/20261101T090000',
  'P1D',
  'ayer',
  '',
];
const types = [
  '',
  ';VALUE=DATE',
  ';VALUE=DATE-TIME',
  ';VALUE=PERIOD',
  ';VALUE=TEXT',
  ';VALUE=RECUR',
  ';VALUE=constructor',
  ';TZID=Nada',
  ';TZID=__proto__',
];

const saying = [
  ...['DTSTART', 'DTEND', 'RDATE', 'EXDATE', 'RECURRENCE-ID', 'DURATION', 'RRULE'],
  ...['UID', 'SUMMARY', 'LOCATION', 'URL', 'STATUS', 'TZOFFSETTO'],
];

/** Every property that is read, said to be of every type, with every way to write a day. */
export function* sayings(): Generator<string> {
  for (const name of saying) {
    for (const type of types) for (const date of dates) yield `${name}${type}:${date}`;
  }
}

const full = (unit: string) =>
  unit.repeat(Math.floor((longestCalendarFile - 400) / Buffer.byteLength(unit)));
const lines = <Line>(count: number, line: (index: number) => Line): Line[] =>
  Array.from({ length: count }, (_, index) => line(index));
const daysFrom = (count: number) =>
  lines(count, (index) => new Date(index * 86_400_000).toISOString().slice(0, 10)).map((day) =>
    day.replaceAll('-', ''),
  );

/** A time zone as some programs write each: since 1601. */
export const outlook = (tzid: string) =>
  zone(
    tzid,
    ...observance('STANDARD', 'DTSTART:16010101T000000', 'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11'),
    ...observance('DAYLIGHT', 'DTSTART:16010101T000000', 'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3'),
  );

/** Files made to take long, to take much, or to break what reads them. */
export const files: Record<string, () => string> = {
  'a day of a thousand million': () =>
    calendar(...named('a', 'DTSTART:20261101', 'RRULE:FREQ=DAILY;INTERVAL=999999999')),
  'a zone that changes each second since 1601': () =>
    calendar(
      ...zone(
        'Bogotá',
        ...observance('STANDARD', 'DTSTART:16010101T000000', 'RRULE:FREQ=SECONDLY'),
      ),
      ...named('a', bogota),
    ),
  'as many zones as programs write, each used, and later each time': () =>
    calendar(
      ...lines(30, (index) => outlook(`Z${index}`)).flat(),
      ...lines(1_800, (index) =>
        named(`${index}`, `DTSTART;TZID=Z${index % 30}:${2000 + (index % 200)}0101T080000`),
      ).flat(),
    ),
  'thousands of zones': () =>
    calendar(
      ...lines(6_000, (index) => zone(`Z${index}`)).flat(),
      ...lines(6_000, (index) =>
        named(`${index}`, `DTSTART;TZID=N${index}:20261101T080000`),
      ).flat(),
    ),
  'a zone of days without end': () =>
    calendar(
      ...zone(
        'Bogotá',
        ...observance(
          'STANDARD',
          'DTSTART:20200101T000000',
          ...daysFrom(30_000).map((day) => `RDATE:${day}T000000`),
        ),
      ),
      ...named('a', bogota),
    ),
  'a zone without a name or offsets': () =>
    calendar(
      'BEGIN:VTIMEZONE',
      'BEGIN:STANDARD',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...named('a', bogota),
    ),
  'last working days since 1900': () =>
    calendar(
      ...lines(300, (index) =>
        named(
          `${index}`,
          'DTSTART:19000131',
          'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,-2,-3,1,2,3,4',
        ),
      ).flat(),
    ),
  'calendars without end': () => full('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
  'a zone in each of thousands of calendars': () =>
    lines(2_500, (index) => calendar(...outlook(`Z${index}`))).join('\r\n'),
  'lines of no charset': () => calendar(full('SUMMARY:é\r\n').trim(), 'UID:\u0000'),
  'lines without end': () => calendar(full('\n')),
  'zones that nobody knows': () =>
    calendar(
      ...lines(1_900, (index) =>
        named(`${index}`, `DTSTART;TZID=${'/a'.repeat(150)}${index}:20261101T080000`),
      ).flat(),
    ),
  'exceptions of nothing': () =>
    calendar(
      ...daysFrom(9_000).flatMap((day) => event('UID:a', `RECURRENCE-ID:${day}`, `DTSTART:${day}`)),
    ),
  'tiny events': () => calendar(full('BEGIN:VEVENT\r\nEND:VEVENT\r\n').trim()),
  'tiny exceptions of one event': () =>
    calendar(
      ...lines(2_000, () => event('UID:a', 'DTSTART:20261101')).flat(),
      ...daysFrom(10_000).flatMap((day) =>
        event('UID:a', `RECURRENCE-ID;RANGE=THISANDFUTURE:${day}`),
      ),
    ),
  'exceptions far away': () =>
    calendar(
      ...named('a', 'DTSTART:19000101', 'DURATION:P9999W', 'RRULE:FREQ=YEARLY'),
      ...named(
        'a',
        'RECURRENCE-ID;RANGE=THISANDFUTURE:19010101',
        'DTSTART:21991231',
        'DURATION:P9999W',
      ),
    ),
  'lengths without end': () =>
    calendar(...named('a', 'DTSTART:20261101T080000', 'DURATION:P99999999999999999999W')),
  'ends without end': () =>
    calendar(
      ...lines(400, (index) =>
        named(
          `${index}`,
          'DTSTART:19000101T080000',
          'DTEND:99991231T090000',
          'RRULE:FREQ=MONTHLY;COUNT=4',
        ),
      ).flat(),
    ),
  'days listed without end': () =>
    calendar(...named('a', 'DTSTART:20261101', `RDATE:${daysFrom(90_000).reverse().join(',')}`)),
  'days listed without end, line by line': () =>
    calendar(...named('a', 'DTSTART:20261101', ...daysFrom(40_000).map((day) => `RDATE:${day}`))),
  'days left out without end': () =>
    calendar(
      ...named(
        'a',
        'DTSTART:19700101',
        'RRULE:FREQ=DAILY',
        ...daysFrom(19_000).map((day) => `EXDATE:${day}`),
      ),
    ),
  'rules without end': () =>
    calendar(...named('a', 'DTSTART:20261101', ...lines(20_000, () => 'RRULE:FREQ=DAILY;COUNT=9'))),
  'parts in parts': () => calendar(full('BEGIN:VEVENT\r\n').trim()),
  'parts in parts that close': () =>
    calendar(...lines(25_000, () => 'BEGIN:X'), ...lines(25_000, () => 'END:X')),
  'closings alone': () => full('END:VCALENDAR\r\n'),
  'one line': () => calendar(`SUMMARY:${full('a')}`),
  'one folded line': () => calendar(...named('a', `LOCATION:${full('\r\n ')}`)),
  'one line of parameters': () => calendar(...named('a', `SUMMARY${full(';a=b')}:x`)),
  'one line of an unknown name and parameters': () => calendar(...event(`X${full(';a=b')}`)),
  'one line of quotes': () => calendar(...event(`SUMMARY;X=${full('"')}:a`)),
  'one line of quoted names': () => calendar(...event(`SUMMARY;MEMBER=${full('"a",')}:a`)),
  'one line of separators': () => calendar(...event(`DTSTART${full(';')}:20261101`)),
  'one line of colons': () => calendar(...event(`SUMMARY${full(':')}`)),
  'one line of marks': () =>
    calendar(...named('a', 'DTSTART:20261101', `SUMMARY:${full('\\\\n')}`)),
  'one rule of parts': () => calendar(...named('a', `RRULE:FREQ=DAILY${full(';BYDAY=MO')}`)),
  'line ends': () => full('\r\n'),
  'carriage returns': () => full('\r'),
  'zones named anew each time': () =>
    calendar(
      ...lines(1_900, (index) =>
        named(
          `${index}`,
          `DTSTART;TZID=+${String(index % 24).padStart(2, '0')}:${index % 60}:20261101T080000`,
        ),
      ).flat(),
    ),
  'letters without end': () => full('BEGIN:İ\r\n'),
  'names of everything there is': () =>
    calendar(...named('__proto__', 'constructor:a', '__proto__;__proto__=a:b', 'DTSTART:20261101')),
};
