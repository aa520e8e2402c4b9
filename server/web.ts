import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { makeSetupCode } from './accounts/create-first-administrator.ts';
import type { Config } from './config.ts';
import type { House } from './context.ts';
import { makeApp } from './http/app.ts';
import type { Readiness } from './http/health.ts';

/** The built client stands beside the built server; from source, in `dist/client`. */
function clientFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const [, root] = /^(.*?)(?:dist\/)?server\/(?:chunks\/)?$/.exec(here) ?? [];
  return resolve(root ?? '.', 'dist/client');
}

/** Serves a house over HTTP until `close`; prints the one-time code while there is no account. */
export async function startWeb(
  config: Config,
  house: House,
  readiness: Readiness = {},
): Promise<FastifyInstance> {
  const app = await makeApp(house, {
    ...readiness,
    publicUrl: config.publicUrl,
    clientFolder: clientFolder(),
  });
  await app.listen({ host: config.host, port: config.port });
  const code = await makeSetupCode(house);
  if (code) {
    process.stdout.write(`\nCódigo para crear la primera cuenta de administración: ${code}\n\n`);
  }
  return app;
}
