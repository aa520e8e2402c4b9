import { AltavozFailure, type Failure, type FailureCode } from '../../shared/failure.ts';

/** What a call is told of a database that cannot do its work: no mistake of the person nor of the program. */
export const databaseFaults = [
  'database_busy',
  'database_unreachable',
  'database_read_only',
  'database_damaged',
  'disk_full',
] as const satisfies readonly FailureCode[];
export type DatabaseFault = (typeof databaseFaults)[number];

/**
 * SQLite's result codes by what they begin with, the longer first; what is not here is a mistake of the
 * program. https://sqlite.org/rescode.html
 */
const sqliteFaults: readonly [code: string, fault: DatabaseFault][] = [
  // The file grows when it is written and when the index of its journal is.
  ['SQLITE_IOERR_WRITE', 'disk_full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_IOERR_NOMEM', 'database_busy'],
  ['SQLITE_IOERR_BLOCKED', 'database_busy'],
  ['SQLITE_IOERR_CORRUPTFS', 'database_damaged'],
  ['SQLITE_IOERR_DATA', 'database_damaged'],
  ['SQLITE_BUSY', 'database_busy'],
  ['SQLITE_LOCKED', 'database_busy'],
  ['SQLITE_PROTOCOL', 'database_busy'],
  ['SQLITE_NOMEM', 'database_busy'],
  ['SQLITE_INTERRUPT', 'database_busy'],
  ['SQLITE_READONLY', 'database_read_only'],
  ['SQLITE_PERM', 'database_read_only'],
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_NOTADB', 'database_damaged'],
  ['SQLITE_FORMAT', 'database_damaged'],
  ['SQLITE_CANTOPEN', 'database_unreachable'],
  ['SQLITE_IOERR', 'database_unreachable'],
  ['SQLITE_NOLFS', 'database_unreachable'],
];

/**
 * PostgreSQL's, likewise: five characters, of which two are the class.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const postgresFaults: readonly [code: string, fault: DatabaseFault][] = [
  ['53100', 'disk_full'],
  ['53', 'database_busy'],
  ['40000', 'database_busy'],
  ['40001', 'database_busy'],
  ['40P01', 'database_busy'],
  ['40003', 'database_unreachable'],
  ['55P03', 'database_busy'],
  ['55006', 'database_busy'],
  ['57014', 'database_busy'],
  ['57', 'database_unreachable'],
  ['58', 'database_unreachable'],
  ['08', 'database_unreachable'],
  ['28', 'database_unreachable'],
  ['3D', 'database_unreachable'],
  ['25006', 'database_read_only'],
  ['25P03', 'database_busy'],
  ['25P04', 'database_busy'],
  ['XX001', 'database_damaged'],
  ['XX002', 'database_damaged'],
];

function faultOfCode(error: Error & { code?: unknown; severity?: unknown }) {
  const code = String(error.code ?? '');
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  const isPostgres = error.severity !== undefined;
  const faults = isPostgres ? postgresFaults : sqliteFaults;
  return faults.find(([start]) => code.startsWith(start))?.[1];
}

/** What an error says of the database or its disk, wherever in its causes; absent when it is none of theirs. */
export function faultOf(error: unknown): DatabaseFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof AltavozFailure) {
    return databaseFaults.find((fault) => fault === error.failure.code);
  }
  return faultOfCode(error) ?? faultOf(error.cause);
}

/** The failure that an error is: one that a verb threw, or the database's own; absent when nobody expected it. */
export function knownFailure(error: unknown): Failure | undefined {
  if (error instanceof AltavozFailure) return error.failure;
  const fault = faultOf(error);
  return fault && { code: fault };
}
