import { writeFileSync } from 'node:fs';
import { type Config, ConfigError, findSecretKey, secretKeyPath } from './config.ts';
import type { House } from './context.ts';
import { listSealedElsewhere } from './social/open-connection.ts';

/**
 * Keeps a secret key that was made at this start, where no process was quicker, and gives the one that is
 * kept. An installation that has sealed something had another: that one is asked for, and no new one takes
 * its place unasked.
 * @throws {ConfigError}
 */
export async function keepSecretKey(
  { dataDir, secretKey, isKeyNew }: Pick<Config, 'dataDir' | 'secretKey' | 'isKeyNew'>,
  house: House,
): Promise<string> {
  if (!isKeyNew) return secretKey;
  const path = secretKeyPath(dataDir);
  const sealed = await listSealedElsewhere(house);
  if (sealed.length > 0) {
    throw new ConfigError(
      `${path} is gone, and tokens of ${sealed.length} connections are sealed with it: bring it back from where it was kept apart, or set SECRET_KEY; to type those tokens again, put a new key of at least 32 characters there`,
    );
  }
  try {
    writeFileSync(path, secretKey, { mode: 0o600, flag: 'wx' });
    return secretKey;
  } catch (error) {
    const kept = findSecretKey(dataDir);
    if (kept === undefined) throw new ConfigError(`DATA_DIR: ${(error as Error).message}`);
    return kept;
  }
}
