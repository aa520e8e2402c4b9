import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addressKey, isFrontPage } from '../../../shared/press/address-key.ts';
import type { FeedEntry } from '../../../shared/press/feed-entries.ts';
import { findMentions } from '../../../shared/press/feeds.ts';
import { foldForSearch } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { FeedEntryTable } from '../../database/feeds-schema.ts';
import type { Tables } from '../../database/schema.ts';
import { transact, type Write } from '../../transaction.ts';
import type { FeedToRead } from './list-feeds-to-read.ts';
import type { FeedReading } from './read-feed.ts';

type Feed = Pick<FeedToRead, 'id' | 'outletId' | 'address'>;

async function selectWords(db: Kysely<Tables>) {
  const rows = await db
    .selectFrom('mentionWord')
    .select(['text', 'isExclusion'])
    .where('deletedAt', 'is', null)
    .orderBy('searchText')
    .execute();
  return rows.map(({ text, isExclusion }) => ({ text, isExclusion: isExclusion === 1 }));
}

interface Mention {
  entry: FeedEntry;
  matched: string[];
}

/** The entries that mention the entity and were not seen before. */
async function selectNews(
  db: Kysely<Tables>,
  { id: feedId }: Feed,
  entries: readonly FeedEntry[],
): Promise<Mention[]> {
  const words = await selectWords(db);
  const mentions = entries.flatMap((entry): Mention[] => {
    const matched = findMentions(`${entry.title} | ${entry.summary ?? ''}`, words);
    return matched.length === 0 ? [] : [{ entry, matched }];
  });
  if (mentions.length === 0) return [];
  const names = mentions.flatMap(({ entry }) => namesOf(entry));
  const seen = await db
    .selectFrom('feedEntry')
    .select(['entryKey', 'title', 'urlKey', 'day'])
    .where('feedId', '=', feedId)
    .where('entryKey', 'in', [...new Set(names)])
    .execute();
  const byName = new Map(seen.map((row) => [row.entryKey, row]));
  return mentions.flatMap((mention) => nameAnew(mention, byName));
}

const isName = (name: string | null): name is string => name !== null;
/** Every name by which an entry may have been stored: what was its own once may repeat later. */
const namesOf = ({ key, guid, address, title }: FeedEntry) =>
  [key, guid, address, title].filter(isName);

type Seen = Pick<FeedEntryTable, 'title' | 'urlKey' | 'day'>;

/** Whether a row is of an entry. What a feed calls as another, of another title, address and day, is another. */
function isOf(row: Seen, { title, address, day }: FeedEntry, isOwnName: boolean): boolean {
  const isSameAddress =
    address !== null && !isFrontPage(address) && row.urlKey === addressKey(address);
  return row.title === title || isSameAddress || (isOwnName && day !== null && row.day === day);
}

/** An entry that was not seen, by a name that no other was stored by; nothing for one that was. */
function nameAnew({ entry, matched }: Mention, byName: ReadonlyMap<string, Seen>): Mention[] {
  const isSeen = namesOf(entry).some((name) => {
    const row = byName.get(name);
    return row !== undefined && isOf(row, entry, name === entry.key);
  });
  const names = [entry.key, entry.address, entry.title].filter(isName);
  const key = names.find((name) => !byName.has(name));
  return isSeen || key === undefined ? [] : [{ entry: { ...entry, key }, matched }];
}

/** Keeps an entry once, however often it is seen; whether it is on record the records themselves tell. */
async function keepEntry(
  write: Write,
  { id: feedId, outletId }: Feed,
  { entry, matched }: Mention,
): Promise<void> {
  const { key: entryKey, title, address, day, author, summary } = entry;
  const undecided = { clippingId: null, state: 'pending', decidedAt: null, decidedBy: null };
  await write.db
    .insertInto('feedEntry')
    .values({
      ...{ id: randomUUID(), version: 1, feedId, outletId, entryKey, title, address },
      ...{ urlKey: addressKey(address), day, author, summary, seenAt: write.at, ...undecided },
      searchText: foldForSearch([title, author, summary].filter(Boolean).join(' ')),
      matched: JSON.stringify(matched),
    })
    .onConflict((conflict) => conflict.columns(['feedId', 'entryKey']).doNothing())
    .execute();
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
  const { db } = context.database;
  const news = reading.outcome === 'ok' ? await selectNews(db, feed, reading.entries) : [];
  if (news.length === 0) {
    await keepState(db, feed, reading, context.now().toISOString());
    return 0;
  }
  return transact(context, ['press'], async (write) => {
    for (const one of news) await keepEntry(write, feed, one);
    await keepState(write.db, feed, reading, write.at);
    const details = { outcome: reading.outcome, kept: news.length };
    await write.audit({ action: 'read', record: 'feed', recordId: feed.id, details });
    return news.length;
  });
}
