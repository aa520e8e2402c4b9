import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '../../server/config.ts';

/** @throws {ConfigError} when another program listens there, perhaps another demonstration. */
async function refuseTakenPort(port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, '127.0.0.1', resolve);
    });
  } catch {
    throw new ConfigError(`PORT: ${port} is taken by another program`);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/**
 * The configuration of the demonstration: its passwords are known to everyone, so it listens on
 * the loopback only, and works on an empty folder of its own inside `DATA_DIR`, never on a real
 * database. The port is looked at before the folder of an earlier demonstration is removed.
 * @throws {ConfigError} for a wrong value or a taken port.
 */
export async function prepareDemoConfig(environment: NodeJS.ProcessEnv): Promise<Config> {
  const { DATA_DIR = './data', LOG_LEVEL = 'warn', PORT, TIME_ZONE } = environment;
  const asked = readConfig({ DATA_DIR, LOG_LEVEL, PORT, TIME_ZONE, SECRET_KEY: 'x'.repeat(32) });
  await refuseTakenPort(asked.port);
  const dataDir = join(asked.dataDir, 'demo');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return readConfig({ DATA_DIR: dataDir, LOG_LEVEL, PORT, TIME_ZONE });
}
