import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { AltavozFailure, type Failure } from '../../shared/failure.ts';

/** What the library and the system say of a connection that is gone; the server itself says nothing any more. */
const goneCode = /^(?:ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;
const goneMessage = /^(?:connection terminated|client (?:was closed|has encountered))/i;

function isGone({ code, message }: Error & { code?: unknown }): boolean {
  return goneCode.test(String(code ?? '')) || goneMessage.test(message);
}

function failWith(code: Extract<Failure['code'], 'database_unreachable' | 'database_busy'>) {
  return (cause: unknown): never => {
    throw new AltavozFailure({ code }, { cause });
  };
}

const unreachable = failWith('database_unreachable');
const busy = failWith('database_busy');

/** A connection that says so when its server is gone; other errors are as the server told them. */
function tellingClient(client: pg.PoolClient): PostgresPoolClient {
  // Lost between two queries of a transaction, it must not end the process: the next query says so.
  client.on('error', () => undefined);
  return {
    query: <Row>(text: unknown, parameters?: readonly unknown[]) =>
      client
        .query(text as string, parameters as unknown[])
        .catch((error: Error) =>
          isGone(error) ? unreachable(error) : Promise.reject(error),
        ) as Promise<PostgresQueryResult<Row>> & never,
    release: () => client.release(),
  };
}

/**
 * A pool whose errors tell a server that cannot be reached, or has no connection to spare, from what it
 * answered. A connection that is lost is not used again: the next query opens another.
 */
export function tellingPool(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool
        .connect()
        .catch((error: Error) =>
          error.message.startsWith('timeout exceeded') ? busy(error) : unreachable(error),
        );
      const telling = clients.get(client) ?? tellingClient(client);
      clients.set(client, telling);
      return telling;
    },
    end: () => pool.end(),
  };
}
