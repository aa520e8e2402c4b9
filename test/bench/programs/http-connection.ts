import { connect, type Socket } from 'node:net';

/** One kept-alive connection that has one request under way at a time. */
export interface HttpConnection {
  /** Sends a request that is written out and resolves with the status once its answer is complete. */
  ask(request: Buffer): Promise<number>;
  /** The body of the last answer, only where it is wanted: copying it is not part of a request. */
  lastBody(): string;
  close(): void;
}

const endOfHead = Buffer.from('\r\n\r\n');

function contentLength(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without its length: ${head}`);
  return Number(length);
}

/**
 * Opens a connection. It reads no more of HTTP than the answers of the bench need, so that little
 * of what is measured is the client's own work.
 */
export async function openConnection(port: number): Promise<HttpConnection> {
  const socket: Socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  let answer: Buffer = Buffer.alloc(0);
  let bodyAt = 0;
  let expected = Number.POSITIVE_INFINITY;
  let status = 0;
  let settle: { resolve(status: number): void; reject(error: Error): void } | undefined;

  socket.on('data', (chunk) => {
    answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk]);
    if (expected === Number.POSITIVE_INFINITY) {
      const end = answer.indexOf(endOfHead);
      if (end < 0) return;
      const head = answer.toString('latin1', 0, end);
      bodyAt = end + endOfHead.length;
      status = Number(head.slice(9, 12));
      expected = bodyAt + contentLength(head);
    }
    if (answer.length >= expected) settle?.resolve(status);
  });
  socket.on('close', () => settle?.reject(new Error('the server closed the connection')));
  socket.on('error', (error) => settle?.reject(error));
  return {
    ask(request) {
      answer = Buffer.alloc(0);
      expected = Number.POSITIVE_INFINITY;
      return new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(request);
      });
    },
    lastBody: () => answer.toString('utf8', bodyAt, expected),
    close: () => socket.destroy(),
  };
}
