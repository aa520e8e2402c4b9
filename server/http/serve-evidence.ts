import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { roles } from '../../shared/accounts/roles.ts';
import { largestEvidenceBytes, viewOfEvidence } from '../../shared/evidence/evidence-files.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { type OpenedEvidence, openEvidence } from '../evidence/open-evidence.ts';
import { storeEvidence } from '../evidence/store-evidence.ts';
import { type Guard, guardedRoute } from './guarded-route.ts';

interface Range {
  first: number;
  last: number;
}

/** The part of a file that is asked for; absent: all of it, or `unsatisfiable`. */
function readRange(header: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last ? 'unsatisfiable' : { first, last };
}

/**
 * Nothing of a file runs: no script, no request, no form; a picture is not even given an origin.
 * The browser's own viewer of PDF does not open in a sandbox.
 */
function policyOf(file: OpenedEvidence): string {
  const closed =
    "default-src 'none'; base-uri 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
  return viewOfEvidence(file.mediaType) === 'pdf' ? closed : `${closed}; sandbox`;
}

function headersOf(file: OpenedEvidence) {
  const view = viewOfEvidence(file.mediaType);
  const place = view === 'image' || view === 'pdf' ? 'inline' : 'attachment';
  return {
    'content-type': file.mediaType,
    'content-disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': policyOf(file),
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    // The bytes of an identifier never change; who may see them is asked again by every browser.
    'cache-control': 'private, max-age=86400, immutable',
    etag: `"${file.sha256}"`,
    'accept-ranges': 'bytes',
  };
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: OpenedEvidence) {
  reply.headers(headersOf(file));
  if (request.headers['if-none-match'] === `"${file.sha256}"`) return reply.status(304).send();
  const range = readRange(request.headers.range, file.sizeBytes);
  if (range === 'unsatisfiable') {
    return reply.status(416).header('content-range', `bytes */${file.sizeBytes}`).send();
  }
  const { first, last } = range ?? { first: 0, last: file.sizeBytes - 1 };
  reply.header('content-length', last - first + 1);
  if (range) {
    reply.status(206).header('content-range', `bytes ${first}-${last}/${file.sizeBytes}`);
  }
  return reply.send(Readable.from(file.read(first, last)));
}

type Upload = FastifyRequest<{ Querystring: { name?: string } }>;
type Download = FastifyRequest<{ Params: { id: string } }>;

/**
 * Takes in evidence by `POST /evidence?name=nota.pdf`, the file itself being the body, from who may
 * log appearances; and gives it out by `GET /evidence/:id` to anybody with a session.
 */
export async function serveEvidence(app: FastifyInstance, guard: Guard): Promise<void> {
  const takeIn = guardedRoute<Upload>(
    guard,
    { allowed: ['admin', 'coordinator', 'press'], costly: 'upload' },
    async (context, request, reply) => {
      const name = String(request.query.name ?? '');
      const source = request.body as AsyncIterable<Buffer>;
      const {
        id,
        mediaType,
        sizeBytes,
        name: kept,
      } = await storeEvidence(context, { name, source });
      return reply
        .header('cache-control', 'no-store')
        .send({ id, name: kept, mediaType, sizeBytes });
    },
  );
  await app.register(async (uploads) => {
    // The body stays a stream: it is read once the sender is known.
    uploads.addContentTypeParser('application/octet-stream', (_, body, done) => done(null, body));
    uploads.post('/evidence', { bodyLimit: largestEvidenceBytes * 2 }, takeIn as never);
  });
  const giveOut = guardedRoute<Download>(
    guard,
    { allowed: roles },
    async (context, request, reply) => {
      const file = await openEvidence(context.database, request.params.id);
      if (!file) throw new AltavozFailure({ code: 'not_found' });
      return sendFile(request, reply, file);
    },
  );
  app.get('/evidence/:id', giveOut as never);
}
