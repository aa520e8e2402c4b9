import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { machineBinaries } from '../../../support/postgres-server.ts';
import { type AnswerWatch, Broken, Refused } from '../watch-answers.ts';

const run = promisify(execFile);
const program = 'dist/server/altavoz.js';

/** How a program that runs beside the server ended. */
interface Ended {
  code: number;
  said: string;
}

/** Runs a program with nothing of this process's environment but the path. */
async function runProgram(
  file: string,
  words: string[],
  environment: NodeJS.ProcessEnv,
): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...environment };
  try {
    const { stdout, stderr } = await run(file, words, { env, maxBuffer: 64e6 });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as Error & Record<string, string>;
    return { code: Number(code) || 1, said: `${stdout}${stderr}${stdout || stderr ? '' : error}` };
  }
}

/** Runs `altavoz` with these words. */
export function runAltavoz(words: string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  return runProgram(process.execPath, [program, ...words], environment);
}

/** Pulls every page from the sandbox; pages that a network fails are no fault of the house. */
export async function pullPages(watch: AnswerWatch, environment: NodeJS.ProcessEnv): Promise<void> {
  await watch.time(
    'altavoz pull',
    async () => {
      const { code, said } = await runAltavoz(['pull'], environment);
      if (code === 0) return;
      throw /^Pages: /m.test(said) ? new Refused(said.trim()) : new Broken(said);
    },
    true,
  );
}

/** Where a back-up goes. */
const backUpIn = (folder: string) => join(folder, 'back-up');

/** Backs the database up while it is in use: by `altavoz`, or by PostgreSQL's own program. */
export async function backUp(
  watch: AnswerWatch,
  environment: NodeJS.ProcessEnv,
  folder: string,
): Promise<void> {
  const file = backUpIn(folder);
  const { DATABASE_URL: url } = environment;
  rmSync(file, { force: true });
  await watch.time(
    url ? 'pg_dump' : 'altavoz backup',
    async () => {
      const { code, said } = url
        ? await runProgram(join(machineBinaries() ?? '', 'pg_dump'), ['-Fc', '-f', file, url], {})
        : await runAltavoz(['backup', file], environment);
      if (code !== 0) throw new Broken(said);
    },
    true,
  );
}

/** Puts the last back-up into an empty place and says what `check` says of it. */
export async function checkBackUp(environment: NodeJS.ProcessEnv, folder: string): Promise<Ended> {
  const { DATABASE_URL: url } = environment;
  const place = join(folder, 'restored');
  const restored = { ...environment, DATA_DIR: place };
  if (!url) {
    const ended = await runAltavoz(['restore', backUpIn(folder)], restored);
    return ended.code === 0 ? runAltavoz(['check'], restored) : ended;
  }
  const other = url.replace(/\/postgres$/, '/restored');
  const binaries = machineBinaries() ?? '';
  const made = await runProgram(
    join(binaries, 'createdb'),
    ['--maintenance-db', url, 'restored'],
    {},
  );
  if (made.code !== 0) return made;
  const ended = await runProgram(join(binaries, 'pg_restore'), ['-d', other, backUpIn(folder)], {});
  return ended.code === 0 ? runAltavoz(['check'], { ...restored, DATABASE_URL: other }) : ended;
}
