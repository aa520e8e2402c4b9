import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/database/connection.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A database file with every migration applied, which tests copy. */
    newestFile: string;
  }
}

/** Migrates one file for a run, so that each test starts from a copy of it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'altavoz-newest-'));
  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  await database.close();
  project.provide('newestFile', join(dataDir, 'altavoz.db'));
  return () => rmSync(dataDir, { recursive: true, force: true });
}
