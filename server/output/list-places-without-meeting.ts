import { yearPeriod } from '../../shared/calendar/month.ts';
import type { PlaceWithoutMeeting } from '../../shared/output/places.ts';
import type { OpenDatabase } from '../database/connection.ts';

const meeting = 'community_meeting';

/** The places of the list where no meeting of a year is logged, with the month of the last one before it. */
export async function listPlacesWithoutMeeting(
  { db }: OpenDatabase,
  year: number,
): Promise<PlaceWithoutMeeting[]> {
  const { from, to } = yearPeriod(year);
  const meetings = db
    .selectFrom('outputMonthBy')
    .where('dimension', '=', 'place')
    .where('kind', '=', meeting)
    .where('value', '!=', '');
  const met = await meetings
    .select('value')
    .distinct()
    .where('month', '>=', from)
    .where('month', '<=', to)
    .execute();
  const last = await meetings
    .select('value')
    .select(({ fn }) => fn.max('month').as('month'))
    .where('month', '<', from)
    .groupBy('value')
    .execute();
  const visited = new Set(met.map(({ value }) => value));
  const lastMonths = new Map(last.map(({ value, month }) => [value, month]));
  const places = await db
    .selectFrom('place')
    .select(['id', 'name', 'placeType'])
    .where('deletedAt', 'is', null)
    .orderBy('searchText')
    .orderBy('id')
    .execute();
  return places
    .filter(({ id }) => !visited.has(id))
    .map(({ id, name, placeType }) => ({
      id,
      name,
      placeType: placeType as PlaceWithoutMeeting['placeType'],
      lastMonth: lastMonths.get(id) ?? null,
    }));
}
