import { sql } from 'kysely';
import type {
  EntryState,
  FeedEntryList,
  FeedEntryRow,
  FeedFailure,
  FeedList,
  FeedRow,
  MentionWordList,
  MentionWordRow,
  OpenFeedEntry,
} from '../../../shared/press/feeds.ts';
import type { Listed } from '../../../shared/records.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { matchesSearch, searchPatterns } from '../../database/search.ts';

/** The condition that a row or its outlet holds every word of a search. */
function alsoByOutlet(column: string, search: string) {
  const text = sql`${sql.ref('outlet.searchText')} || ' ' || ${sql.ref(column)}`;
  const conditions = searchPatterns(search).map(
    (pattern) => sql<boolean>`${text} like ${pattern} escape '\\'`,
  );
  return conditions.reduce((all, one) => sql<boolean>`${all} and ${one}`, sql<boolean>`1 = 1`);
}

/** The appearance on record that an entry is: the one it was taken as, or any that has its address. */
const captured = sql<string | null>`coalesce(
  (select id from clipping
    where id = ${sql.ref('feedEntry.clippingId')} and ${sql.ref('clipping.deletedAt')} is null),
  (select min(id) from clipping
    where ${sql.ref('clipping.urlKey')} = ${sql.ref('feedEntry.urlKey')}
      and ${sql.ref('clipping.deletedAt')} is null))`;

/**
 * Whether an entry is in a state. What is on record is told by the records themselves: it is taken
 * as soon as its address is logged by any way, and waits again once the appearance is gone.
 */
function isInState(state: EntryState) {
  const stored = sql.ref<EntryState>('feedEntry.state');
  if (state === 'dismissed') return sql<boolean>`${stored} = 'dismissed'`;
  const isCaptured = sql.raw(state === 'accepted' ? 'is not null' : 'is null');
  return sql<boolean>`${stored} in ('pending', 'accepted') and ${captured} ${isCaptured}`;
}

/** A page of feeds by outlet, with where the reading of each stands. */
export async function selectFeeds({ db }: OpenDatabase, list: FeedList): Promise<Listed<FeedRow>> {
  const { outletId } = list;
  const matching = db
    .selectFrom('feed')
    .innerJoin('outlet', 'outlet.id', 'feed.outletId')
    .leftJoin('feedState', 'feedState.feedId', 'feed.id')
    .where('feed.deletedAt', list.removed ? 'is not' : 'is', null)
    .where(alsoByOutlet('feed.searchText', list.search))
    .$if(outletId !== undefined, (query) => query.where('outletId', '=', outletId as string));
  const rows = await matching
    .select(['feed.id', 'feed.version', 'feed.updatedAt', 'feed.updatedBy', 'outletId'])
    .select(['outlet.name as outletName', 'feed.address', 'isActive', 'attemptedAt', 'succeededAt'])
    .select(['outcome', 'failure', 'requestedAt'])
    .select((feed) =>
      feed
        .selectFrom('feedEntry')
        .select((entry) => entry.fn.countAll<number>().as('count'))
        .whereRef('feedEntry.feedId', '=', 'feed.id')
        .where(isInState('pending'))
        .as('pending'),
    )
    .orderBy('outlet.searchText')
    .orderBy('feed.address')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map(({ isActive, outcome, failure, requestedAt, pending, ...row }) => ({
      ...row,
      isActive: isActive === 1,
      outcome: outcome as FeedRow['outcome'],
      failure: failure === null ? null : (JSON.parse(failure) as FeedFailure),
      isRequested: requestedAt !== null && requestedAt > (row.attemptedAt ?? ''),
      pending: pending ?? 0,
    })),
    total,
  };
}

/** A page of entries in one state, what was seen last first. */
export async function selectFeedEntries(
  { db }: OpenDatabase,
  list: FeedEntryList,
): Promise<Listed<FeedEntryRow>> {
  const { outletId } = list;
  const matching = db
    .selectFrom('feedEntry')
    .innerJoin('outlet', 'outlet.id', 'feedEntry.outletId')
    .where(isInState(list.state))
    .where(alsoByOutlet('feedEntry.searchText', list.search))
    .$if(outletId !== undefined, (query) => query.where('outletId', '=', outletId as string));
  const rows = await matching
    .select([
      'feedEntry.id',
      'feedEntry.version',
      'feedId',
      'outletId',
      'outlet.name as outletName',
    ])
    .select(['title', 'address', 'day', 'author', 'summary', 'matched', captured.as('clippingId')])
    .select(['seenAt', 'decidedAt', 'decidedBy'])
    .orderBy('seenAt', 'desc')
    .orderBy('feedEntry.id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({
      ...row,
      matched: JSON.parse(row.matched) as string[],
      state: list.state,
    })),
    total,
  };
}

/** The entries with one of some addresses, by their keys, that no appearance on record is of. */
export async function selectOpenEntries(
  { db }: OpenDatabase,
  urlKeys: readonly string[],
): Promise<OpenFeedEntry[]> {
  if (urlKeys.length === 0) return [];
  const rows = await db
    .selectFrom('feedEntry')
    .innerJoin('outlet', 'outlet.id', 'feedEntry.outletId')
    .select(['feedEntry.id', 'feedEntry.version', 'title', 'outlet.name as outletName'])
    .select(['urlKey', 'state', 'day', 'decidedBy'])
    .where('urlKey', 'in', urlKeys)
    .where(sql<boolean>`${captured} is null`)
    .orderBy('seenAt')
    .orderBy('feedEntry.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    urlKey: row.urlKey ?? '',
    // One that was taken waits again once its appearance is gone.
    state: row.state === 'dismissed' ? 'dismissed' : 'pending',
  }));
}

/** A page of the words by which the entity is known in feeds, names before exclusions. */
export async function selectMentionWords(
  { db }: OpenDatabase,
  list: MentionWordList,
): Promise<Listed<MentionWordRow>> {
  const matching = db
    .selectFrom('mentionWord')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'mentionWord.searchText', list.search));
  const rows = await matching
    .select(['id', 'version', 'updatedAt', 'updatedBy', 'text', 'isExclusion'])
    .orderBy('isExclusion')
    .orderBy('searchText')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map((row) => ({ ...row, isExclusion: row.isExclusion === 1 })), total };
}
