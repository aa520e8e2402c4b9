import { type Kysely, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** A daily reading of posts goes back so many days at least; one less, for days of other zones. */
const surelyReadDays = 27;

function daysBefore(instant: string, days: number): string {
  return new Date(Date.parse(instant) - days * 86_400_000).toISOString().slice(0, 10);
}

interface Part {
  page_id: string;
  succeeded_at: string;
}

/** Since when the posts of pages are known: as far as their last reading went back for sure. */
async function tellKnownPosts({ db }: MigrationTools): Promise<void> {
  const { rows } = await sql<Part>`select page_id, succeeded_at from page_part
    where part = 'posts' and succeeded_at is not null and filled_from is null`.execute(db);
  for (const { page_id, succeeded_at } of rows) {
    await sql`update page_part set filled_from = ${daysBefore(succeeded_at, surelyReadDays)}
      where page_id = ${page_id} and part = 'posts'`.execute(db);
  }
}

/**
 * Posts that their network no longer has, posts whose file tells no hour, when the whole reading under
 * way began, and the newest reading of what a page has, beside the one that is the day's.
 */
export async function tellKnownAndGone(tools: MigrationTools): Promise<void> {
  const { types, createTable } = tools;
  const db = tools.db as Kysely<unknown>;
  await db.schema.alterTable('post').addColumn('gone_at', types.text).execute();
  await db.schema
    .alterTable('post')
    .addColumn('has_hour', types.integer, (column) => column.notNull().defaultTo(1))
    .execute();
  // Files without hours were read as of midnight of the office, which lies on a whole hour.
  await sql`update post set has_hour = 0
    where source = 'import' and hour = 0 and substr(published_at, 15, 5) = '00:00'`.execute(db);
  await db.schema.alterTable('page_part').addColumn('fill_began_at', types.text).execute();
  await tellKnownPosts(tools);
  await createTable(
    'newest_level',
    (table) =>
      table
        .addColumn('page_id', types.text, (column) => column.notNull().references('page.id'))
        .addColumn('metric', types.text, (column) => column.notNull())
        .addColumn('day', types.text, (column) => column.notNull())
        .addColumn('value', types.money, (column) => column.notNull())
        .addColumn('precision', types.text, (column) => column.notNull())
        .addColumn('captured_at', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('newest_level_key', ['page_id', 'metric'] as never),
    { clustered: true },
  );
}
