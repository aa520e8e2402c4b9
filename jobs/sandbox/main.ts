import { startSandbox } from './serve-sandbox.ts';

/** Serves the sandbox by itself on SANDBOX_PORT, 4100 when absent, until it is stopped. */
const port = Number(process.env.SANDBOX_PORT ?? 4100);
const sandbox = await startSandbox({ port, clock: () => new Date() });
for (const [network, address] of Object.entries(sandbox.baseUrls)) {
  process.stdout.write(`${network} ${address}\n`);
}
