import { sql } from 'kysely';
import { addDays } from '../../../shared/calendar/day.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { type House, today } from '../../context.ts';
import { listKinds } from '../output-kinds.ts';
import { findCalendar } from './calendar-address.ts';
import { type FeedItem, writeCalendar } from './write-calendar.ts';

/** A calendar program is told of a year back, and of everything to come. */
const daysBack = 366;
const mostItems = 5_000;

async function selectFeedItems(house: House, kinds: KindId[]): Promise<FeedItem[]> {
  const { database } = house;
  let matching = database.db
    .selectFrom('outputItem')
    .leftJoin('place', 'place.id', 'outputItem.placeId')
    .select(['outputItem.id', 'outputItem.version', 'outputItem.updatedAt', 'kind', 'title'])
    .select(['day', 'startsAt', 'endsAt', 'responsible', 'url', 'state'])
    .select(sql<string | null>`coalesce(place.name, output_item.place)`.as('place'))
    .where('outputItem.deletedAt', 'is', null)
    .where('day', '>=', addDays(today(house), -daysBack));
  if (kinds.length > 0) matching = matching.where('kind', 'in', kinds);
  const rows = await matching
    .orderBy('day', 'desc')
    .orderBy('outputItem.id')
    .limit(mostItems)
    .execute();
  const labels = new Map(
    (await listKinds(database)).map(({ id, label }) => [id as string, label.one.es]),
  );
  return rows.map(({ kind, ...row }) => ({ ...row, kindLabel: labels.get(kind) ?? kind }));
}

/** The calendar behind a secret address, as an iCalendar file; nothing when the address does not work. */
export async function readFeed(house: House, secret: string): Promise<string | undefined> {
  const kinds = await findCalendar(house.database, secret);
  if (!kinds) return undefined;
  const items = await selectFeedItems(house, kinds);
  return writeCalendar(items, { name: 'Altavoz', timeZone: house.timeZone });
}
