import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { z } from 'zod';

const Cruise = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
  summary: z.object({
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }),
    ),
  }),
});

/** The layers, as folders of the top level. */
export const layers = ['client', 'server', 'shared', 'jobs', 'test'];

/** What dependency-cruiser sees in a folder, by the rules of its `.dependency-cruiser.cjs`. */
export function cruise(folder: string): z.infer<typeof Cruise> {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = '.dependency-cruiser.cjs';
  const run = spawnSync(
    process.execPath,
    [program, '--config', config, '--output-type', 'json', ...layers],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (run.stdout === '') throw new Error(run.stderr);
  return Cruise.parse(JSON.parse(run.stdout));
}
