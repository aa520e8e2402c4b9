import { readdirSync } from 'node:fs';
import { type Connector, ConnectorRefused, checkConnector } from './network-contract.ts';

type Files = Record<string, Record<string, unknown>>;

/** The files of the folder as they stand on disk, for programs that run unbundled. */
async function importFolder(): Promise<Files> {
  const folder = new URL('./networks/', import.meta.url);
  const files: Files = {};
  for (const name of readdirSync(folder).sort()) {
    files[name] = await import(/* @vite-ignore */ new URL(name, folder).href);
  }
  return files;
}

/** The files of `jobs/networks`: inside the bundle where there is one, from the folder otherwise. */
async function importNetworks(): Promise<Files> {
  // Vite puts the files in place of the glob, and defines `import.meta.env` where it does.
  if (import.meta.env === undefined) return importFolder();
  return import.meta.glob<Record<string, unknown>>('./networks/*.ts', { eager: true });
}

/**
 * Every connector by its network's code. Each file exports one, named as the file.
 * @throws {ConnectorRefused} when a file does not hold what the contract asks; stops the start.
 */
export async function listConnectors(
  files: Promise<Files> = importNetworks(),
): Promise<Map<string, Connector>> {
  const connectors = new Map<string, Connector>();
  for (const [path, exported] of Object.entries(await files)) {
    const fileName = path.split('/').at(-1) ?? path;
    const name = fileName.replace(/\.ts$/, '');
    if (exported[name] === undefined) {
      throw new ConnectorRefused(`jobs/networks/${fileName}: exports no connector named "${name}"`);
    }
    connectors.set(name, checkConnector(fileName, exported[name]));
  }
  return connectors;
}
