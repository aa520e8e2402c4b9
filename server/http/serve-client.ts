import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const oneYear = 60 * 60 * 24 * 365;

/**
 * Serves the built client: its hashed assets for ever, and its page for every address that is
 * not a file, since the client routes by itself.
 */
export async function serveClient(app: FastifyInstance, folder: string): Promise<void> {
  const pagePath = join(folder, 'index.html');
  if (!existsSync(pagePath)) {
    app.get('/*', async (_request, reply) =>
      reply.status(503).send('The client has not been built: run "npm run build".'),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: oneYear * 1_000,
  });
  const page = readFileSync(pagePath, 'utf8');
  const icon = join(folder, 'favicon.svg');
  if (existsSync(icon)) {
    const drawing = readFileSync(icon, 'utf8');
    app.get('/favicon.svg', async (_request, reply) => reply.type('image/svg+xml').send(drawing));
  }
  app.get('/*', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
  );
}
