import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

interface StaticCheck {
  name: string;
  program: string;
  options: string[];
}

const types: StaticCheck = {
  name: 'types (tsc)',
  program: 'typescript/bin/tsc',
  options: ['--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/tsc.json'],
};
const style: StaticCheck = {
  name: 'style (biome)',
  program: '@biomejs/biome/bin/biome',
  options: ['check', '--error-on-warnings', '--max-diagnostics=50'],
};
const unused: StaticCheck = {
  name: 'nothing unused (knip)',
  program: 'knip/bin/knip.js',
  options: ['--config', '.knip.json', '--treat-config-hints-as-errors'],
};

/** The checks that are themselves tests: `npm test` runs them among the others. */
export const architecture: StaticCheck = {
  name: 'imports, names and lengths (dependency-cruiser)',
  program: 'vitest/vitest.mjs',
  options: ['run', '--project', 'rules', 'test/architecture'],
};

export const staticChecks: StaticCheck[] = [style, unused, types];

/** Runs a check; returns what it printed and whether it held. */
function run(check: StaticCheck): Promise<{ holds: boolean; output: string }> {
  const program = resolve('node_modules', check.program);
  const child = spawn(process.execPath, [program, ...check.options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ holds: code === 0, output }));
  });
}

/** Runs checks side by side and prints each as it ends, with its output where it fails. Returns how many failed. */
export async function runChecks(checks: StaticCheck[]): Promise<number> {
  const verdicts = await Promise.all(
    checks.map(async (check) => {
      const startedAt = performance.now();
      const { holds, output } = await run(check);
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      process.stdout.write(`${holds ? '✓' : '✗'} ${check.name} ${seconds} s\n`);
      if (!holds) process.stdout.write(`${output.trim()}\n\n`);
      return holds;
    }),
  );
  return verdicts.filter((holds) => !holds).length;
}
