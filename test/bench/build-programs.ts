import { join, resolve } from 'node:path';
import { build, loadConfigFromFile, mergeConfig } from 'vite';

const programNames = [
  'serve-floor',
  'serve-uncached',
  'serve-page',
  'drive-load',
  'read-beside',
  'pull-pages',
  'import-sheet',
] as const;

/** Builds the bench's own programs just as the product's are built; returns their folder. */
export async function buildPrograms(folder: string): Promise<string> {
  const environment = { command: 'build', mode: 'programs', isSsrBuild: true } as const;
  const loaded = await loadConfigFromFile(environment);
  if (!loaded) throw new Error('vite.config.ts is missing');
  const outDir = resolve(folder, 'programs');
  const config = mergeConfig(loaded.config, {
    configFile: false,
    logLevel: 'warn',
    build: { outDir, ssr: true },
  });
  config.build.rollupOptions.input = Object.fromEntries(
    programNames.map((name) => [name, join('test/bench/programs', `${name}.ts`)]),
  );
  // The process in which files are read.
  config.build.rollupOptions.input.reader = 'server/apart/reader.ts';
  await build(config);
  return outDir;
}
