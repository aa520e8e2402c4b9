import { spawn } from 'node:child_process';
import type { TestPlace } from './house.ts';
import { builtProgram } from './program.ts';
import { environmentOf } from './web-server.ts';

/** What a command left behind. */
export interface TerminalRun {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the `altavoz` command as a person would, in a process of its own. */
export async function runTerminal(
  place: TestPlace,
  words: string[],
  typed = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<TerminalRun> {
  const child = spawn(process.execPath, [builtProgram('altavoz'), ...words], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...environmentOf(place),
      ...environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const run: TerminalRun = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    run.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    run.stderr += chunk;
  });
  child.stdin.end(typed);
  await new Promise((done) => child.once('close', done));
  return { ...run, code: child.exitCode };
}
