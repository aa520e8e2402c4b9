import type Database from 'better-sqlite3';
import type { CompiledQuery, Kysely } from 'kysely';
import type { OpenDatabase } from './connection.ts';
import type { Tables } from './schema.ts';
import { refuseBesideWrite } from './write-turn.ts';

type Parameter = string | number | null;

/** A compiled query on one database. */
interface Prepared<Row> {
  /** What the places of the query's parameters were given when it was built. */
  places: readonly unknown[];
  run(parameters: readonly Parameter[]): Row[] | Promise<Row[]>;
}

/**
 * Makes a compiled query ready to run. On SQLite it goes straight to the statement prepared on the
 * handle that reads, at a fraction of what the way through Kysely costs.
 */
function prepareQuery<Row>(
  { reader }: OpenDatabase,
  plain: Kysely<Tables>,
  query: CompiledQuery<Row>,
): Prepared<Row> {
  const places = query.parameters;
  if (!reader) {
    return {
      places,
      async run(parameters) {
        refuseBesideWrite();
        return (await plain.executeQuery<Row>({ ...query, parameters })).rows;
      },
    };
  }
  const statement = reader.prepare<unknown[], Row>(query.sql);
  return {
    places,
    run(parameters) {
      refuseBesideWrite();
      return statement.all(parameters);
    },
  };
}

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
  const prepared = new WeakMap<OpenDatabase['db'], Prepared<Row>>();
  return async (database, ...parameters) => {
    let ready = prepared.get(database.db);
    if (!ready) {
      const plain = database.db.withoutPlugins();
      ready = prepareQuery(database, plain, build(plain));
      prepared.set(database.db, ready);
    }
    return ready.run(parameters);
  };
}

/** More people than read at a time. */
const keptParameters = 2_000;

/**
 * A hot query of what every request asks and little changes: its rows are kept for as long as nobody,
 * in any process, has written anything. On SQLite, which says so at a fraction of what the smallest
 * look-up costs; on PostgreSQL it is asked each time.
 */
export function keptHotQuery<Row, Parameters extends Parameter[]>(
  build: (db: Kysely<Tables>) => CompiledQuery<Row>,
): (database: OpenDatabase, ...parameters: Parameters) => Promise<readonly Row[]> {
  const ask = hotQuery<Row, Parameters>(build);
  const kept = new WeakMap<OpenDatabase['db'], KeptRows<Row>>();
  return async (database, ...parameters) => {
    const { db, reader } = database;
    if (!reader) return ask(database, ...parameters);
    const known = kept.get(db) ?? new KeptRows<Row>(reader);
    kept.set(db, known);
    // Looked at before the rows are read, which can only be newer.
    const version = known.readVersion();
    const key = parameters.join(' ');
    const found = known.find(version, key);
    if (found) return found;
    const rows = await ask(database, ...parameters);
    known.keep(version, key, rows);
    return rows;
  };
}

/** Rows by what they were asked with, all of one version of the database. */
class KeptRows<Row> {
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #version: Database.Statement<[], number>;
  #of = 0;

  constructor(reader: Database.Database) {
    this.#version = reader.prepare<[], number>('pragma data_version').pluck();
  }

  /** A number that another handle's or process's write changes. */
  readVersion(): number {
    return this.#version.get() ?? 0;
  }

  find(version: number, key: string): readonly Row[] | undefined {
    return version === this.#of ? this.#rows.get(key) : undefined;
  }

  keep(version: number, key: string, rows: readonly Row[]): void {
    if (version !== this.#of || this.#rows.size >= keptParameters) this.#rows.clear();
    this.#of = version;
    this.#rows.set(key, rows);
  }
}

/** More texts than the filters of one list are ever combined to. */
const keptShapes = 300;

/**
 * A query whose text varies with its filters, compiled once for each shape. `build` gets the
 * shape and gives each parameter its name as placeholder; a run gives the values by name.
 */
export function hotQueryByShape<Row, Shape>(
  build: (db: Kysely<Tables>, shape: Shape) => CompiledQuery<Row>,
): (
  database: OpenDatabase,
  shape: Shape,
  values: Readonly<Record<string, Parameter | undefined>>,
) => Promise<Row[]> {
  const prepared = new WeakMap<OpenDatabase['db'], Map<string, Prepared<Row>>>();
  return async (database, shape, values) => {
    const shapes = prepared.get(database.db) ?? new Map<string, Prepared<Row>>();
    prepared.set(database.db, shapes);
    const key = JSON.stringify(shape);
    let ready = shapes.get(key);
    if (!ready) {
      if (shapes.size >= keptShapes) shapes.clear();
      const plain = database.db.withoutPlugins();
      ready = prepareQuery(database, plain, build(plain, shape));
      shapes.set(key, ready);
    }
    return ready.run(ready.places.map((name) => values[String(name)] ?? null));
  };
}
