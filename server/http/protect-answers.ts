import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What no page here has a use for, and so no script that got into one. */
const permissions = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
  .map((name) => `${name}=()`)
  .join(', ');

const oneYear = 60 * 60 * 24 * 365;

/** What every answer of the API carries: it is data, for this person, to be kept by nobody. */
const ofData = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

function headersOfAll(isSecure: boolean): Record<string, string> {
  const secure = { 'strict-transport-security': `max-age=${oneYear}; includeSubDomains` };
  const ofAll = { 'permissions-policy': permissions, 'referrer-policy': 'no-referrer' };
  return { ...ofAll, ...(isSecure ? secure : {}) };
}

/** The headers of an answer that is data and no page. */
export function dataHeaders(isSecure: boolean): Record<string, string> {
  return { ...headersOfAll(isSecure), ...ofData };
}

/** Gives every answer the headers by which browsers hold what it is to what it may do. */
export async function protectAnswers(app: FastifyInstance, isSecure: boolean): Promise<void> {
  const ofAll = headersOfAll(isSecure);
  const ofApi = dataHeaders(isSecure);
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        fontSrc: ["'self'"],
        frameAncestors: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        scriptSrc: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/trpc/')) reply.headers(ofApi);
    else reply.headers(ofAll).helmet();
    done();
  });
}
