import { pino } from 'pino';
import type { House } from '../../server/context.ts';
import { openDatabase } from '../../server/database/connection.ts';

/** Signs the sessions of the bench, in every program that it starts. */
export const benchSecret = 'the key of generated databases that nobody else opens';

/** Who reads in the bench. */
export const benchAccount = {
  name: 'Secretaria del banco de pruebas',
  email: 'secretary@bench.test',
  role: 'secretary',
  password: 'una clave para medir',
} as const;

/** Opens the house of a generated database in this process: in a folder, or on PostgreSQL. */
export async function openBenchHouse(dataDir: string, databaseUrl?: string): Promise<House> {
  return {
    database: await openDatabase({ databaseUrl, dataDir }),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    timeZone: 'America/Bogota',
    secretKey: benchSecret,
    isDemo: false,
    // The sandbox that is pulled from listens on this machine.
    web: { mayReach: (ip) => ip === '127.0.0.1' },
  };
}
