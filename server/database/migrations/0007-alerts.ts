import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** What is told of from the start; the office changes it as it likes. */
const usual = [
  ['usual-fall', 'followers_fall', '5', 7],
  ['usual-silence', 'no_post', null, 14],
  ['usual-pull', 'pull_failing', null, 3],
  ['usual-token', 'token_expiring', null, 14],
] as const;

/** Rules of what to tell the office, the alerts they raised, and the e-mails that told of them. */
export async function createAlerts({ db, types, createTable }: MigrationTools): Promise<void> {
  await createTable('alert_rule', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('version', types.integer, (column) => column.notNull())
      .addColumn('search_text', types.text, (column) => column.notNull())
      .addColumn('created_at', types.text, (column) => column.notNull())
      .addColumn('updated_at', types.text, (column) => column.notNull())
      .addColumn('updated_by', types.text)
      .addColumn('deleted_at', types.text)
      .addColumn('kind', types.text, (column) => column.notNull())
      // Decimal text; of falls alone.
      .addColumn('percent', types.text)
      .addColumn('days', types.integer, (column) => column.notNull())
      .addColumn('network', types.text)
      .addColumn('is_mailed', types.integer, (column) => column.notNull()),
  );
  await createTable('alert_digest', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      // `sending`, `sent`, `failed` or `uncertain`.
      .addColumn('state', types.text, (column) => column.notNull())
      .addColumn('attempted_at', types.text, (column) => column.notNull())
      .addColumn('alerts', types.integer, (column) => column.notNull())
      // Why it was not sent, as the server's code.
      .addColumn('failure', types.text),
  );
  await createTable('alert', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('rule_id', types.text, (column) => column.notNull().references('alert_rule.id'))
      // What it tells of: the page, or the connection with the end of its token.
      .addColumn('subject', types.text, (column) => column.notNull())
      .addColumn('search_text', types.text, (column) => column.notNull())
      .addColumn('network', types.text, (column) => column.notNull())
      .addColumn('page_id', types.text, (column) => column.references('page.id'))
      .addColumn('connection_id', types.text, (column) => column.references('connection.id'))
      .addColumn('kind', types.text, (column) => column.notNull())
      .addColumn('facts', types.text, (column) => column.notNull())
      .addColumn('opened_at', types.text, (column) => column.notNull())
      .addColumn('closed_at', types.text)
      .addColumn('dismissed_at', types.text)
      .addColumn('dismissed_by', types.text)
      .addColumn('digest_id', types.text, (column) => column.references('alert_digest.id'))
      .addColumn('mailed_at', types.text),
  );
  // Of one thing there is one alert at a time.
  await db.schema
    .createIndex('alert_open')
    .unique()
    .on('alert')
    .columns(['rule_id', 'subject'])
    .where(sql.ref('closed_at'), 'is', null)
    .execute();
  await db.schema.createIndex('alert_opened').on('alert').columns(['opened_at', 'id']).execute();
  const at = new Date().toISOString();
  for (const [id, kind, percent, days] of usual) {
    await sql`insert into alert_rule (id, version, search_text, created_at, updated_at, kind,
        percent, days, is_mailed)
      values (${id}, 1, ${kind}, ${at}, ${at}, ${kind}, ${percent}, ${days}, 1)`.execute(db);
  }
}
