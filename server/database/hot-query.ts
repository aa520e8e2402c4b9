import type { CompiledQuery, Kysely } from 'kysely';
import type { OpenDatabase } from './connection.ts';
import type { Tables } from './schema.ts';

type Parameter = string | number | null;

/**
 * A query whose text never varies, compiled once a database and then run with other parameters:
 * building and compiling it anew costs several times what a small read does.
 *
 * `build` gets the database without plugins, so it names tables and columns as they are stored,
 * and gives each parameter any placeholder value; the parameters of a run stand in the order in
 * which the text has them.
 */
export function hotQuery<Row, Parameters extends Parameter[]>(
  build: (db: Kysely<Tables>) => CompiledQuery<Row>,
): (database: OpenDatabase, ...parameters: Parameters) => Promise<Row[]> {
  const compiled = new WeakMap<
    OpenDatabase['db'],
    { plain: Kysely<Tables>; query: CompiledQuery<Row> }
  >();
  return async (database, ...parameters) => {
    let ready = compiled.get(database.db);
    if (!ready) {
      const plain = database.db.withoutPlugins();
      ready = { plain, query: build(plain) };
      compiled.set(database.db, ready);
    }
    const { rows } = await ready.plain.executeQuery<Row>({ ...ready.query, parameters });
    return rows;
  };
}
