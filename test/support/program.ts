import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { buildWhenStale } from '../../jobs/terminal/build-when-stale.js';

/** A program of the product running as a process of its own. */
export interface Program {
  pid: number;
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
    pid: child.pid ?? 0,
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

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs Node on these arguments, with nothing of this process's environment but the path; the caller ends it. */
function run(args: string[], environment: NodeJS.ProcessEnv): Program {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return follow(child);
}

/** Ends a program and waits until it is gone. */
export async function endProgram(program: Program): Promise<void> {
  program.kill('SIGKILL');
  await program.ended;
}

let built: string | undefined;

/** The file of a program as it is shipped, such as `web`; built first where the sources are newer. */
export function builtProgram(name: string): string {
  built ??= buildWhenStale();
  return join(built, `${name}.js`);
}

/** Starts a program as it is shipped; the caller ends it. */
export function startBuiltProgram(name: string, environment: NodeJS.ProcessEnv): Program {
  return run([builtProgram(name)], environment);
}

/** Starts a program as it is shipped; it ends with the test. */
export function startProgram(name: string, environment: NodeJS.ProcessEnv = {}): Program {
  const program = startBuiltProgram(name, environment);
  onTestFinished(() => endProgram(program));
  return program;
}
