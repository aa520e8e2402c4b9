import type { FastifyRequest } from 'fastify';

/**
 * Whether what changes something does not come from a page of this server, or from a program that has
 * no session of a browser: a page of another site must not write with this one's cookies. Browsers say
 * where each such request comes from; one that sends a cookie and does not say is refused.
 */
export function comesFromElsewhere(
  { method, headers }: FastifyRequest,
  publicUrl: () => string,
): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  const { origin, cookie, host } = headers;
  if (origin === undefined) return cookie !== undefined;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin).host;
  return from !== host && from !== new URL(publicUrl()).host;
}
