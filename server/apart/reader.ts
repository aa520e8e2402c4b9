// Reads what comes from outside in a process of its own, which may be ended at any moment.
import { once } from 'node:events';
import { AltavozFailure } from '../../shared/failure.ts';
import {
  type Asker,
  type FromReader,
  type ReadingEnd,
  type ReadingName,
  readings,
  type ToReader,
} from './readings.ts';

/** Rows travel in parts of about so many characters: taking in one holds up nothing else. */
const partLength = 128 * 1024;

const say = (message: FromReader) => process.send?.(message);

const asker: Asker = {
  counted: (pieces) => say({ counted: pieces }),
  async ask(question) {
    say({ ask: question });
    const [{ told }] = (await once(process, 'message')) as [{ told: unknown }];
    return told;
  },
};

function sayRows(rows: readonly unknown[]): void {
  let part: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    part.push(text);
    length += text.length;
    if (length < partLength) continue;
    say({ rows: `[${part.join(',')}]` });
    part = [];
    length = 0;
  }
  if (part.length > 0) say({ rows: `[${part.join(',')}]` });
}

async function read(name: ReadingName, input: unknown): Promise<ReadingEnd> {
  try {
    const reading = (await readings[name]()) as (input: unknown, asker: Asker) => Promise<object>;
    say({ begun: true });
    const read = (await reading(input, asker)) as { rows?: readonly unknown[] };
    if (!read.rows) return { read };
    sayRows(read.rows);
    return { read: { ...read, rows: [] } };
  } catch (error) {
    // A failure of its own kind would lose its kind on the way to the other process.
    if (error instanceof AltavozFailure) return { failure: error.failure };
    return { broke: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', async (message: ToReader) => {
  if (!('reading' in message)) return;
  const end = await read(message.reading, message.input);
  say({ end, residentMegabytes: process.memoryUsage.rss() / 1024 / 1024 });
});
process.once('disconnect', () => process.exit());
// A terminal and a supervisor signal every process: whoever reads ends with the one that asked.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
