import type { House } from '../../context.ts';

/** A feed that is to be read now. */
export interface FeedToRead {
  id: string;
  outletId: string;
  address: string;
  etag: string | null;
  lastModified: string | null;
  /** Names this reading among processes: a request of somebody, or the turn of the schedule. */
  slot: string;
}

/** Minutes between two readings of a feed. */
const everyMinutes = 30;
/** Minutes by which clocks of machines that share a database may differ. */
const mostAheadMinutes = 1;

/** The feeds that somebody asked for, or whose last reading is half an hour old or still to come; the oldest first. */
export async function listFeedsToRead(house: House): Promise<FeedToRead[]> {
  const now = house.now();
  const before = new Date(now.getTime() - everyMinutes * 60_000).toISOString();
  const ahead = new Date(now.getTime() + mostAheadMinutes * 60_000).toISOString();
  const rows = await house.database.db
    .selectFrom('feed')
    .leftJoin('feedState', 'feedState.feedId', 'feed.id')
    .select(['feed.id', 'outletId', 'feed.address', 'feedState.address as readAddress'])
    .select(['etag', 'lastModified', 'attemptedAt', 'requestedAt'])
    .where('feed.deletedAt', 'is', null)
    .where('isActive', '=', 1)
    .where((row) =>
      row.or([
        row('attemptedAt', 'is', null),
        row('attemptedAt', '<=', before),
        // Read by a clock that was ahead: nobody waits until then.
        row('attemptedAt', '>', ahead),
        row('requestedAt', '>', row.ref('attemptedAt')),
      ]),
    )
    .orderBy('attemptedAt')
    .orderBy('feed.id')
    .execute();
  return rows.map(({ id, outletId, address, readAddress, attemptedAt, requestedAt, ...row }) => {
    const isSame = address === readAddress;
    const turn =
      requestedAt !== null && requestedAt > (attemptedAt ?? '') ? requestedAt : attemptedAt;
    return {
      ...{ id, outletId, address },
      etag: isSame ? row.etag : null,
      lastModified: isSame ? row.lastModified : null,
      slot: `${id} ${turn ?? 'first'}`,
    };
  });
}
