import { describe, expect, test } from 'vitest';
import { readCalendarFile } from '../../../server/output/calendar/read-calendar-file.ts';
import { longestCalendarFile } from '../../../shared/output/calendar/calendar.ts';
import { callerAs, failureOf, makeHouse } from '../../support/house.ts';
import { calendarFile } from '../../support/sheet-file.ts';
import { workOfChildren } from '../../support/work-of.ts';
import {
  bogota,
  calendar,
  event,
  files,
  named,
  observance,
  outlook,
  rules,
  sayings,
  zone,
} from './hostile-calendar-files.ts';

type Outcome = { code: string; seconds: number };

/** What a file comes to, and the seconds of the processor that it takes. */
async function outcomeOf(read: () => unknown): Promise<Outcome> {
  const before = process.cpuUsage();
  let code = 'read';
  try {
    await read();
  } catch (error) {
    const failure = await failureOf(Promise.reject(error));
    code = String((failure as { code?: unknown }).code ?? failure);
  }
  const { user, system } = process.cpuUsage(before);
  return { code, seconds: (user + system) / 1_000_000 };
}

const office = { timeZone: 'America/Bogota', today: '2026-11-30' };
const outcomeOfText = (text: string) =>
  outcomeOf(() => readCalendarFile(Buffer.from(text), office));

const isWrong = ({ code, seconds }: Outcome) =>
  !['read', 'file_refused'].includes(code) || seconds > 2;

describe('a calendar that means harm', () => {
  test.each(Object.entries(files))(
    'of %s is read or refused within two seconds of work',
    async (_, make) => {
      const text = make();
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(longestCalendarFile);
      const { output } = callerAs(await makeHouse(), 'coordinator');
      const { result, seconds } = await workOfChildren(process.pid, () =>
        outcomeOf(() => output.previewCalendar(calendarFile(text))),
      );
      expect(['read', 'file_refused']).toContain(result.code);
      expect(result.seconds + seconds).toBeLessThan(2);
    },
  );

  test('repeats by any rule, and changes its clocks by any, within two seconds of work', async () => {
    const found: unknown[] = [];
    for (const rule of rules()) {
      const clocks = observance('STANDARD', 'DTSTART:16010101T000000', `RRULE:${rule}`);
      const texts = [
        calendar(...named('a', 'DTSTART:20260131', `RRULE:${rule}`)),
        calendar(...named('a', 'DTSTART:19040229T235959Z', `RRULE:${rule}`)),
        calendar(...zone('Bogotá', ...clocks), ...named('a', bogota)),
      ];
      for (const text of texts) {
        const outcome = await outcomeOfText(text);
        if (isWrong(outcome)) found.push({ text, ...outcome });
      }
    }
    expect(found).toEqual([]);
  });

  test('says its days in any way, and is read or refused', async () => {
    const found: unknown[] = [];
    for (const line of sayings()) {
      for (const text of [
        calendar(
          ...event(line, 'UID:a', 'SUMMARY:Feria', 'DTSTART:20261101', 'RRULE:FREQ=DAILY;COUNT=3'),
        ),
        calendar(...zone('Bogotá', ...observance('STANDARD', line)), ...named('a', bogota)),
      ]) {
        const outcome = await outcomeOfText(text);
        if (isWrong(outcome)) found.push({ text, ...outcome });
      }
    }
    expect(found).toEqual([]);
  });
});

describe('a day of a calendar', () => {
  test.each([
    'DTSTART:20261101',
    'DTSTART;VALUE=DATE:20261101',
    'DTSTART;VALUE=DATE-TIME:20261101',
    'DTSTART;VALUE=TEXT:20261101',
    'DTSTART;TZID=America/Bogota:20261101',
  ])('is one however it is said to be: %s', async (start) => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    expect(
      await output.previewCalendar(calendarFile(calendar(...named('a', start)))),
    ).toMatchObject([{ day: '2026-11-01', startsAt: null, state: 'new' }]);
  });

  test('is left out, one by one or all, in the days of a repetition', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    const rule = ['DTSTART:20261101', 'RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20261102,20261103'];
    const shown = await output.previewCalendar(calendarFile(calendar(...named('a', ...rule))));
    expect(shown.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-04']);
  });

  test('that cannot be is told of its event alone', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    const text = calendar(...named('a', 'DTSTART:20260231'), ...named('b', 'DTSTART:20261101'));
    expect(await output.previewCalendar(calendarFile(text))).toMatchObject([
      { uid: 'a', state: 'wrong', reason: 'no_day' },
      { uid: 'b', state: 'new' },
    ]);
  });

  test('of a rule that ends at no day is told once', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    const rule = ['DTSTART:20261101', 'RRULE:FREQ=DAILY;UNTIL=20269999'];
    expect(
      await output.previewCalendar(calendarFile(calendar(...named('a', ...rule)))),
    ).toMatchObject([{ day: '2026-11-01', state: 'new', reason: 'first_only' }]);
  });

  test('has the hours of the zone that its file tells of, as programs write it', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    const text = calendar(
      ...outlook('Hora del Este'),
      ...named('a', 'DTSTART;TZID=Hora del Este:20260701T080000'),
      ...named('b', 'DTSTART;TZID=Hora del Este:20261201T080000'),
    );
    // Both observances of the file go four hours behind UTC; Bogotá is five behind.
    const shown = await output.previewCalendar(calendarFile(text));
    expect(shown.map(({ startsAt }) => startsAt)).toEqual(['07:00', '07:00']);
  });

  test('that would be counted out without end is not, and the file says so', async () => {
    const { output } = callerAs(await makeHouse(), 'coordinator');
    const clocks = observance('STANDARD', 'DTSTART:16010101T000000', 'RRULE:FREQ=SECONDLY');
    const text = calendar(...zone('Bogotá', ...clocks), ...named('a', bogota));
    expect(await failureOf(output.previewCalendar(calendarFile(text)))).toEqual({
      code: 'file_refused',
      reason: 'endless_calendar',
    });
  });
});
