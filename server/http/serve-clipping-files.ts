import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Failure } from '../../shared/failure.ts';
import { ClippingExport } from '../../shared/press/clipping-list.ts';
import { sessionReader } from '../accounts/read-session.ts';
import { type House, today } from '../context.ts';
import { exportClippings } from '../press/table/export-clippings.ts';
import { fieldFailures } from './procedures.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function refuse(reply: FastifyReply, status: number, failure: Failure): FastifyReply {
  return reply.status(status).send({ error: { data: { failure } } });
}

function readInput(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}

/** Serves `GET /export/clippings.csv?input=…`, and `.xlsx`: the appearances of a filter, to any role. */
export function serveClippingFiles(app: FastifyInstance, house: House): void {
  const readSession = sessionReader(house);
  for (const format of ['csv', 'xlsx'] as const) {
    app.get<{ Querystring: { input?: string } }>(
      `/export/clippings.${format}`,
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const actor = await readSession(request.headers.cookie);
        if (!actor) return refuse(reply, 401, { code: 'not_signed_in' });
        const asked = ClippingExport.safeParse(readInput(request.query.input));
        if (!asked.success) {
          const fields = fieldFailures(asked.error);
          return refuse(reply, 400, { code: 'invalid_input', fields });
        }
        const name = `apariciones-${today(house)}.${format}`;
        return reply
          .header('content-type', types[format])
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(Readable.from(await exportClippings(house.database, asked.data, format)));
      },
    );
  }
}
