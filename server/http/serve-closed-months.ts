import type { FastifyInstance, FastifyRequest } from 'fastify';
import { roles } from '../../shared/accounts/roles.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { type ClosedFileAsked, findClosedFile } from '../press/review/find-closed-file.ts';
import { type Guard, guardedRoute } from './guarded-route.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Asked = FastifyRequest<{ Params: { month: string; file: string } }>;

function readAsked({ params: { month, file } }: Asked): ClosedFileAsked | undefined {
  const [, revision, format] = /^(\d{1,7})\.(csv|xlsx)$/.exec(file) ?? [];
  if (revision === undefined) return undefined;
  return { month, revision: Number(revision), format: format as ClosedFileAsked['format'] };
}

/** Serves `GET /export/closed-months/2026-10/1.csv`: the file of a closing, to any role. */
export function serveClosedMonths(app: FastifyInstance, guard: Guard): void {
  const giveOut = guardedRoute<Asked>(
    guard,
    { allowed: roles, costly: 'export' },
    async ({ database }, request, reply) => {
      const asked = readAsked(request);
      const file = asked && (await findClosedFile(database.db, asked));
      if (!file) throw new AltavozFailure({ code: 'not_found' });
      const { month, revision, format } = asked;
      return reply
        .headers({
          'cache-control': 'no-store',
          'content-type': types[format],
          'content-disposition': `attachment; filename="cierre-${month}-revision-${revision}.${format}"`,
          etag: `"${file.sha256}"`,
        })
        .send(Buffer.from(file.bytes));
    },
  );
  app.get('/export/closed-months/:month/:file', giveOut as never);
}
