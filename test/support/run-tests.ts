import { startVitest, type Vitest } from 'vitest/node';
import { buildWhenStale } from '../../jobs/terminal/build-when-stale.js';
import { keepTemporaryFilesInMemory } from './memory-folder.ts';
import { runChecks, staticChecks } from './static-checks.ts';

interface Counts {
  passed: number;
  failed: number;
}

/** Counts tests; a file that broke before its tests, and an error outside any test, count as one failure each. */
function count(vitest: Vitest): Counts {
  const counts = { passed: 0, failed: vitest.state.getUnhandledErrors().length };
  for (const module of vitest.state.getTestModules()) {
    const tests = [...module.children.allTests()];
    const states = tests.map((one) => one.result().state);
    counts.passed += states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed' || state === 'pending').length;
    counts.failed += failed === 0 && module.state() === 'failed' ? 1 : failed;
  }
  return counts;
}

/** The kinds of tests in which nothing ran: a mistake in a pattern must not pass for success. */
function emptyProjects(vitest: Vitest): string[] {
  const ran = new Set(vitest.state.getTestModules().map((module) => module.project.name));
  return vitest.projects.map((project) => project.name).filter((name) => !ran.has(name));
}

async function runVitest(filters: string[]): Promise<Counts> {
  const vitest = await startVitest('test', filters, { watch: false });
  const counts = count(vitest);
  const empty = filters.length === 0 ? emptyProjects(vitest) : [];
  for (const name of empty) process.stdout.write(`✗ no test ran of: ${name}\n`);
  await vitest.close();
  return { passed: counts.passed, failed: counts.failed + empty.length };
}

/** A step that throws is one failure: the count that closes the run is printed in any case. */
async function countBroken(step: () => Counts | Promise<Counts>): Promise<Counts> {
  try {
    return await step();
  } catch (error) {
    process.stdout.write(`✗ ${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
    return { passed: 0, failed: 1 };
  }
}

/** The checks and the build side by side: what takes longest of both keeps one core busy alone. */
async function checkAndBuild(): Promise<Counts> {
  const checks = runChecks(staticChecks);
  const built = await countBroken(() => {
    buildWhenStale();
    return { passed: 0, failed: 0 };
  });
  return { passed: 0, failed: built.failed + (await checks) };
}

const steps: (() => Promise<Counts>)[] = [checkAndBuild, () => runVitest(process.argv.slice(2))];
keepTemporaryFilesInMemory();
const total: Counts = { passed: 0, failed: 0 };
for (const step of steps) {
  const { passed, failed } = await countBroken(step);
  total.passed += passed;
  total.failed += failed;
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
