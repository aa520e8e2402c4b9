import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { migrations } from '../migrations/list.ts';
import type { Tables } from '../schema.ts';
import { compareSchemas, type SchemaDifference, type SchemaPart } from './compare-schemas.ts';

/** Those of the tool that applies migrations. */
const ownOfTools = sql.raw(`('kysely_migration', 'kysely_migration_lock')`);

/** What belongs to an extension is the server's. */
const notOfExtension = (oid: string) =>
  sql.raw(`not exists (select 1 from pg_depend where objid = ${oid} and deptype = 'e')`);

/** Tables and views with their columns, constraints, indexes, triggers, rules and functions of a schema. */
async function readParts(db: Transaction<unknown>, schema: string): Promise<SchemaPart[]> {
  const { rows } = await sql<SchemaPart>`
    with relation as (
      select c.oid, c.relname, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = ${schema} and c.relname not in ${ownOfTools} and ${notOfExtension('c.oid')})
    select 'table ' || relname as name,
      relkind::text || coalesce((select string_agg(attname || ' ' || format_type(atttypid, atttypmod)
          || case when attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(adbin, adrelid), ''), ', ' order by attname)
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = relation.oid and attnum > 0 and not attisdropped), '') as text
      from relation where relkind in ('r', 'v', 'm', 'p', 'f')
    union all select 'constraint ' || conname || ' of ' || relname, pg_get_constraintdef(o.oid)
      from pg_constraint o join relation on relation.oid = conrelid where contype <> 'n'
    union all select 'index ' || i.relname, pg_get_indexdef(i.oid)
      from pg_index join relation on relation.oid = indrelid join pg_class i on i.oid = indexrelid
    union all select 'trigger ' || tgname || ' of ' || relname, tgenabled::text || pg_get_triggerdef(t.oid)
      from pg_trigger t join relation on relation.oid = tgrelid where not tgisinternal
    union all select 'rule ' || rulename || ' of ' || relname, pg_get_ruledef(r.oid)
      from pg_rewrite r join relation on relation.oid = ev_class
    union all select 'function ' || proname, pg_get_functiondef(p.oid)
      from pg_proc p join pg_namespace n on n.oid = pronamespace
      where n.nspname = ${schema} and prokind in ('f', 'p') and ${notOfExtension('p.oid')}
  `.execute(db);
  return rows.map(({ name, text }) => ({ name, text: text.replaceAll(`${schema}.`, '') }));
}

const insufficientPrivilege = '42501';

class Undone extends Error {
  readonly differences: SchemaDifference[];

  constructor(differences: SchemaDifference[]) {
    super('undone');
    this.differences = differences;
  }
}

async function compare(db: Transaction<unknown>): Promise<SchemaDifference[]> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const found = await readParts(db, String(rows[0]?.schema));
  const beside = `altavoz_check_${randomUUID().replaceAll('-', '')}`;
  await sql`create schema ${sql.ref(beside)}`.execute(db);
  await sql`set local search_path to ${sql.ref(beside)}`.execute(db);
  for (const [name, { up }] of Object.entries(migrations('postgres'))) {
    if (applied.rows.some((row) => row.name === name)) await up(db);
  }
  return compareSchemas(await readParts(db, beside), found);
}

/**
 * Holds what a schema of PostgreSQL has against what the migrations applied to it make: in a schema beside
 * it, of a transaction that is undone. Absent when the account may make no schema.
 */
export async function listPostgresDifferences(
  db: Kysely<Tables>,
): Promise<SchemaDifference[] | undefined> {
  try {
    return await (db.withoutPlugins() as unknown as Kysely<unknown>)
      .transaction()
      .execute(async (within) => {
        throw new Undone(await compare(within));
      });
  } catch (error) {
    if (error instanceof Undone) return error.differences;
    if ((error as { code?: unknown }).code === insufficientPrivilege) return undefined;
    throw error;
  }
}
