import { randomUUID } from 'node:crypto';
import type { AccountChange, NewAccount } from '../../shared/accounts/schemas.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { Flag } from '../database/record-columns.ts';
import type { UserTable } from '../database/schema.ts';
import type { Write } from '../transaction.ts';
import { listActiveIds } from './list-active-ids.ts';
import { accountTables } from './tables.ts';

type DialectName = OpenDatabase['dialect'];

/** PostgreSQL keeps the accounts library's flags and instants in their own types, SQLite as 0/1 and text. */
function stored(dialect: DialectName, at: string) {
  return {
    flag: (value: boolean): boolean | Flag => (dialect === 'sqlite' ? (value ? 1 : 0) : value),
    instant: dialect === 'sqlite' ? at : new Date(at),
  };
}

export async function isEmailTaken(write: Write, email: string): Promise<boolean> {
  const row = await accountTables(write.db)
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the person and the credential of a new account. */
export async function insertAccount(
  write: Write,
  dialect: DialectName,
  account: Omit<NewAccount, 'password'> & { id: string; passwordHash: string },
): Promise<void> {
  const { flag, instant } = stored(dialect, write.at);
  const db = accountTables(write.db);
  await db
    .insertInto('user')
    .values({
      id: account.id,
      name: account.name,
      email: account.email,
      emailVerified: flag(true),
      image: null,
      role: account.role,
      active: flag(true),
      createdAt: instant,
      updatedAt: instant,
    })
    .execute();
  await db
    .insertInto('account')
    .values({
      id: randomUUID(),
      accountId: account.id,
      providerId: 'credential',
      userId: account.id,
      password: account.passwordHash,
      createdAt: instant,
      updatedAt: instant,
    })
    .execute();
}

export async function findAccount(write: Write, id: string): Promise<UserTable | undefined> {
  return accountTables(write.db)
    .selectFrom('user')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** How many active administrators there are besides one account. */
export async function countOtherAdministrators(write: Write, id: string): Promise<number> {
  const administrators = await listActiveIds(write.db, ['admin']);
  return administrators.filter((other) => other !== id).length;
}

/** Stores a change of an account; a new password or losing access ends its sessions. */
export async function updateAccount(
  write: Write,
  dialect: DialectName,
  change: AccountChange,
  passwordHash: string | undefined,
): Promise<void> {
  const { flag, instant } = stored(dialect, write.at);
  const db = accountTables(write.db);
  await db
    .updateTable('user')
    .set({ name: change.name, role: change.role, active: flag(change.active), updatedAt: instant })
    .where('id', '=', change.id)
    .execute();
  if (passwordHash !== undefined) {
    await db
      .updateTable('account')
      .set({ password: passwordHash, updatedAt: instant })
      .where('userId', '=', change.id)
      .where('providerId', '=', 'credential')
      .execute();
  }
  if (passwordHash !== undefined || !change.active) {
    await db.deleteFrom('session').where('userId', '=', change.id).execute();
  }
}

/** The hash that an account signs in with. */
export async function findPasswordHash(
  database: OpenDatabase,
  id: string,
): Promise<string | undefined> {
  const row = await accountTables(database.db)
    .selectFrom('account')
    .select('password')
    .where('userId', '=', id)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** Stores a new password of an account and ends its sessions but one. */
export async function storeOwnPassword(
  write: Write,
  dialect: DialectName,
  change: { id: string; passwordHash: string; keptToken: string },
): Promise<void> {
  const db = accountTables(write.db);
  await db
    .updateTable('account')
    .set({ password: change.passwordHash, updatedAt: stored(dialect, write.at).instant })
    .where('userId', '=', change.id)
    .where('providerId', '=', 'credential')
    .execute();
  await db
    .deleteFrom('session')
    .where('userId', '=', change.id)
    .where('token', '!=', change.keptToken)
    .execute();
}
