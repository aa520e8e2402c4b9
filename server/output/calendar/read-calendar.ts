import { sql } from 'kysely';
import type { CalendarAnswer, CalendarSpan } from '../../../shared/output/calendar/calendar.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import type { RequestState } from '../../../shared/output/requests/request.ts';
import type { OpenDatabase } from '../../database/connection.ts';

/** A screen of a month shows no more. */
const mostItems = 2_000;

/** The items of some days, by day and hour, and the requests that are due on them. */
export async function readCalendar(
  { db }: OpenDatabase,
  { from, to, kinds }: CalendarSpan,
): Promise<CalendarAnswer> {
  let matching = db
    .selectFrom('outputItem')
    .where('outputItem.deletedAt', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', to);
  if (kinds.length > 0) matching = matching.where('kind', 'in', kinds);
  const items = await matching
    .leftJoin('place', 'place.id', 'outputItem.placeId')
    .select(['outputItem.id', 'kind', 'title', 'day', 'startsAt', 'endsAt', 'state'])
    .select(sql<string | null>`coalesce(place.name, output_item.place)`.as('place'))
    .orderBy('day')
    .orderBy(sql`coalesce(starts_at, '')`)
    .orderBy('outputItem.id')
    .limit(mostItems)
    .execute();
  const { total } = await matching
    .select(sql<number>`cast(count(*) as integer)`.as('total'))
    .executeTakeFirstOrThrow();
  const due = await db
    .selectFrom('outputRequest')
    .select(['id', 'title', 'dueDay', 'state'])
    .where('deletedAt', 'is', null)
    .where('dueDay', '>=', from)
    .where('dueDay', '<=', to)
    .where('state', 'in', ['asked', 'in_work'])
    .orderBy('dueDay')
    .orderBy('id')
    .limit(mostItems)
    .execute();
  return {
    items: items.map((item) => ({ ...item, kind: item.kind as KindId })),
    due: due.map((row) => ({
      ...row,
      dueDay: row.dueDay ?? '',
      state: row.state as RequestState,
    })),
    total,
  };
}
