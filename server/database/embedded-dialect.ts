import type Database from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
} from 'kysely';
import { letOthersIn } from '../let-others-in.ts';
import { WriteAheadLog } from './write-ahead-log.ts';
import { refuseBesideWrite, WriteTurns } from './write-turn.ts';

/** The two handles on one file in WAL mode. */
export interface SqliteHandles {
  /** The only one that writes; one transaction at a time is open on it. */
  writer: Database.Database;
  /** Cannot write, and sees at any time what was stored last. */
  reader: Database.Database;
}

type Prepare = (sql: string) => Database.Statement;

/** Keeps prepared statements by their text: preparing costs ten times what a small read does. */
function cachedStatements(file: Database.Database, capacity = 500): Prepare {
  const statements = new Map<string, Database.Statement>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = file.prepare(sql);
      const oldest = statements.keys().next();
      if (statements.size >= capacity && !oldest.done) statements.delete(oldest.value);
      statements.set(sql, statement);
    }
    return statement;
  };
}

/** Most reads; of others, SQLite says whether they are. */
const beginsAsRead = /^\s*select\b/i;

function runOn<Row>(prepare: Prepare, { sql, parameters }: CompiledQuery): QueryResult<Row> {
  const statement = prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) as Row[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] };
}

/** What all connections share. */
interface Shared extends SqliteHandles {
  turns: WriteTurns;
  log: WriteAheadLog;
  readerStatements: Prepare;
  writerStatements: Prepare;
}

/**
 * A connection that has a transaction open does all it does on the handle that writes. One that
 * has none reads what was stored last, whoever is writing, and waits for its turn to write.
 */
class TwoHandledConnection implements DatabaseConnection {
  readonly #shared: Shared;
  #isWriting = false;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { readerStatements, writerStatements } = this.#shared;
    if (this.#isWriting) {
      const others = letOthersIn();
      if (others) await others;
      return runOn(writerStatements, query);
    }
    if (beginsAsRead.test(query.sql) || writerStatements(query.sql).readonly) {
      refuseBesideWrite();
      return runOn(readerStatements, query);
    }
    return this.#writeAlone(query);
  }

  /** A write of one statement; of it, only the beginning waits for other processes. */
  async #writeAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await this.begin();
    try {
      const result = runOn<Row>(this.#shared.writerStatements, query);
      await this.commit();
      return result;
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  /** Row by row: a statement of its own, which others of the same text do not disturb. */
  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    const { reader, writer } = this.#shared;
    if (!this.#isWriting) refuseBesideWrite();
    const statement = (this.#isWriting ? writer : reader).prepare(sql);
    for (const row of statement.iterate(parameters)) yield { rows: [row as Row] };
  }

  async begin(): Promise<void> {
    const { turns, log } = this.#shared;
    await turns.take(() => log.begin());
    this.#isWriting = true;
  }

  async commit(): Promise<void> {
    await letOthersIn();
    const { log } = this.#shared;
    log.commit();
    this.#leave();
    await log.flush();
  }

  async rollback(): Promise<void> {
    const { writer } = this.#shared;
    // What was stored and could not be brought to the disk is no longer this one's to undo.
    if (!this.#isWriting) return;
    try {
      // Of some errors, such as a full disk, SQLite has rolled back by itself.
      if (writer.inTransaction) writer.exec('rollback');
    } finally {
      this.#leave();
    }
  }

  #leave(): void {
    this.#isWriting = false;
    this.#shared.turns.give();
  }
}

class TwoHandledDriver implements Driver {
  readonly #shared: Shared;

  constructor(handles: SqliteHandles) {
    this.#shared = {
      ...handles,
      log: new WriteAheadLog(handles.writer),
      turns: new WriteTurns(1),
      readerStatements: cachedStatements(handles.reader),
      writerStatements: cachedStatements(handles.writer),
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<TwoHandledConnection> {
    return new TwoHandledConnection(this.#shared);
  }

  beginTransaction(connection: TwoHandledConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: TwoHandledConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: TwoHandledConnection): Promise<void> {
    return connection.rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    const { log, reader, writer } = this.#shared;
    await log.close();
    // The last to close folds the log into the file, which only the one that writes can.
    reader.close();
    writer.close();
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's SQLite dialect over a handle that writes and one that reads. */
export class EmbeddedDialect extends SqliteDialect {
  readonly #handles: SqliteHandles;

  constructor(handles: SqliteHandles) {
    super({ database: handles.writer });
    this.#handles = handles;
  }

  override createDriver(): Driver {
    return new TwoHandledDriver(this.#handles);
  }

  override createAdapter(): TransactionalAdapter {
    return new TransactionalAdapter();
  }
}
