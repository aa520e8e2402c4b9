import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type RunningProgram, startProgram, untilListening } from '../running-program.ts';

/** A server that is started again on the same data and port whenever it ends. */
export interface KeptServer {
  url: string;
  /** Absent between two of its processes. */
  process(): RunningProgram | undefined;
  isUp(): boolean;
  /** How many processes have ended, and when the last one did, by `performance.now()`. */
  deaths(): { count: number; lastAt: number };
  untilUp(): Promise<void>;
  /** Ends its process as a power cut would, also while it starts; false where there is none. */
  kill(): boolean;
  /** How the processes ended that nobody killed. */
  endedByItself: string[];
  /** Milliseconds from each start to listening. */
  starts: number[];
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

/** Starts a built program that serves, and keeps it running until `stop`. */
export async function keepServer(
  file: string,
  environment: NodeJS.ProcessEnv,
): Promise<KeptServer> {
  const port = await freePort();
  const endedByItself: string[] = [];
  const starts: number[] = [];
  let running: RunningProgram | undefined;
  let [isUp, isStopping, wasKilled] = [false, false, false];
  const deaths = { count: 0, lastAt: Number.NEGATIVE_INFINITY };

  async function runOnce(): Promise<void> {
    const program = startProgram(file, { ...environment, PORT: String(port) });
    const from = performance.now();
    const ended = once(program.process, 'exit');
    running = program;
    const listening = untilListening(program).then(
      () => {
        isUp = !wasKilled && !isStopping && program.process.exitCode === null;
        starts.push(performance.now() - from);
      },
      // How it ended is told below.
      () => undefined,
    );
    const [code, signal] = await ended;
    isUp = false;
    running = undefined;
    deaths.count += 1;
    deaths.lastAt = performance.now();
    await listening;
    isUp = false;
    if (wasKilled || isStopping) return;
    const seconds = Math.round((performance.now() - from) / 1_000);
    endedByItself.push(`after ${seconds} s with ${signal ?? code}`);
    // One that cannot start is not started a thousand times.
    await wait(500);
  }

  // Whoever interrupts the bench leaves no server behind.
  process.once('exit', () => running?.process.kill('SIGKILL'));
  const keeping = (async () => {
    while (!isStopping) {
      wasKilled = false;
      await runOnce();
    }
  })();
  return {
    url: `http://127.0.0.1:${port}`,
    process: () => running,
    isUp: () => isUp,
    deaths: () => deaths,
    endedByItself,
    starts,
    async untilUp() {
      while (!isUp && !isStopping) await wait(20);
    },
    kill() {
      if (!running || wasKilled) return false;
      wasKilled = true;
      isUp = false;
      return running.process.kill('SIGKILL');
    },
    async stop() {
      isStopping = true;
      await running?.stop();
      await keeping;
    },
  };
}
