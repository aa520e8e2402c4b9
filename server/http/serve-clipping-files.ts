import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { roles } from '../../shared/accounts/roles.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import { ClippingExport } from '../../shared/press/clipping-list.ts';
import { exportClippings } from '../press/table/export-clippings.ts';
import { type Guard, guardedRoute } from './guarded-route.ts';
import { fieldFailures } from './procedures.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function readInput(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return undefined;
  }
}

type Asked = FastifyRequest<{ Querystring: { input?: string } }>;

/** Serves `GET /export/clippings.csv?input=…`, and `.xlsx`: the appearances of a filter, to any role. */
export function serveClippingFiles(app: FastifyInstance, guard: Guard): void {
  for (const format of ['csv', 'xlsx'] as const) {
    const answer = guardedRoute<Asked>(
      guard,
      { allowed: roles, costly: 'export' },
      async (context, request, reply) => {
        const asked = ClippingExport.safeParse(readInput(request.query.input));
        if (!asked.success) {
          const fields = fieldFailures(asked.error);
          throw new AltavozFailure({ code: 'invalid_input', fields });
        }
        const { name, content } = await exportClippings(context, asked.data, format);
        return reply
          .header('cache-control', 'no-store')
          .header('content-type', types[format])
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(Readable.from(content));
      },
    );
    app.get(`/export/clippings.${format}`, answer as never);
  }
}
