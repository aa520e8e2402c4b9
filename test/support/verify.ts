import { architecture, runChecks, staticChecks } from './static-checks.ts';

const failed = await runChecks([...staticChecks, architecture]);
process.exitCode = failed === 0 ? 0 : 1;
