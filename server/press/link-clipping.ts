import { AltavozFailure, type RecordName } from '../../shared/failure.ts';
import type { ClippingFields } from '../../shared/press/schemas.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { inParts } from '../database/many-records.ts';
import type { Write } from '../transaction.ts';

/** A statement takes only so many parameters. */
const idsAtATime = 500;

type Links = Pick<ClippingFields, 'evidenceIds' | 'keyMessageIds' | 'eventId'>;

async function requireAll(
  write: Write,
  record: RecordName,
  table: 'evidence' | 'keyMessage' | 'outputItem',
  ids: readonly string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += idsAtATime) {
    const some = ids.slice(start, start + idsAtATime);
    const rows = await write.db
      .selectFrom(table as 'keyMessage')
      .select('id')
      .where('id', 'in', some)
      .execute();
    const found = new Set(rows.map((row) => row.id));
    const id = some.find((one) => !found.has(one));
    if (id !== undefined) throw new AltavozFailure({ code: 'record_not_found', record, id });
  }
}

/**
 * Checks that what appearances are to be linked with exists; a removed one may still be named.
 * @throws {AltavozFailure} `record_not_found`.
 */
export async function requireLinked(write: Write, all: readonly Links[]): Promise<void> {
  const distinct = (ids: readonly string[]) => [...new Set(ids)];
  await requireAll(write, 'evidence', 'evidence', distinct(all.flatMap((one) => one.evidenceIds)));
  const messages = distinct(all.flatMap((one) => one.keyMessageIds));
  await requireAll(write, 'key_message', 'keyMessage', messages);
  const events = distinct(all.flatMap((one) => one.eventId ?? []));
  await requireAll(write, 'output_item', 'outputItem', events);
}

/** The evidence and the key messages of some appearances, in the order in which they were given. */
export async function selectLinks(db: OpenDatabase['db'], clippingIds: readonly string[]) {
  const links = new Map(
    clippingIds.map((id) => [id, { evidenceIds: [] as string[], keyMessageIds: [] as string[] }]),
  );
  if (clippingIds.length === 0) return links;
  const evidence = await db
    .selectFrom('clippingEvidence')
    .selectAll()
    .where('clippingId', 'in', clippingIds)
    .orderBy('position')
    .execute();
  for (const row of evidence) links.get(row.clippingId)?.evidenceIds.push(row.evidenceId);
  const messages = await db
    .selectFrom('clippingKeyMessage')
    .selectAll()
    .where('clippingId', 'in', clippingIds)
    .orderBy('keyMessageId')
    .execute();
  for (const row of messages) links.get(row.clippingId)?.keyMessageIds.push(row.keyMessageId);
  return links;
}

/** Links appearances that have no links yet. */
export async function insertLinks(
  write: Write,
  clippings: readonly (Pick<Links, 'evidenceIds' | 'keyMessageIds'> & { id: string })[],
): Promise<void> {
  const evidence = clippings.flatMap(({ id: clippingId, evidenceIds }) =>
    evidenceIds.map((evidenceId, position) => ({ clippingId, evidenceId, position })),
  );
  const messages = clippings.flatMap(({ id: clippingId, keyMessageIds }) =>
    keyMessageIds.map((keyMessageId) => ({ clippingId, keyMessageId })),
  );
  for (let start = 0; start < evidence.length; start += 500) {
    const rows = evidence.slice(start, start + 500);
    await write.db.insertInto('clippingEvidence').values(rows).execute();
  }
  for (let start = 0; start < messages.length; start += 500) {
    const rows = messages.slice(start, start + 500);
    await write.db.insertInto('clippingKeyMessage').values(rows).execute();
  }
}

/** Gives appearances the evidence and the key messages of their fields, in place of those they had. */
export async function replaceLinks(
  write: Write,
  clippings: Parameters<typeof insertLinks>[1],
): Promise<void> {
  for (const some of inParts(clippings.map(({ id }) => id))) {
    await write.db.deleteFrom('clippingEvidence').where('clippingId', 'in', some).execute();
    await write.db.deleteFrom('clippingKeyMessage').where('clippingId', 'in', some).execute();
  }
  await insertLinks(write, clippings);
}
