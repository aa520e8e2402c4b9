import type { OpenDatabase } from '../database/connection.ts';
import { evidenceChunkBytes, type StoredEvidence } from './store-evidence.ts';

/** A file that is kept, to be read as a stream. */
export interface OpenedEvidence extends Omit<StoredEvidence, 'isNew'> {
  /** The bytes from the first to the last, both included. */
  read(first: number, last: number): AsyncGenerator<Buffer>;
}

async function* readBytes(
  { db }: OpenDatabase,
  evidenceId: string,
  first: number,
  last: number,
): AsyncGenerator<Buffer> {
  const lastPart = Math.floor(last / evidenceChunkBytes);
  for (let part = Math.floor(first / evidenceChunkBytes); part <= lastPart; part += 1) {
    const { bytes } = await db
      .selectFrom('evidenceChunk')
      .select('bytes')
      .where('evidenceId', '=', evidenceId)
      .where('position', '=', part)
      .executeTakeFirstOrThrow();
    const start = part * evidenceChunkBytes;
    yield Buffer.from(bytes).subarray(Math.max(0, first - start), last - start + 1);
  }
}

/** Finds a file by its identifier; its bytes are read part by part, as they are asked for. */
export async function openEvidence(
  database: OpenDatabase,
  id: string,
): Promise<OpenedEvidence | undefined> {
  const row = await database.db
    .selectFrom('evidence')
    .select(['id', 'name', 'mediaType', 'sizeBytes', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, read: (first, last) => readBytes(database, id, first, last) };
}
