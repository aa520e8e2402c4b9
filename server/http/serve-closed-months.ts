import type { FastifyInstance } from 'fastify';
import { sessionReader } from '../accounts/read-session.ts';
import type { House } from '../context.ts';
import { findClosedFile } from '../press/review/find-closed-file.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Serves `GET /export/closed-months/2026-10/1.csv`: the file of a closing, to any role. */
export function serveClosedMonths(app: FastifyInstance, house: House): void {
  const readSession = sessionReader(house);
  app.get<{ Params: { month: string; file: string } }>(
    '/export/closed-months/:month/:file',
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const actor = await readSession(request.headers.cookie);
      if (!actor) {
        return reply.status(401).send({ error: { data: { failure: { code: 'not_signed_in' } } } });
      }
      const { month } = request.params;
      const [, revision, format] = /^(\d{1,7})\.(csv|xlsx)$/.exec(request.params.file) ?? [];
      const asked = { month, revision: Number(revision), format: format as 'csv' | 'xlsx' };
      const file = format && (await findClosedFile(house.database.db, asked));
      if (!file) {
        return reply.status(404).send({ error: { data: { failure: { code: 'not_found' } } } });
      }
      const name = `cierre-${month}-revision-${revision}.${format}`;
      return reply
        .header('content-type', types[asked.format])
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('etag', `"${file.sha256}"`)
        .send(Buffer.from(file.bytes));
    },
  );
}
