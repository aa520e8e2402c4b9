import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What `readBody` unpacks, for the header that asks for it. */
export const packings = 'gzip, br, deflate';

/** A body that would not fit its bound. */
export class BodyTooLarge extends Error {}

function unpacked(response: IncomingMessage): Readable {
  switch (response.headers['content-encoding']?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return response.pipe(createGunzip());
    case 'br':
      return response.pipe(createBrotliDecompress());
    case 'deflate':
      return response.pipe(createInflate());
    default:
      return response;
  }
}

/**
 * Reads a body to its end, or as far as what is left of it would be too much, unpacked too.
 * @throws {BodyTooLarge}
 */
export async function readBody(response: IncomingMessage, largestBytes: number): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > largestBytes) throw new BodyTooLarge();
  const body = unpacked(response);
  // What breaks the connection is to break the reading of what it unpacks.
  response.once('error', (error) => body.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
