import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  KeyMessageFields,
  KeyMessageList,
  KeyMessageRow,
} from '../../../shared/press/coverage.ts';
import { foldForSearch, type Listed, type RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { matchesSearch } from '../../database/search.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { keyMessageKind } from '../tables.ts';

async function refuseTaken(write: Write, text: string, exceptId?: string): Promise<void> {
  const messages = await write.db
    .selectFrom('keyMessage')
    .select(['id', 'text'])
    .where('deletedAt', 'is', null)
    .execute();
  const folded = foldForSearch(text);
  if (messages.some((row) => row.id !== exceptId && foldForSearch(row.text) === folded)) {
    const taken = { code: 'value_taken', record: 'key_message', field: 'text' } as const;
    throw new AltavozFailure({ ...taken, value: text });
  }
}

/** Adds a key message. @throws {AltavozFailure} `value_taken` when it is there, accents aside. */
export function createKeyMessage(
  context: ActorContext,
  fields: KeyMessageFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    await refuseTaken(write, fields.text);
    const { id, version } = await insertRecord(write, keyMessageKind, fields);
    return { id, version };
  });
}

/** Words a key message anew, also for the appearances that carry it. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`. */
export function updateKeyMessage(
  context: ActorContext,
  at: RecordVersion,
  fields: KeyMessageFields,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const before = await readForChange(write, keyMessageKind, at);
    await refuseTaken(write, fields.text, at.id);
    const { id, version } = await updateRecord(write, keyMessageKind, before, fields);
    return { id, version };
  });
}

/** Takes a key message off the forms; the appearances that carry it keep it. */
export function removeKeyMessage(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { id, version } = await removeRecord(write, keyMessageKind, at);
    return { id, version };
  });
}

/** Brings back a key message. @throws {AltavozFailure} `value_taken` when another says the same. */
export function restoreKeyMessage(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { text } = await readForChange(write, keyMessageKind, at);
    await refuseTaken(write, text, at.id);
    const { id, version } = await restoreRecord(write, keyMessageKind, at);
    return { id, version };
  });
}

/** A page of key messages by their text. */
export async function listKeyMessages(
  { db }: OpenDatabase,
  { search, page, pageSize, removed }: KeyMessageList,
): Promise<Listed<KeyMessageRow>> {
  const matching = db
    .selectFrom('keyMessage')
    .where('deletedAt', removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'keyMessage.searchText', search));
  const rows = await matching
    .select(['id', 'version', 'text', 'updatedAt', 'updatedBy'])
    .orderBy('searchText')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}
