import { type TestPlace, testSecret } from './house.ts';
import { type Program, startProgram } from './program.ts';

/** The environment of a program on the database of a test, on a port of its own. */
export function environmentOf(place: TestPlace): NodeJS.ProcessEnv {
  return {
    PORT: '0',
    DATA_DIR: place.dataDir,
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    SECRET_KEY: testSecret,
    INTERNAL_HOSTS: '127.0.0.1',
    LOG_LEVEL: 'info',
  };
}

/** Starts the web server of the product and waits until it listens; returns its address. */
export async function startWebServer(place: TestPlace): Promise<{ program: Program; url: string }> {
  const program = startProgram('web', environmentOf(place));
  const [, url = ''] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  return { program, url };
}
