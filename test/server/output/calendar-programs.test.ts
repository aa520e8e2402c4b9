import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { today } from '../../../server/context.ts';
import { callerAs, makeHouse } from '../../support/house.ts';
import { serveHouse } from '../../support/served-house.ts';
import { calendarFile } from '../../support/sheet-file.ts';

/** Reads a calendar with the parser of evolution-data-server (libical), and writes it as that does. */
const program = `
import sys, gi
gi.require_version('ICalGLib', '3.0')
from gi.repository import ICalGLib
calendar = ICalGLib.Component.new_from_string(sys.stdin.buffer.read().decode('utf-8'))
sys.stderr.write(str(calendar.count_errors()))
sys.stdout.buffer.write(calendar.as_ical_string().encode('utf-8'))
`;
const run = (text: string) =>
  spawnSync('/usr/bin/python3', ['-c', program], { input: text, encoding: 'utf8' });
const empty = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//ES\r\nEND:VCALENDAR\r\n';
const isMissing = run(empty).status !== 0;

const items = [
  {
    kind: 'event' as const,
    title: 'Feria: café, panela; y más — 20 % de descuento en la plaza principal de La Estrella',
    startsAt: '08:00',
    endsAt: '12:30',
    place: 'Parque principal, costado norte',
  },
  { kind: 'community_meeting' as const, title: 'Diálogo «San José» 🎉', startsAt: '18:00' },
  { kind: 'print_run' as const, title: 'Volante' },
];

describe.skipIf(isMissing)('the parser of a desktop calendar', () => {
  test('reads what the feed sends without an error, and what it writes comes in as it was', async () => {
    const { house, signedIn, visitor } = await serveHouse();
    const day = today(house);
    const person = await signedIn('coordinator');
    for (const item of items) await person.mutate('output.createItem', { ...item, day });
    const made = await person.mutate<{ secret: string }>('output.createCalendarAddress', {
      kinds: [],
    });
    const feed = await visitor().fetch(`/calendar/${made.data?.secret}.ics`);
    const { stdout, stderr, status } = run(await feed.text());
    expect([status, stderr]).toEqual([0, '0']);

    const { output } = callerAs(await makeHouse(), 'coordinator');
    expect(await output.importCalendar(calendarFile(stdout))).toMatchObject({ known: 0, wrong: 0 });
    const { rows } = await output.listItems({});
    const sentence = (row: { title: string; day: string; startsAt?: string | null }) =>
      [row.title, row.day, row.startsAt ?? 'all day'].join(' · ');
    expect(rows.map(sentence).sort()).toEqual(
      items.map((item) => sentence({ ...item, day })).sort(),
    );
    const fair = await output.readItem({ id: rows.find((row) => row.place)?.id ?? '' });
    expect(fair).toMatchObject({ endsAt: '12:30', place: items[0]?.place });
  });
});
