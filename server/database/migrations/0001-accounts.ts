import type { MigrationTools } from '../columns.ts';

/**
 * Accounts in the column names that better-auth expects, the audit log, and the
 * revision that every write of an area advances.
 */
export async function createAccounts({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('user', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('name', types.text, (column) => column.notNull())
      .addColumn('email', types.text, (column) => column.notNull().unique())
      .addColumn('emailVerified', types.accountFlag, (column) => column.notNull())
      .addColumn('image', types.text)
      .addColumn('role', types.text, (column) => column.notNull())
      .addColumn('active', types.accountFlag, (column) => column.notNull())
      .addColumn('createdAt', types.accountInstant, (column) => column.notNull())
      .addColumn('updatedAt', types.accountInstant, (column) => column.notNull()),
  );
  await createTable('session', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('expiresAt', types.accountInstant, (column) => column.notNull())
      .addColumn('token', types.text, (column) => column.notNull().unique())
      .addColumn('createdAt', types.accountInstant, (column) => column.notNull())
      .addColumn('updatedAt', types.accountInstant, (column) => column.notNull())
      .addColumn('ipAddress', types.text)
      .addColumn('userAgent', types.text)
      .addColumn('userId', types.text, (column) =>
        column.notNull().references('user.id').onDelete('cascade'),
      ),
  );
  await db.schema.createIndex('session_user').on('session').column('userId').execute();
  await createTable('account', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('accountId', types.text, (column) => column.notNull())
      .addColumn('providerId', types.text, (column) => column.notNull())
      .addColumn('userId', types.text, (column) =>
        column.notNull().references('user.id').onDelete('cascade'),
      )
      .addColumn('accessToken', types.text)
      .addColumn('refreshToken', types.text)
      .addColumn('idToken', types.text)
      .addColumn('accessTokenExpiresAt', types.accountInstant)
      .addColumn('refreshTokenExpiresAt', types.accountInstant)
      .addColumn('scope', types.text)
      .addColumn('password', types.text)
      .addColumn('createdAt', types.accountInstant, (column) => column.notNull())
      .addColumn('updatedAt', types.accountInstant, (column) => column.notNull()),
  );
  await db.schema.createIndex('account_user').on('account').column('userId').execute();
  await createTable('verification', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('identifier', types.text, (column) => column.notNull())
      .addColumn('value', types.text, (column) => column.notNull())
      .addColumn('expiresAt', types.accountInstant, (column) => column.notNull())
      .addColumn('createdAt', types.accountInstant, (column) => column.notNull())
      .addColumn('updatedAt', types.accountInstant, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('verification_identifier')
    .on('verification')
    .column('identifier')
    .execute();
  await createTable('rateLimit', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('key', types.text, (column) => column.notNull().unique())
      .addColumn('count', types.integer, (column) => column.notNull())
      .addColumn('lastRequest', types.money, (column) => column.notNull()),
  );
  await createTable('setup_code', (table) =>
    table
      .addColumn('id', types.integer, (column) => column.primaryKey())
      .addColumn('code_hash', types.text, (column) => column.notNull())
      .addColumn('created_at', types.text, (column) => column.notNull()),
  );
  await createTable('audit', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('at', types.text, (column) => column.notNull())
      .addColumn('actor_id', types.text)
      .addColumn('actor_name', types.text, (column) => column.notNull())
      .addColumn('action', types.text, (column) => column.notNull())
      .addColumn('record', types.text, (column) => column.notNull())
      .addColumn('record_id', types.text, (column) => column.notNull())
      .addColumn('details', types.text, (column) => column.notNull()),
  );
  await db.schema
    .createIndex('audit_record')
    .on('audit')
    .columns(['record', 'record_id', 'at'])
    .execute();
  await db.schema.createIndex('audit_at').on('audit').column('at').execute();
  await createTable('area_revision', (table) =>
    table
      .addColumn('area', types.text, (column) => column.primaryKey())
      .addColumn('revision', types.money, (column) => column.notNull()),
  );
}
