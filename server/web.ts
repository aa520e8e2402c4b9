import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { makeSetupCode } from './accounts/create-first-administrator.ts';
import { type Config, ConfigError } from './config.ts';
import type { House } from './context.ts';
import { makeApp } from './http/app.ts';
import type { Readiness } from './http/health.ts';
import { keepHeapSmall } from './keep-heap-small.ts';

/** The built client stands beside the built server; from source, in `dist/client`. */
function clientFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const [, root] = /^(.*?)(?:dist\/)?server\/(?:chunks\/)?$/.exec(here) ?? [];
  return resolve(root ?? '.', 'dist/client');
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new ConfigError(`PORT: ${port} is taken by another program`);
    if (code === 'EACCES') throw new ConfigError(`PORT: ${port} is not open to this user`);
    throw new ConfigError(`HOST: ${message}`);
  }
}

/** Serves a house over HTTP until `close`; prints the one-time code while there is no account. */
export async function startWeb(
  config: Config,
  house: House,
  readiness: Readiness = {},
): Promise<FastifyInstance> {
  keepHeapSmall();
  const app = await makeApp(house, {
    ...readiness,
    ...config.door,
    publicUrl: config.publicUrl,
    clientFolder: clientFolder(),
  });
  await listen(app, config);
  const code = await makeSetupCode(house);
  if (code) {
    process.stdout.write(`\nCódigo para crear la primera cuenta de administración: ${code}\n\n`);
  }
  return app;
}
