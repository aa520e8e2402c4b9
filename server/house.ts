import { type Logger, pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { House } from './context.ts';
import { openDatabase } from './database/connection.ts';
import { guardMigrations } from './database/guard-migrations.ts';
import { DatabaseRefused } from './database/refused.ts';

/** The log of a process: JSON lines, with nothing in them that opens a door. */
function makeLog(level: Config['logLevel']): Logger {
  return pino({
    level,
    redact: [
      'req.headers.cookie',
      'req.headers.authorization',
      '*.token',
      '*.password',
      '*.secret',
    ],
  });
}

/** Opens the house that a configuration describes. */
export async function openHouse(config: Config, isDemo = false): Promise<House> {
  const log = makeLog(config.logLevel);
  const now = () => new Date();
  return {
    database: await openDatabase(config, guardMigrations(config.dataDir, log, now)),
    log,
    now,
    timeZone: config.timeZone,
    secretKey: config.secretKey,
    isDemo,
    mail: config.mail,
    web: config.web,
  };
}

/**
 * Waits for a step of a program's start. What stops it is told in one line on the terminal, and
 * the process ends with 1.
 */
export async function orExit<Result>(step: Promise<Result>): Promise<Result> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof DatabaseRefused)) throw error;
    process.stderr.write(`altavoz: ${error.message}\n`);
    process.exit(1);
  }
}

async function openFromEnvironment(): Promise<{ config: Config; house: House }> {
  const config = readConfig(process.env);
  return { config, house: await openHouse(config) };
}

/** Reads the environment and opens the house, or ends the program as `orExit` does. */
export function openHouseOrExit(): Promise<{ config: Config; house: House }> {
  return orExit(openFromEnvironment());
}
