import { type Kysely, sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

interface Closing {
  id: string;
  month: string;
}

interface OldRow {
  outletId: string;
  outletName: string;
  medium: string;
  departmentName: string | null;
  eventTitle: string | null;
  keyMessages: string[];
}

interface Name {
  kind: string;
  record: string;
  name: string;
  medium: string | null;
  audience: number | null;
}

async function read<Row>(db: Kysely<unknown>, query: ReturnType<typeof sql<Row>>): Promise<Row[]> {
  return (await query.execute(db)).rows;
}

/** What a closing kept by name, and of what it did not keep what stands now: nothing moves it since. */
async function namesOf(db: Kysely<unknown>, { id, month }: Closing): Promise<Name[]> {
  const frozen = await read(
    db,
    sql<{ clipping: string; frozen: string }>`select clipping_id as clipping, frozen_row as frozen
      from month_close_clipping where month_close_id = ${id}`,
  );
  const linked = await read(
    db,
    sql<{
      id: string;
      department: string | null;
      event: string | null;
      outlet: string;
      audience: number | null;
    }>`
      select clipping.id, department_id as department, event_id as event, outlet_id as outlet, audience
      from clipping join outlet on outlet.id = outlet_id where month = ${month}`,
  );
  const messages = await read(
    db,
    sql<{
      clipping: string;
      message: string;
    }>`select clipping_id as clipping, key_message_id as message
      from clipping_key_message join clipping on clipping.id = clipping_id
      where month = ${month} order by clipping_id, key_message_id`,
  );
  const links = new Map(linked.map((row) => [row.id, row]));
  const names = new Map<string, Name>();
  const keep = (
    kind: string,
    record: string | null,
    name: string | null | undefined,
    rest = {},
  ) => {
    if (record === null || name === null || name === undefined) return;
    names.set(`${kind} ${record}`, { kind, record, name, medium: null, audience: null, ...rest });
  };
  for (const { clipping, frozen: text } of frozen) {
    const row = JSON.parse(text) as OldRow;
    const link = links.get(clipping);
    const audience = link?.outlet === row.outletId ? link.audience : null;
    keep('outlet', row.outletId, row.outletName, { medium: row.medium, audience });
    keep('department', link?.department ?? null, row.departmentName);
    keep('event', link?.event ?? null, row.eventTitle);
    const said = messages.filter((one) => one.clipping === clipping);
    for (const [at, { message }] of said.entries()) keep('message', message, row.keyMessages[at]);
  }
  return [...names.values()];
}

/** The names by which a closed month was approved: outlets with their medium and audience, and what appearances speak of. */
export async function createClosedNames({ db, dialect, types, createTable }: MigrationTools) {
  await createTable(
    'month_close_name',
    (table) =>
      table
        .addColumn('month_close_id', types.text, (column) =>
          column.notNull().references('month_close.id'),
        )
        // `outlet`, `department`, `event` or `message`.
        .addColumn('kind', types.text, (column) => column.notNull())
        .addColumn('record_id', types.text, (column) => column.notNull())
        .addColumn('name', types.text, (column) => column.notNull())
        .addColumn('medium', types.text)
        .addColumn('audience', types.integer)
        .addPrimaryKeyConstraint('month_close_name_key', [
          'month_close_id',
          'kind',
          'record_id',
        ] as never),
    { clustered: true },
  );
  const closings = await read(
    db,
    sql<Closing>`select id, month from month_close where action = 'close' and revision = (
      select max(revision) from month_close last where last.month = month_close.month)`,
  );
  for (const closing of closings) {
    for (const { kind, record, name, medium, audience } of await namesOf(db, closing)) {
      await sql`insert into month_close_name
        (month_close_id, kind, record_id, name, medium, audience)
        values (${closing.id}, ${kind}, ${record}, ${name}, ${medium}, ${audience})`.execute(db);
    }
  }
  const run = (text: string) => sql.raw(text).execute(db);
  if (dialect === 'sqlite') {
    for (const moment of ['update', 'delete']) {
      await run(`create trigger month_close_name_${moment} before ${moment} on month_close_name
        begin select raise(abort, 'written_once'); end`);
    }
  } else {
    await run(`create trigger month_close_name_guard before update or delete on month_close_name
      for each row execute function refuse_rewriting()`);
  }
}
