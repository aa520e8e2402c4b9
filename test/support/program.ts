import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type TestPlace, testSecret } from './house.ts';

/** A program of the product running as a process of its own. */
export interface Program {
  /** Everything it has written on the terminal, both ways. */
  output(): string;
  /** Waits until the terminal shows a match and returns it; fails when the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with its exit code once it ended; null when a signal ended it. */
  ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

function follow(child: ChildProcess): Program {
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    output: () => text,
    ended,
    kill: (signal) => child.kill(signal),
    says(pattern) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        ended.then((code) => reject(new Error(`ended with ${code} before ${pattern}: ${text}`)));
      });
    },
  };
}

/** Starts a program from its source file, with nothing of this process's environment but the path. */
export function startProgram(file: string, environment: NodeJS.ProcessEnv = {}): Program {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const program = follow(child);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await program.ended;
  });
  return program;
}

/** The environment of a program on the database of a test, on a port of its own. */
export function environmentOf(place: TestPlace): NodeJS.ProcessEnv {
  return {
    PORT: '0',
    DATA_DIR: place.dataDir,
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    SECRET_KEY: testSecret,
    LOG_LEVEL: 'info',
  };
}

/** Starts the web server of the product and waits until it listens; returns its address. */
export async function startWebServer(place: TestPlace): Promise<{ program: Program; url: string }> {
  const program = startProgram('server/main.ts', environmentOf(place));
  const [, url = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  return { program, url };
}
