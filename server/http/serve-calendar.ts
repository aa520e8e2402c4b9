import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { House } from '../context.ts';
import { readFeed } from '../output/calendar/read-feed.ts';
import { holdTurn } from './guarded-route.ts';

/**
 * Serves `GET /calendar/<secret>.ics` to calendar programs, which sign in nowhere: whoever knows the
 * address reads it, until its person makes another or revokes it.
 */
export function serveCalendar(app: FastifyInstance, house: House): void {
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const [, secret] = /^([\w-]{20,100})\.ics$/.exec(request.params.file) ?? [];
    if (secret) await holdTurn('export', { actor: null, address: request.ip }, reply);
    const text = secret && (await readFeed(house, secret));
    reply.header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex');
    if (!text) return reply.status(404).type('text/plain; charset=utf-8').send('404\n');
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    reply.header('etag', etag);
    if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).send();
    return reply
      .header('content-disposition', 'inline; filename="altavoz.ics"')
      .type('text/calendar; charset=utf-8')
      .send(text);
  });
}
