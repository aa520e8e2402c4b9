import type { FastifyInstance } from 'fastify';

/** How long a sender may take, in milliseconds. */
export interface RequestTimes {
  /** For the headers of a request. */
  headers: number;
  /** For the body of a request that carries no file. */
  body: number;
  /** For a whole request, a file with it. */
  request: number;
  /** Without a byte either way, while an answer is made too. */
  silence: number;
}

export const requestTimes: RequestTimes = {
  headers: 20_000,
  body: 30_000,
  request: 600_000,
  silence: 180_000,
};

/** The options of the HTTP server that end connections whose request never does. */
export function timedConnections({ headers, request, silence }: RequestTimes) {
  return {
    requestTimeout: request,
    connectionTimeout: silence,
    http: {
      headersTimeout: headers,
      connectionsCheckingInterval: Math.min(5_000, headers),
    },
  };
}

/**
 * Ends a request whose body is not there in time: that of the server is long enough for files, and
 * only routes that take more than `ordinaryBytes` take files.
 */
export function boundBodies(
  app: FastifyInstance,
  ordinaryBytes: number,
  { body }: RequestTimes,
): void {
  app.addHook('onRequest', ({ raw, routeOptions }, _, done) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = raw.headers;
    const hasBody = encoding !== undefined || (length !== undefined && length !== '0');
    if (hasBody && routeOptions.bodyLimit <= ordinaryBytes) {
      const timer = setTimeout(() => raw.destroy(), body);
      raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    }
    done();
  });
}
