import { type Kysely, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

const fold = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How well a name is written: with its accents and capitals. */
function care(name: string): number {
  const marks = name.normalize('NFD').match(/\p{Mn}/gu)?.length ?? 0;
  const capitals = name.match(/(?<!\p{L})\p{Lu}\p{Ll}/gu)?.length ?? 0;
  return marks * 10 + capitals;
}

const writtenIn = [
  ['output_item', 'responsible'],
  ['output_request', 'requested_by'],
  ['clipping', 'author'],
  ['clipping', 'spokesperson'],
] as const;

/** The names that stand in records, each as it is written best, by how names are compared. */
async function readPeople(db: Kysely<unknown>): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (const [table, column] of writtenIn) {
    const { rows } = await sql<{ name: string }>`
      select distinct ${sql.ref(column)} as name from ${sql.table(table)}
      where ${sql.ref(column)} is not null order by 1
    `.execute(db);
    for (const { name } of rows) {
      const key = fold(name);
      const known = people.get(key);
      if (key !== '' && (known === undefined || care(name) > care(known))) people.set(key, name);
    }
  }
  return people;
}

/** Who made something is one person, however the name was typed; what is counted by person follows. */
async function nameAlike(db: Kysely<unknown>, people: ReadonlyMap<string, string>) {
  const { rows } = await sql<{ name: string }>`
    select distinct responsible as name from output_item where responsible is not null
  `.execute(db);
  const other = rows.filter(({ name }) => (people.get(fold(name)) ?? name) !== name);
  if (other.length === 0) return;
  for (const { name } of other) {
    await sql`
      update output_item set responsible = ${people.get(fold(name))} where responsible = ${name}
    `.execute(db);
  }
  await sql`delete from output_month_by where dimension = 'responsible'`.execute(db);
  await sql`delete from output_month_state where dimension = 'responsible'`.execute(db);
  await sql`
    insert into output_month_by (dimension, month, kind, value, count)
    select 'responsible', month, kind, coalesce(responsible, ''), count(*) from output_item
    where deleted_at is null and state = 'done'
    group by month, kind, coalesce(responsible, '')
  `.execute(db);
  await sql`
    insert into output_month_state (dimension, state, month, kind, value, count)
    select 'responsible', state, month, kind, coalesce(responsible, ''), count(*) from output_item
    where deleted_at is null and state <> 'done'
    group by state, month, kind, coalesce(responsible, '')
  `.execute(db);
}

/** Whose office it is, in one row, and the people that its records name, each under one way to write the name. */
export async function createEntity({ db, types, createTable }: MigrationTools) {
  await createTable('entity', (table) =>
    table
      .addColumn('id', types.integer, (column) => column.primaryKey())
      .addColumn('name', types.text),
  );
  await createTable('person', (table) =>
    table
      .addColumn('name_key', types.text, (column) => column.primaryKey())
      .addColumn('name', types.text, (column) => column.notNull()),
  );
  const people = await readPeople(db);
  for (const [key, name] of people) {
    await sql`insert into person (name_key, name) values (${key}, ${name})`.execute(db);
  }
  await nameAlike(db, people);
}
