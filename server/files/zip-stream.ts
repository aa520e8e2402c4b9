import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive; its content is asked for only when those before it are written. */
export interface ArchiveEntry {
  name: string;
  content: AsyncIterable<string>;
}

interface Written {
  name: Buffer;
  crc: number;
  packedBytes: number;
  bytes: number;
  at: number;
}

/** Names in UTF-8; check sum and sizes follow the content. */
const flags = 0x0808;
const deflated = 8;
/** The first day that the format knows: the same content gives the same bytes. */
const day = 0x21;

function fixedFields(entry: Written): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(day, 8);
  fields.writeUInt32LE(entry.crc, 10);
  fields.writeUInt32LE(entry.packedBytes, 14);
  fields.writeUInt32LE(entry.bytes, 18);
  fields.writeUInt16LE(entry.name.length, 22);
  return fields;
}

function centralRecord(entry: Written): Buffer {
  const head = Buffer.from([0x50, 0x4b, 1, 2, 20, 0]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(entry.at, 10);
  return Buffer.concat([head, fixedFields(entry), tail, entry.name]);
}

function descriptor({ crc, packedBytes, bytes }: Written): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(packedBytes, 8);
  record.writeUInt32LE(bytes, 12);
  return record;
}

function endRecord(count: number, sizeBytes: number, at: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(sizeBytes, 12);
  record.writeUInt32LE(at, 16);
  return record;
}

/** Packs a content as it comes, and keeps count of it. */
async function* pack(content: AsyncIterable<string>, entry: Written): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const text of content) {
      const part = Buffer.from(text);
      entry.crc = crc32(part, entry.crc);
      entry.bytes += part.length;
      yield part;
    }
  }
  const source = Readable.from(counted());
  const packer = createDeflateRaw({ level: 6 });
  source.on('error', (error) => packer.destroy(error));
  for await (const part of source.pipe(packer)) {
    entry.packedBytes += (part as Buffer).length;
    yield part as Buffer;
  }
}

/** Writes a ZIP archive of up to 4 GB part by part: of its files no more than a part is held at a time. */
export async function* zipStream(entries: readonly ArchiveEntry[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  const passed = (part: Buffer) => {
    at += part.length;
    return part;
  };
  for (const { name, content } of entries) {
    const entry = { name: Buffer.from(name), crc: 0, packedBytes: 0, bytes: 0, at };
    written.push(entry);
    yield passed(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fixedFields(entry), entry.name]));
    for await (const part of pack(content, entry)) yield passed(part);
    yield passed(descriptor(entry));
  }
  const central = Buffer.concat(written.map(centralRecord));
  yield central;
  yield endRecord(written.length, central.length, at);
}
