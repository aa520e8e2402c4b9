import { inflateRawSync } from 'node:zlib';
import { largestUnpackedBytes } from '../../shared/imports/limits.ts';
import { refuseFile } from './decode-text.ts';

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const partMark = 0x04034b50;
const mostParts = 2_000;
const smallestPiece = 16 * 1024;

/** Where the list of an archive's parts stands, and how many they are. */
function findDirectory(bytes: Buffer): { at: number; parts: number } {
  const earliest = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= earliest; at -= 1) {
    if (bytes.readUInt32LE(at) !== endMark) continue;
    return { at: bytes.readUInt32LE(at + 16), parts: bytes.readUInt16LE(at + 10) };
  }
  throw refuseFile('cut_short');
}

/** Unpacks one part; what it says that it measures may be a lie. */
function unpackPart(bytes: Buffer, entry: number, room: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const head = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(head) !== partMark) throw refuseFile('cut_short');
  const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
  if (start + packed > bytes.length) throw refuseFile('cut_short');
  if (method === 0) return bytes.subarray(start, start + packed);
  if (method !== 8) throw refuseFile('not_a_table');
  const maxOutputLength = Math.max(1, room);
  // In one piece where it measures what it says: thousands of small ones leave their memory in shreds.
  const said = bytes.readUInt32LE(entry + 24);
  const chunkSize = Math.min(Math.max(said + 1, smallestPiece), maxOutputLength + smallestPiece);
  const options = { maxOutputLength, chunkSize };
  return inflateRawSync(bytes.subarray(start, start + packed), options);
}

/** The failures of reading past the end of a Buffer or of what zlib takes for damage. */
function refusalOf(error: unknown): unknown {
  const code = String((error as { code?: unknown }).code ?? '');
  if (code === 'ERR_BUFFER_TOO_LARGE') return refuseFile('swollen_archive');
  return code === 'ERR_OUT_OF_RANGE' || code.startsWith('Z_') ? refuseFile('cut_short') : error;
}

/**
 * Looks through a ZIP archive before anything else opens it, and gives the names of its parts.
 * @param look is shown each part, unpacked.
 * @throws {AltavozFailure} `file_refused`: cut short, or larger unpacked than is let in.
 */
export function inspectArchive(
  bytes: Buffer,
  mostUnpackedBytes: number = largestUnpackedBytes,
  look: (name: string, content: Buffer) => void = () => undefined,
): string[] {
  try {
    const { at, parts } = findDirectory(bytes);
    if (parts > mostParts) throw refuseFile('swollen_archive');
    const names: string[] = [];
    let entry = at;
    let room = mostUnpackedBytes;
    for (let part = 0; part < parts; part += 1) {
      if (bytes.readUInt32LE(entry) !== entryMark) throw refuseFile('cut_short');
      const nameLength = bytes.readUInt16LE(entry + 28);
      const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength);
      const content = unpackPart(bytes, entry, room);
      names.push(name);
      room -= content.length;
      if (room <= 0) throw refuseFile('swollen_archive');
      look(name, content);
      entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
    }
    return names;
  } catch (error) {
    throw refusalOf(error);
  }
}
