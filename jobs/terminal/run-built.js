// Runs a built program in this process, building first when needed: `node run-built.js web`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.js';

function builtPrograms() {
  try {
    return buildWhenStale();
  } catch (error) {
    process.stderr.write(`altavoz: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

const [name, ...rest] = process.argv.slice(2);
const program = join(builtPrograms(), `${name}.js`);
process.argv = [process.execPath, program, ...rest];
await import(pathToFileURL(program).href);
