import { onTestFinished } from 'vitest';
import { readConfig } from '../../server/config.ts';
import type { House } from '../../server/context.ts';
import { openLastingHouse } from '../../server/house.ts';
import { makePlace, type TestPlace } from './house.ts';

/** A place with a database of the newest migration, until the test ends. */
export async function newestPlace(): Promise<TestPlace> {
  const place = await makePlace('newest');
  onTestFinished(() => place.remove());
  return place;
}

/** Opens the house of a place as programs that go on do, until the test ends. */
export async function start({ dataDir, databaseUrl }: TestPlace): Promise<House> {
  const environment = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent' };
  const house = await openLastingHouse(readConfig(environment));
  onTestFinished(() => house.database.close());
  return house;
}
