import { z } from 'zod';
import { addressKeys } from '../../../shared/press/address-key.ts';
import {
  FeedEntryAddresses,
  FeedEntryList,
  FeedFields,
  FeedList,
  MentionWordFields,
  MentionWordList,
} from '../../../shared/press/feeds.ts';
import { RecordId, RecordVersion } from '../../../shared/records.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import { acceptFeedEntry, dismissFeedEntry, recallFeedEntry } from './decide-feed-entry.ts';
import {
  selectFeedEntries,
  selectFeeds,
  selectMentionWords,
  selectOpenEntries,
} from './feed-queries.ts';
import { requestFeeds } from './request-feeds.ts';
import { createFeed, removeFeed, restoreFeed, updateFeed } from './save-feed.ts';
import { createMentionWord, removeMentionWord, restoreMentionWord } from './save-mention-word.ts';

const everyone = allowEveryRole(['press']);
const pressOffice = allow(['admin', 'coordinator', 'press']);

/** Feeds of outlets, what of them mentions the entity, and what is made of it. */
export const feedsProcedures = {
  // Not kept: when a feed was read is no record, and changes without one.
  listFeeds: allowEveryRole()
    .input(FeedList)
    .query(({ ctx, input }) => selectFeeds(ctx.database, input)),
  createFeed: pressOffice.input(FeedFields).mutation(({ ctx, input }) => createFeed(ctx, input)),
  updateFeed: pressOffice
    .input(z.object({ at: RecordVersion, fields: FeedFields }))
    .mutation(({ ctx, input }) => updateFeed(ctx, input.at, input.fields)),
  removeFeed: pressOffice.input(RecordVersion).mutation(({ ctx, input }) => removeFeed(ctx, input)),
  restoreFeed: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreFeed(ctx, input)),
  requestFeeds: pressOffice.mutation(({ ctx }) => requestFeeds(ctx)),
  listFeedEntries: costly(everyone, 'read')
    .input(FeedEntryList)
    .query(({ ctx, input }) => selectFeedEntries(ctx.database, input)),
  findOpenEntries: everyone
    .input(FeedEntryAddresses)
    .query(({ ctx, input }) => selectOpenEntries(ctx.database, addressKeys(input.addresses))),
  dismissFeedEntry: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => dismissFeedEntry(ctx, input)),
  recallFeedEntry: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => recallFeedEntry(ctx, input)),
  acceptFeedEntry: pressOffice
    .input(z.object({ at: RecordVersion, clippingId: RecordId }))
    .mutation(({ ctx, input }) => acceptFeedEntry(ctx, input.at, input.clippingId)),
  listMentionWords: everyone
    .input(MentionWordList)
    .query(({ ctx, input }) => selectMentionWords(ctx.database, input)),
  createMentionWord: pressOffice
    .input(MentionWordFields)
    .mutation(({ ctx, input }) => createMentionWord(ctx, input)),
  removeMentionWord: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeMentionWord(ctx, input)),
  restoreMentionWord: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreMentionWord(ctx, input)),
};
