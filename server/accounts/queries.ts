import type { Role } from '../../shared/accounts/roles.ts';
import type { AccountRow, DepartmentList, DepartmentRow } from '../../shared/accounts/schemas.ts';
import type { Listed } from '../../shared/records.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { keptHotQuery } from '../database/hot-query.ts';
import type { SessionTable, UserTable } from '../database/schema.ts';
import { matchesSearch } from '../database/search.ts';
import { accountTables } from './tables.ts';

/** A session that is in force, with whose it is. */
export interface LiveSession {
  userId: string;
  name: string;
  role: Role;
  expiresAt: number;
  /** When it was last noted to be used. */
  usedAt: number;
}

/** Whether an e-mail in small letters is of an account that was deactivated. */
export async function isShutOut({ db }: OpenDatabase, email: string): Promise<boolean> {
  const row = await accountTables(db)
    .selectFrom('user')
    .select('active')
    .where('email', '=', email)
    .executeTakeFirst();
  return row !== undefined && !row.active;
}

const selectSession = keptHotQuery<
  Pick<UserTable, 'id' | 'name' | 'role' | 'active'> &
    Pick<SessionTable, 'expiresAt' | 'updatedAt'>,
  [token: string]
>((db) =>
  accountTables(db)
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select(['user.id', 'user.name', 'user.role', 'user.active'])
    .select(['session.expiresAt', 'session.updatedAt'])
    .where('session.token', '=', '')
    .compile(),
);

/** The session of a token, when its account is active; expiry is for the caller to judge. */
export async function findSession(
  database: OpenDatabase,
  token: string,
): Promise<LiveSession | undefined> {
  const [row] = await selectSession(database, token);
  if (!row?.active) return undefined;
  return {
    userId: row.id,
    name: row.name,
    role: row.role as Role,
    expiresAt: new Date(row.expiresAt).getTime(),
    usedAt: new Date(row.updatedAt).getTime(),
  };
}

/** Notes that a session was used. */
export async function noteSessionUse(
  { db, dialect }: OpenDatabase,
  token: string,
  now: Date,
): Promise<void> {
  await accountTables(db)
    .updateTable('session')
    .set({ updatedAt: dialect === 'sqlite' ? now.toISOString() : now })
    .where('token', '=', token)
    .execute();
}

/** Ends a session, of whomever it is. */
export async function endSession({ db }: OpenDatabase, token: string): Promise<void> {
  await accountTables(db).deleteFrom('session').where('token', '=', token).execute();
}

/** Whether anybody can sign in yet. */
export async function hasAccounts(database: OpenDatabase): Promise<boolean> {
  const row = await accountTables(database.db)
    .selectFrom('user')
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Every account, by name. */
export async function selectAccounts(database: OpenDatabase): Promise<AccountRow[]> {
  const rows = await accountTables(database.db)
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role', 'active', 'createdAt'])
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    ...row,
    role: row.role as Role,
    active: Boolean(row.active),
    createdAt: new Date(row.createdAt).toISOString(),
  }));
}

/** A page of departments by name. */
export async function selectDepartments(
  database: OpenDatabase,
  list: DepartmentList,
): Promise<Listed<DepartmentRow>> {
  const matching = database.db
    .selectFrom('department')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => matchesSearch(expression, 'department.searchText', list.search));
  const rows = await matching
    .select(['id', 'version', 'name', 'updatedAt', 'updatedBy'])
    .orderBy('name')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const counted = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}
