import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addressKey } from '../../../shared/press/address-key.ts';
import type { FeedEntry } from '../../../shared/press/feed-entries.ts';
import { findMentions } from '../../../shared/press/feeds.ts';
import { foldForSearch } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { Tables } from '../../database/schema.ts';
import { transact, type Write } from '../../transaction.ts';
import type { FeedToRead } from './list-feeds-to-read.ts';
import type { FeedReading } from './read-feed.ts';

type Feed = Pick<FeedToRead, 'id' | 'outletId' | 'address'>;

async function selectWords(write: Write) {
  const rows = await write.db
    .selectFrom('mentionWord')
    .select(['text', 'isExclusion'])
    .where('deletedAt', 'is', null)
    .orderBy('searchText')
    .execute();
  return rows.map(({ text, isExclusion }) => ({ text, isExclusion: isExclusion === 1 }));
}

/** The appearance on record that has the address of an entry. */
async function findLogged(write: Write, urlKey: string | null): Promise<string | null> {
  if (urlKey === null) return null;
  const row = await write.db
    .selectFrom('clipping')
    .select('id')
    .where('urlKey', '=', urlKey)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Keeps an entry that mentions the entity once, however often it is seen; what is logged already is taken. */
async function keepEntry(
  write: Write,
  { id: feedId, outletId }: Feed,
  entry: FeedEntry,
  matched: readonly string[],
): Promise<boolean> {
  const { key: entryKey, title, address, day, author, summary } = entry;
  const urlKey = addressKey(address);
  const clippingId = await findLogged(write, urlKey);
  const { numInsertedOrUpdatedRows } = await write.db
    .insertInto('feedEntry')
    .values({
      ...{ id: randomUUID(), version: 1, feedId, outletId, entryKey, urlKey, title, address },
      ...{ day, author, summary, clippingId, seenAt: write.at },
      searchText: foldForSearch([title, author, summary].filter(Boolean).join(' ')),
      matched: JSON.stringify(matched),
      state: clippingId === null ? 'pending' : 'accepted',
      decidedAt: clippingId === null ? null : write.at,
      decidedBy: clippingId === null ? null : write.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['feedId', 'entryKey']).doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function keepEntries(write: Write, feed: Feed, entries: readonly FeedEntry[]) {
  const words = await selectWords(write);
  let kept = 0;
  for (const entry of entries) {
    const matched = findMentions(`${entry.title} | ${entry.summary ?? ''}`, words);
    if (matched.length > 0 && (await keepEntry(write, feed, entry, matched))) kept += 1;
  }
  return kept;
}

/** Where the reading of a feed stands now. */
async function keepState(
  db: Kysely<Tables>,
  { id: feedId, address }: Feed,
  reading: FeedReading,
  attemptedAt: string,
): Promise<void> {
  const { outcome } = reading;
  const failure = outcome === 'failed' ? JSON.stringify(reading.failure) : null;
  const read = { attemptedAt, outcome, failure };
  const known = {
    // Of which address the marks are: those of another are never sent to it.
    ...(outcome === 'ok'
      ? { address, etag: reading.etag, lastModified: reading.lastModified }
      : {}),
    ...(outcome === 'failed' ? {} : { succeededAt: attemptedAt }),
  };
  const unknown = { etag: null, lastModified: null, succeededAt: null, requestedAt: null };
  await db
    .insertInto('feedState')
    .values({ feedId, address, ...unknown, ...read, ...known })
    .onConflict((conflict) => conflict.column('feedId').doUpdateSet({ ...read, ...known }))
    .execute();
}

/**
 * Stores what came of reading a feed: its entries that mention the entity and were not seen
 * before, and where the reading stands. A failure is recorded with its reason. A reading that
 * brought nothing touches no record: nothing that is kept of the area is made anew for it.
 * @returns how many entries are new.
 */
export async function recordFeedReading(
  context: ActorContext,
  feed: Feed,
  reading: FeedReading,
): Promise<number> {
  if (reading.outcome !== 'ok') {
    await keepState(context.database.db, feed, reading, context.now().toISOString());
    return 0;
  }
  const { entries, outcome } = reading;
  return transact(context, ['press'], async (write) => {
    const kept = await keepEntries(write, feed, entries);
    await keepState(write.db, feed, reading, write.at);
    await write.audit({
      action: 'read',
      record: 'feed',
      recordId: feed.id,
      details: { outcome, kept },
    });
    return kept;
  });
}
