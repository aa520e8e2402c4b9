import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxPages } from '../../../jobs/sandbox/sandbox-pages.ts';
import { startSandbox } from '../../../jobs/sandbox/serve-sandbox.ts';
import { addAccount } from '../../../server/accounts/add-account.ts';
import { asSystem, type House } from '../../../server/context.ts';
import { importOutputItems } from '../../../server/output/import-output-items.ts';
import { importClippings } from '../../../server/press/import-clippings.ts';
import { type Role, roles } from '../../../shared/accounts/roles.ts';
import { connectTo } from '../../support/connect-to-sandbox.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import { makeClippings } from '../generate/clippings.ts';
import { makeOutputItems } from '../generate/output-items.ts';
import { makeOutlets } from '../generate/press-offices.ts';
import { benchSecret, openBenchHouse } from '../open-bench-house.ts';
import { sizes } from '../sizes.ts';

export type SoakDatabase = 'sqlite' | 'postgres';

/** An office of ten years, ready to be soaked. */
export interface SoakHouse {
  /** Of every program that works on it. */
  environment: NodeJS.ProcessEnv;
  /** An outlet that publishes on the web. */
  outletId: string;
  close(): Promise<void>;
}

/** Who sits at a desk of a role. */
export const soakAccount = (role: Role) => ({
  name: `Persona ${role}`,
  email: `${role}@soak.test`,
  role,
  password: 'una clave para remojar',
});

async function fillHouse(house: House): Promise<string> {
  const context = asSystem(house);
  for (const role of roles) await addAccount(context, soakAccount(role));
  const outlets = await makeOutlets(context);
  const web = outlets.find(({ format }) => format === 'web');
  if (!web) throw new Error('no outlet publishes on the web');
  for (const batch of makeOutputItems(sizes.S, [])) await importOutputItems(context, batch);
  for (const batch of makeClippings(sizes.S, outlets)) await importClippings(context, batch);
  return web.id;
}

/** Makes the office in a folder, or on a PostgreSQL of its own, connected to a sandbox of the networks. */
export async function openSoakHouse(folder: string, on: SoakDatabase): Promise<SoakHouse> {
  const dataDir = join(folder, 'data');
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  const postgres = on === 'postgres' ? await startPostgres() : undefined;
  const sandbox = await startSandbox({ clock: () => new Date(), isLimited: false });
  const close = async () => {
    await sandbox.close();
    await postgres?.stop();
  };
  try {
    const house = await openBenchHouse(dataDir, postgres?.url);
    const outletId = await fillHouse(house);
    await connectTo(house, sandbox, sandboxPages);
    await house.database.close();
    const onPostgres = postgres ? { DATABASE_URL: postgres.url } : {};
    const environment = {
      DATA_DIR: dataDir,
      SECRET_KEY: benchSecret,
      INTERNAL_HOSTS: '127.0.0.1',
      ...onPostgres,
    };
    return { environment, outletId, close };
  } catch (error) {
    await close();
    throw error;
  }
}
