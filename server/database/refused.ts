import { type DatabaseFault, faultOf } from './fault.ts';

const sentences = {
  corrupt: 'is damaged or is not an Altavoz database',
  changed: 'is not as its migrations make it, and what differs may harm what is written later',
  newer: 'was written by a newer version of Altavoz',
  unreachable: 'cannot be reached',
  read_only:
    'cannot be written by this user: give it the right to write there, file and folder, and start again',
  lost: 'is not a new installation: restore a back-up, or move what is there to another folder to begin anew',
  busy: 'is held by another process: stop that, and start again',
  full: 'has no room on its disk: make some and start again',
};
export type RefusalReason = keyof typeof sentences;

/** A database that this version must not touch; the message is one line for the terminal. */
export class DatabaseRefused extends Error {
  readonly reason: RefusalReason;

  constructor(where: string, reason: RefusalReason, detail: string) {
    const lines = detail.split('\n').map((line) => line.trim());
    super(`${where} ${sentences[reason]}: ${lines.filter((line) => line !== '').join('; ')}`);
    this.name = 'DatabaseRefused';
    this.reason = reason;
  }
}

const reasonOfFault: Record<DatabaseFault, RefusalReason> = {
  database_busy: 'busy',
  database_damaged: 'corrupt',
  database_read_only: 'read_only',
  database_unreachable: 'unreachable',
  disk_full: 'full',
};

const reasonOfSystem: Record<string, RefusalReason> = {
  EACCES: 'read_only',
  EPERM: 'read_only',
  EROFS: 'read_only',
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
};

/**
 * Why a database was not opened, from what the system or the database says; `otherwise` where neither says
 * anything of it.
 */
export function refusalOf(
  where: string,
  error: unknown,
  otherwise: RefusalReason,
): DatabaseRefused {
  if (error instanceof DatabaseRefused) return error;
  const { code = '', cause = error } = error as Error & { code?: string };
  const fault = faultOf(error);
  const reason = reasonOfSystem[code] ?? (fault && reasonOfFault[fault]) ?? otherwise;
  return new DatabaseRefused(where, reason, (cause as Error).message);
}
