import { type Kysely, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

/** What of a price tells that two of them may not hold on one day. */
const sameSpace = {
  rate: ['outlet_id', 'format', 'unit', 'section_key'],
  flat_policy: ['format'],
} as const;
type Priced = keyof typeof sameSpace;

/** The columns of which any may bring two prices to one day. */
function decisive(table: Priced): string {
  return [...sameSpace[table], 'valid_from', 'valid_to', 'deleted_at'].join(', ');
}

/** Another price in force of the same space on some day of the new one. */
function overlapping(table: Priced): string {
  const same = sameSpace[table].map((column) => `other.${column} = new.${column}`).join(' and ');
  return `select 1 from ${table} other
    where other.id <> new.id and other.deleted_at is null and ${same}
      and (new.valid_to is null or other.valid_from <= new.valid_to)
      and (other.valid_to is null or new.valid_from <= other.valid_to)`;
}

async function guardSqlite(run: (text: string) => Promise<unknown>, table: Priced) {
  for (const [moment, name] of [
    ['insert', 'insert'],
    [`update of ${decisive(table)}`, 'update'],
  ] as const) {
    await run(`create trigger ${table}_overlap_${name} before ${moment} on ${table}
      when new.deleted_at is null and exists (${overlapping(table)})
      begin select raise(abort, 'rate_overlaps'); end`);
  }
}

// Two writers at once cannot see what the other has not committed: the second waits for the first.
async function guardPostgres(run: (text: string) => Promise<unknown>, table: Priced) {
  await run(`create function refuse_${table}_overlap() returns trigger language plpgsql as $$ begin
    perform pg_advisory_xact_lock(hashtext('${table}_overlap'));
    if new.deleted_at is null and exists (${overlapping(table)}) then
      raise exception 'rate_overlaps'; end if;
    return new; end $$`);
  await run(`create trigger ${table}_overlap before insert or update of ${decisive(table)} on ${table}
    for each row execute function refuse_${table}_overlap()`);
}

/** A section as it is compared, as the product folded it when these periods were first guarded. */
function fold(section: string): string {
  const plain = section.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain.toLowerCase().trim().replace(/\s+/g, ' ');
}

async function addSectionKey({ db, types }: MigrationTools): Promise<void> {
  await db.schema
    .alterTable('rate')
    .addColumn('section_key', types.text, (column) => column.notNull().defaultTo(''))
    .execute();
  const rates = db as Kysely<{ rate: { section: string; section_key: string } }>;
  const sections = await rates.selectFrom('rate').select('section').distinct().execute();
  for (const { section } of sections) {
    await rates
      .updateTable('rate')
      .set({ section_key: fold(section) })
      .where('section', '=', section)
      .execute();
  }
}

/** Files that support a price, in the order in which they were attached. */
async function attachFiles({ types, createTable }: MigrationTools, table: Priced): Promise<void> {
  await createTable(
    `${table}_evidence`,
    (made) =>
      made
        .addColumn('price_id', types.text, (column) => column.notNull().references(`${table}.id`))
        .addColumn('evidence_id', types.text, (column) =>
          column.notNull().references('evidence.id'),
        )
        .addColumn('position', types.integer, (column) => column.notNull())
        .addPrimaryKeyConstraint(`${table}_evidence_key`, ['price_id', 'evidence_id'] as never),
    { clustered: true },
  );
}

async function createRevaluations({ types, createTable }: MigrationTools): Promise<void> {
  await createTable('revaluation', (table) =>
    table
      .addColumn('id', types.text, (column) => column.primaryKey())
      .addColumn('at', types.text, (column) => column.notNull())
      .addColumn('actor_name', types.text, (column) => column.notNull())
      .addColumn('reason', types.text, (column) => column.notNull())
      .addColumn('search_text', types.text, (column) => column.notNull())
      .addColumn('criteria', types.text, (column) => column.notNull())
      .addColumn('count', types.integer, (column) => column.notNull())
      .addColumn('value_before', types.money, (column) => column.notNull())
      .addColumn('value_after', types.money, (column) => column.notNull())
      .addColumn('undone_at', types.text)
      .addColumn('undone_by', types.text)
      .addColumn('kept', types.integer, (column) => column.notNull()),
  );
  await createTable(
    'revaluation_change',
    (table) =>
      table
        .addColumn('revaluation_id', types.text, (column) =>
          column.notNull().references('revaluation.id'),
        )
        .addColumn('clipping_id', types.text, (column) =>
          column.notNull().references('clipping.id'),
        )
        .addColumn('version_after', types.integer, (column) => column.notNull())
        .addColumn('before', types.text, (column) => column.notNull())
        .addPrimaryKeyConstraint('revaluation_change_key', [
          'revaluation_id',
          'clipping_id',
        ] as never),
    { clustered: true },
  );
}

/** Periods of one price that never meet, files and approval of prices, and batches valued again. */
export async function guardRates(tools: MigrationTools): Promise<void> {
  const { db, dialect, types } = tools;
  await addSectionKey(tools);
  const run = (text: string) => sql.raw(text).execute(db);
  const guard = dialect === 'sqlite' ? guardSqlite : guardPostgres;
  for (const table of ['rate', 'flat_policy'] as const) {
    await db.schema.alterTable(table).addColumn('approved_at', types.text).execute();
    await attachFiles(tools, table);
    await guard(run, table);
  }
  await createRevaluations(tools);
}
