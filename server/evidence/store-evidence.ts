import { randomUUID } from 'node:crypto';
import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { keptFileName } from '../../shared/evidence/evidence-files.ts';
import type { ActorContext } from '../context.ts';
import { transact, type Write } from '../transaction.ts';
import { type FileTakenIn, takeInFile } from './take-in-file.ts';

/** Bytes of each part of a file in the database; the last part may be shorter. */
export const evidenceChunkBytes = 256 * 1024;

/** A file that came in; `isNew` is false when the very same bytes were kept before. */
export interface StoredEvidence extends EvidenceFile {
  sha256: string;
  isNew: boolean;
}

async function findKept(write: Write, sha256: string): Promise<StoredEvidence | undefined> {
  const row = await write.db
    .selectFrom('evidence')
    .select(['id', 'name', 'mediaType', 'sizeBytes', 'sha256'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { ...row, isNew: false };
}

async function insertFile(
  write: Write,
  name: string,
  { sha256, mediaType, sizeBytes, parts }: FileTakenIn,
): Promise<StoredEvidence> {
  const stored = { id: randomUUID(), name, mediaType, sizeBytes, sha256 };
  await write.db
    .insertInto('evidence')
    .values({ ...stored, createdAt: write.at, createdBy: write.actor.name })
    .execute();
  let position = 0;
  for await (const bytes of parts(evidenceChunkBytes)) {
    const row = { evidenceId: stored.id, position, bytes };
    await write.db.insertInto('evidenceChunk').values(row).execute();
    position += 1;
  }
  return { ...stored, isNew: true };
}

/**
 * Keeps a file with the database, to be named by an appearance or a price. The same bytes twice
 * are one file, under its first name.
 * @throws {AltavozFailure} `evidence_refused` for what it is or how large.
 */
export function storeEvidence(
  context: ActorContext,
  file: { name: string; source: AsyncIterable<Buffer> },
): Promise<StoredEvidence> {
  const name = keptFileName(file.name);
  return takeInFile(name, file.source, (taken) =>
    transact(context, ['press'], async (write) => {
      const stored =
        (await findKept(write, taken.sha256)) ?? (await insertFile(write, name, taken));
      const { id, mediaType, sizeBytes, sha256, isNew } = stored;
      await write.audit({
        action: isNew ? 'create' : 'find',
        record: 'evidence',
        recordId: id,
        details: { name, mediaType, sizeBytes, sha256 },
      });
      return stored;
    }),
  );
}
