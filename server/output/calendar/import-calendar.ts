import {
  type CalendarFileEvent,
  lookedAtReasons,
} from '../../../shared/output/calendar/calendar.ts';
import { OutputItemFields } from '../../../shared/output/schemas.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import { readApart } from '../../apart/read-apart.ts';
import { type ActorContext, today } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { transact } from '../../transaction.ts';
import { importOutputItems } from '../import-output-items.ts';
import type { FileEvent } from './read-calendar-file.ts';
import { ownUidEnd } from './write-calendar.ts';

/** A statement takes only so many parameters. */
const uidsAtATime = 500;

/** Which events are items here already: brought in before, or told by the office's own calendar. */
async function knownUids(db: OpenDatabase['db'], uids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < uids.length; start += uidsAtATime) {
    const some = uids.slice(start, start + uidsAtATime);
    const brought = await db
      .selectFrom('calendarEvent')
      .innerJoin('outputItem', 'outputItem.id', 'calendarEvent.itemId')
      .select('uid')
      .where('uid', 'in', some)
      .where('outputItem.deletedAt', 'is', null)
      .execute();
    for (const { uid } of brought) known.add(uid);
    const own = some.filter((uid) => uid.endsWith(ownUidEnd));
    if (own.length === 0) continue;
    const ids = own.map((uid) => uid.slice(0, -ownUidEnd.length));
    const items = await db.selectFrom('outputItem').select('id').where('id', 'in', ids).execute();
    for (const { id } of items) known.add(`${id}${ownUidEnd}`);
  }
  return known;
}

async function readEvents(context: ActorContext, content: string): Promise<FileEvent[]> {
  const { timeZone } = context;
  const { rows } = await readApart('calendar', { content, timeZone, today: today(context) });
  return rows;
}

async function stateEvents(
  db: OpenDatabase['db'],
  events: readonly FileEvent[],
): Promise<CalendarFileEvent[]> {
  const known = await knownUids(
    db,
    events.map(({ uid }) => uid),
  );
  return events.map((event) => {
    if (event.reason !== null && !lookedAtReasons.includes(event.reason)) {
      return { ...event, state: 'wrong' };
    }
    const isKnown = known.has(event.uid);
    // The same event twice in one file is one event.
    known.add(event.uid);
    return { ...event, state: isKnown ? 'known' : 'new' };
  });
}

/**
 * What bringing in a calendar file would do with each of its events.
 * @param content its bytes as base64.
 * @throws {AltavozFailure} `file_refused`.
 */
export async function previewCalendar(
  context: ActorContext,
  content: string,
): Promise<CalendarFileEvent[]> {
  return stateEvents(context.database.db, await readEvents(context, content));
}

/** What a calendar file came to. */
export interface CalendarImported {
  /** The new items, so that they can be removed again. */
  items: RecordVersion[];
  /** How many events were here before. */
  known: number;
  /** How many could not be brought in. */
  wrong: number;
}

/**
 * Logs the new events of a calendar file as events, all or none; those that came in before stay as
 * they are.
 * @param content its bytes as base64.
 * @throws {AltavozFailure} `file_refused`.
 */
export async function importCalendar(
  context: ActorContext,
  content: string,
): Promise<CalendarImported> {
  const read = await readEvents(context, content);
  return transact(context, ['output'], async (write) => {
    const events = await stateEvents(write.db, read);
    const fresh = events.filter(({ state }) => state === 'new');
    const fields = fresh.map(({ title, day, startsAt, endsAt, place, url }) =>
      OutputItemFields.parse({ kind: 'event', title, day, startsAt, endsAt, place, url }),
    );
    const items = await importOutputItems({ ...context, within: write }, fields);
    for (const [index, { uid }] of fresh.entries()) {
      const itemId = items[index]?.id;
      if (itemId === undefined) continue;
      await write.db
        .insertInto('calendarEvent')
        .values({ uid, itemId })
        .onConflict((conflict) => conflict.column('uid').doUpdateSet({ itemId }))
        .execute();
    }
    const count = (state: string) => events.filter((event) => event.state === state).length;
    const came = { known: count('known'), wrong: count('wrong') };
    await write.audit({
      action: 'import',
      record: 'calendar_event',
      recordId: items[0]?.id ?? 'none',
      details: { count: items.length, ...came },
    });
    return { items, ...came };
  });
}
