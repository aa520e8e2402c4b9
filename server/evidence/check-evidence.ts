import { createHash } from 'node:crypto';
import type { OpenDatabase } from '../database/connection.ts';
import { evidenceChunkBytes } from './store-evidence.ts';

/** What is wrong with a file that is kept: a part of it, its size, or what it says. */
export interface EvidenceFault {
  id: string;
  name: string;
  fault: 'part_missing' | 'part_too_many' | 'part_size' | 'content';
  /** Which part, from 1; of how many. */
  part?: number;
  of: number;
}

type Kept = { id: string; name: string; sizeBytes: number; sha256: string };

/** Reads the parts of a file in their order; nothing where all are there and say what came in. */
async function findFault({ db }: OpenDatabase, kept: Kept): Promise<EvidenceFault | undefined> {
  const { id, name, sizeBytes, sha256 } = kept;
  const of = Math.ceil(sizeBytes / evidenceChunkBytes);
  const rows = await db
    .selectFrom('evidenceChunk')
    .select('position')
    .where('evidenceId', '=', id)
    .execute();
  const positions = new Set(rows.map(({ position }) => position));
  const beyond = rows.find(({ position }) => position < 0 || position >= of);
  if (beyond) return { id, name, fault: 'part_too_many', part: beyond.position + 1, of };
  const hash = createHash('sha256');
  for (let position = 0; position < of; position += 1) {
    const part = position + 1;
    if (!positions.has(position)) return { id, name, fault: 'part_missing', part, of };
    // One part at a time: a file may be larger than the memory of a small machine.
    const { bytes } = await db
      .selectFrom('evidenceChunk')
      .select('bytes')
      .where('evidenceId', '=', id)
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
    const due = part < of ? evidenceChunkBytes : sizeBytes - position * evidenceChunkBytes;
    if (bytes.length !== due) return { id, name, fault: 'part_size', part, of };
    hash.update(bytes);
  }
  return hash.digest('hex') === sha256 ? undefined : { id, name, fault: 'content', of };
}

/**
 * Reads every file that is kept and holds it against what came in: its parts, their order and sizes, and
 * the SHA-256 of the whole.
 */
export async function checkEvidence(database: OpenDatabase): Promise<EvidenceFault[]> {
  const files = await database.db
    .selectFrom('evidence')
    .select(['id', 'name', 'sizeBytes', 'sha256'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const faults: EvidenceFault[] = [];
  for (const file of files) {
    const found = await findFault(database, file);
    if (found) faults.push(found);
  }
  return faults;
}
