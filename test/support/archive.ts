import { constants, deflateRawSync } from 'node:zlib';

/** What a part of an archive holds: some bytes, or a text that begins, repeats and ends. */
export type PartContent = Buffer | { head: string; unit: string; times: number; tail: string };

const unitsAtATime = 1_000;

/** Packs a part; of what repeats no more is packed than a thousand units. */
function pack(content: PartContent): { packed: Buffer; size: number } {
  if (Buffer.isBuffer(content)) return { packed: deflateRawSync(content), size: content.length };
  const { head, unit, times, tail } = content;
  const whole = { finishFlush: constants.Z_FULL_FLUSH };
  const rounds = Math.floor(times / unitsAtATime);
  const many = rounds > 0 ? deflateRawSync(unit.repeat(unitsAtATime), whole) : Buffer.alloc(0);
  const packed = Buffer.concat([
    deflateRawSync(head, whole),
    ...Array.from({ length: rounds }, () => many),
    deflateRawSync(unit.repeat(times % unitsAtATime) + tail),
  ]);
  return { packed, size: Buffer.byteLength(head + tail) + Buffer.byteLength(unit) * times };
}

/** A ZIP of some parts. @param saidSize what each is said to measure unpacked, where that is a lie. */
export function archiveOf(parts: Readonly<Record<string, PartContent>>, saidSize?: number): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const { packed, size } = pack(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(saidSize ?? size, 18);
    fields.writeUInt16LE(name.length, 22);
    const file = [Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed];
    files.push(...file);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.from('PK\x01\x02\x00\x00'), fields, place, Buffer.from(name));
    at += file.reduce((sum, { length }) => sum + length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const place of [8, 10]) end.writeUInt16LE(Object.keys(parts).length, place);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...entries, end]);
}

/** A ZIP of one part, which may lie about what it measures unpacked. */
export function archive(name: string, content: Buffer, saidSize?: number): Buffer {
  return archiveOf({ [name]: content }, saidSize);
}
