import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { endProgram, startBuiltProgram } from './program.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    demoUrl: string;
  }
}

/** Starts one built demonstration, on a port and in a folder of its own, for all journeys of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'altavoz-demo-'));
  const program = startBuiltProgram('demo', { PORT: '0', DATA_DIR: dataDir });
  const [, url = ''] = await program.says(/demostración: (http:\/\/127\.0\.0\.1:\d+)/);
  project.provide('demoUrl', url);
  return async () => {
    await endProgram(program);
    rmSync(dataDir, { recursive: true, force: true });
  };
}
