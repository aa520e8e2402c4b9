import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program that the bench started and ends. */
export interface RunningProgram {
  process: ChildProcess;
  /** Resident memory now, in megabytes of 1,000,000 bytes. */
  residentMegabytes(): number;
  /** The one message that it sends before it ends. */
  answer<Answer>(): Promise<Answer>;
  stop(): Promise<void>;
}

/** A program that listens. */
export interface RunningServer extends RunningProgram {
  port: number;
}

const stdio: StdioOptions = ['ignore', 'pipe', 'inherit', 'ipc'];

/** Starts a built program with nothing of this process's environment but the path. */
export function startProgram(file: string, environment: NodeJS.ProcessEnv = {}): RunningProgram {
  const child = fork(file, [], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    execArgv: [],
    stdio,
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    process: child,
    residentMegabytes() {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return (Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / 1e6;
    },
    answer: <Answer>() =>
      new Promise<Answer>((resolve, reject) => {
        child.once('message', (message) => resolve(message as Answer));
        child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
      }),
    async stop() {
      child.kill('SIGTERM');
      const killing = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(killing);
    },
  };
}

/** Waits until a program that was just started says where it listens; gives its port. */
export async function untilListening({ process: child }: RunningProgram): Promise<number> {
  let said = '';
  return new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
      if (!address) return;
      child.stdout?.off('data', hear).resume();
      resolve(Number(address[1]));
    };
    child.stdout?.on('data', hear);
    child.once('close', (code) =>
      reject(new Error(`${child.spawnargs[1]} ended with ${code}: ${said}`)),
    );
  });
}

/** Starts a server and waits until it says its address. */
export async function startServer(
  file: string,
  environment: NodeJS.ProcessEnv,
): Promise<RunningServer> {
  const program = startProgram(file, environment);
  return { ...program, port: await untilListening(program) };
}
