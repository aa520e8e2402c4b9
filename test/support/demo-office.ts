import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { endProgram, startBuiltProgram } from './program.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** One demonstration for each file of journeys that goes at the same time. */
    demoUrls: string[];
  }
}

/** Starts built demonstrations, each on a port and in a folder of its own, for all journeys of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDirs = Array.from({ length: project.config.maxWorkers }, () =>
    mkdtempSync(join(tmpdir(), 'altavoz-demo-')),
  );
  const programs = dataDirs.map((dataDir) =>
    startBuiltProgram('demo', { PORT: '0', DATA_DIR: dataDir }),
  );
  const said = programs.map((program) => program.says(/demostración: (http:\/\/127\.0\.0\.1:\d+)/));
  project.provide(
    'demoUrls',
    (await Promise.all(said)).map(([, url = '']) => url),
  );
  return async () => {
    await Promise.all(programs.map(endProgram));
    for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true });
  };
}
