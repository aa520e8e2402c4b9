import { type Answering, ReaderProcess } from './reader-process.ts';
import type { ReadingInput, ReadingName, ReadingResult } from './readings.ts';

/** Who asks while as many read waits. */
const mostAtOnce = 2;
/** How long a reader waits for what comes next. */
const mostIdleMilliseconds = 60_000;
/** A reader that holds more is ended: what a large file leaves in memory goes with it. */
const mostRestingMegabytes = 160;

let underWay = 0;
const waiting: (() => void)[] = [];

/** A reader without work. The whole file often follows its first lines, and finds one ready. */
let resting: { reader: ReaderProcess; end: NodeJS.Timeout } | undefined;

function takeReader(): ReaderProcess {
  const ready = resting;
  resting = undefined;
  if (ready) clearTimeout(ready.end);
  if (!ready || ready.reader.isOver) return new ReaderProcess();
  ready.reader.hold(true);
  return ready.reader;
}

function letRest(reader: ReaderProcess): void {
  if (reader.isOver) return;
  if (resting || reader.residentMegabytes > mostRestingMegabytes) {
    reader.end();
    return;
  }
  reader.hold(false);
  const end = setTimeout(() => {
    resting = undefined;
    reader.end();
  }, mostIdleMilliseconds).unref();
  resting = { reader, end };
}

async function takeTurn(): Promise<void> {
  if (underWay < mostAtOnce) {
    underWay += 1;
    return;
  }
  await new Promise<void>((go) => {
    waiting.push(go);
  });
}

function endTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else underWay -= 1;
}

/**
 * Reads what comes from outside in a process of its own, bounded in processor time, in time and in
 * memory; one that passes a bound is ended, and this one goes on.
 * @param answer what the reading has to ask of this process.
 * @throws {AltavozFailure} what the reading refuses; `file_refused` as `too_slow` or `too_heavy` with the
 * bound, or `interrupted` where somebody else ended the process.
 */
export async function readApart<Name extends ReadingName>(
  name: Name,
  input: ReadingInput<Name>,
  answer: Answering = () => undefined,
): Promise<ReadingResult<Name>> {
  await takeTurn();
  try {
    const reader = takeReader();
    try {
      return (await reader.read(name, input, answer)) as ReadingResult<Name>;
    } finally {
      letRest(reader);
    }
  } finally {
    endTurn();
  }
}
