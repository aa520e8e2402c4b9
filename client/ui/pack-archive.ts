/** A file of an archive, whose text comes in parts. */
interface ArchiveEntry {
  name: string;
  content: AsyncIterable<string>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const remainders = Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  }
  return remainder;
});

function checkSum(bytes: Bytes): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (remainders[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

async function deflate(bytes: Bytes): Promise<Bytes> {
  const packer = new CompressionStream('deflate-raw');
  const packed = new Response(packer.readable).arrayBuffer();
  const writer = packer.writable.getWriter();
  await writer.write(bytes);
  await writer.close();
  return new Uint8Array(await packed);
}

async function textOf(content: AsyncIterable<string>): Promise<Bytes> {
  const parts: string[] = [];
  for await (const part of content) parts.push(part);
  return new TextEncoder().encode(parts.join(''));
}

/** Writes numbers of two or four bytes, the lowest byte first. */
function fields(...values: (readonly [bytes: 2 | 4, value: number])[]): Bytes {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** Names in UTF-8. */
const flags = 0x0800;
const deflated = 8;
/** The first day that the format knows: the same content gives the same bytes. */
const firstDay = 0x21;

/** Packs files of text into a ZIP archive, in their order. */
export async function packArchive(entries: readonly ArchiveEntry[]): Promise<Bytes[]> {
  const parts: Bytes[] = [];
  const central: Bytes[] = [];
  let at = 0;
  for (const { name, content } of entries) {
    const bytes = await textOf(content);
    const packed = await deflate(bytes);
    const named = new TextEncoder().encode(name);
    const common = [
      [2, 20],
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, firstDay],
      [4, checkSum(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, named.length],
      [2, 0],
    ] as const;
    const own = [fields([4, 0x04034b50], ...common), named, packed];
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const;
    central.push(fields([4, 0x02014b50], [2, 20], ...common, ...rest), named);
    parts.push(...own);
    at += own.reduce((sum, { length }) => sum + length, 0);
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const count = entries.length;
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, at],
    [2, 0],
  );
  return [...parts, ...central, end];
}
