import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  evidenceTypes,
  isNameLying,
  largestEvidenceBytes,
} from '../../shared/evidence/evidence-files.ts';
import { AltavozFailure, type EvidenceRefusal } from '../../shared/failure.ts';
import { readApart } from '../apart/read-apart.ts';
import { openNameless } from './nameless-file.ts';

/** A file that arrived whole: what it is, and where its bytes wait. */
export interface FileTakenIn {
  sha256: string;
  mediaType: string;
  sizeBytes: number;
  /** Reads it in parts of a size, the last one perhaps shorter. */
  parts(bytes: number): AsyncGenerator<Buffer>;
}

/** Enough of the start of a file to tell what it holds. */
const headBytes = 4_100;

function refuse(reason: EvidenceRefusal): AltavozFailure {
  const limit = reason === 'too_large' ? { limit: largestEvidenceBytes / 1024 / 1024 } : {};
  return new AltavozFailure({ code: 'evidence_refused', reason, ...limit });
}

async function typeOf(head: Buffer, name: string): Promise<string> {
  const { mediaType } = await readApart('mediaType', { head }).catch((error: unknown) => {
    // A beginning that takes too much to be read is of no type that is kept.
    const failure = error instanceof AltavozFailure ? error.failure : undefined;
    const isRefused = failure?.code === 'file_refused' && failure.reason !== 'interrupted';
    throw isRefused ? refuse('type') : error;
  });
  if (mediaType === undefined || !(mediaType in evidenceTypes)) throw refuse('type');
  if (isNameLying(name, mediaType)) throw refuse('lying_name');
  return mediaType;
}

async function write(file: FileHandle, source: AsyncIterable<Buffer>) {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let sizeBytes = 0;
  for await (const chunk of source) {
    sizeBytes += chunk.length;
    if (sizeBytes > largestEvidenceBytes) throw refuse('too_large');
    if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
    hash.update(chunk);
    await file.appendFile(chunk);
  }
  if (sizeBytes === 0) throw refuse('empty');
  return { sha256: hash.digest('hex'), sizeBytes, head };
}

async function* readParts(file: FileHandle, bytes: number): AsyncGenerator<Buffer> {
  let position = 0;
  for (;;) {
    const part = Buffer.alloc(bytes);
    const { bytesRead } = await file.read(part, 0, bytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield part.subarray(0, bytesRead);
  }
}

/**
 * Takes in a file as it arrives, never whole in memory, and gives it to `use` once its size and
 * what it holds are known to be let in; nothing of it is left here afterwards.
 * @throws {AltavozFailure} `evidence_refused`.
 */
export async function takeInFile<Result>(
  name: string,
  source: AsyncIterable<Buffer>,
  use: (file: FileTakenIn) => Promise<Result>,
): Promise<Result> {
  const file = await openNameless();
  try {
    const { head, ...known } = await write(file, source);
    const mediaType = await typeOf(head, name);
    return await use({ ...known, mediaType, parts: (bytes) => readParts(file, bytes) });
  } finally {
    await file.close();
  }
}
