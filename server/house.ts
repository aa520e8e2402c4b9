import { type Logger, pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import type { House } from './context.ts';
import { openDatabase } from './database/connection.ts';
import { guardMigrations } from './database/guard-migrations.ts';
import { removeLeftCopies } from './database/left-copies.ts';
import { DatabaseRefused } from './database/refused.ts';
import { removeLeftRestores } from './database/restore-sqlite.ts';
import { removeLeftUploads } from './evidence/nameless-file.ts';
import { keepSecretKey } from './keep-secret-key.ts';

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
    networkVersions: config.networkVersions,
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

/** Removes what processes left in the middle of their work when they were killed. */
async function removeLeftThings({ dataDir }: Config, { log, now }: House): Promise<void> {
  const removals = [
    () => removeLeftCopies(dataDir),
    () => removeLeftRestores(dataDir),
    () => removeLeftUploads(now()),
  ];
  for (const remove of removals) {
    try {
      await remove();
    } catch (err) {
      log.warn({ err }, 'what a killed process left could not be removed');
    }
  }
}

/** Opens the house of a program that goes on: its key is kept, and nothing is left of those before it. */
export async function openLastingHouse(config: Config, isDemo = false): Promise<House> {
  const house = await openHouse(config, isDemo);
  try {
    house.secretKey = await keepSecretKey(config, house);
    await removeLeftThings(config, house);
    return house;
  } catch (error) {
    await house.database.close();
    throw error;
  }
}

async function openFromEnvironment(): Promise<{ config: Config; house: House }> {
  const config = readConfig(process.env);
  return { config, house: await openLastingHouse(config) };
}

/** Reads the environment and opens the house, or ends the program as `orExit` does. */
export function openHouseOrExit(): Promise<{ config: Config; house: House }> {
  return orExit(openFromEnvironment());
}
