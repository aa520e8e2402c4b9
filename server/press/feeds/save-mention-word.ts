import { AltavozFailure } from '../../../shared/failure.ts';
import { titleKey } from '../../../shared/press/address-key.ts';
import type { MentionWordFields } from '../../../shared/press/feeds.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { Flag } from '../../database/record-columns.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { mentionWordKind } from './feed-tables.ts';

async function refuseTakenText(write: Write, text: string, exceptId?: string): Promise<void> {
  const rows = await write.db
    .selectFrom('mentionWord')
    .select(['id', 'text'])
    .where('deletedAt', 'is', null)
    .execute();
  const key = titleKey(text);
  if (rows.some((row) => row.id !== exceptId && titleKey(row.text) === key)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'mention_word',
      field: 'text',
      value: text,
    });
  }
}

/**
 * Makes the next reading of every feed a whole one. What a feed says now was sifted by the words
 * of before, and a feed that did not change would not say it again.
 */
async function forgetReadings(write: Write): Promise<void> {
  await write.db.updateTable('feedState').set({ etag: null, lastModified: null }).execute();
}

/**
 * Adds a name by which the entity is spoken of, or one that only looks like it.
 * @throws {AltavozFailure} `value_taken` when it is there, accents and case aside.
 */
export function createMentionWord(
  context: ActorContext,
  { text, isExclusion }: MentionWordFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    await refuseTakenText(write, text);
    const columns = { text, isExclusion: (isExclusion ? 1 : 0) as Flag };
    const { id, version } = await insertRecord(write, mentionWordKind, columns);
    await forgetReadings(write);
    return { id, version };
  });
}

/** Removes a word: entries that mention it stay, and new ones are not looked for by it. */
export function removeMentionWord(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { id, version } = await removeRecord(write, mentionWordKind, at);
    await forgetReadings(write);
    return { id, version };
  });
}

/** Brings back a removed word. @throws {AltavozFailure} `value_taken` when it is there again. */
export function restoreMentionWord(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { text } = await readForChange(write, mentionWordKind, at);
    await refuseTakenText(write, text, at.id);
    const { id, version } = await restoreRecord(write, mentionWordKind, at);
    await forgetReadings(write);
    return { id, version };
  });
}
