import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { MigrationTools } from '../columns.ts';

interface Given {
  person_id: string;
  password: string | null;
}

/** The address of a calendar belongs to the password under which it was made, and ends with it. */
export async function markCalendarAddresses({ db, types }: MigrationTools): Promise<void> {
  await db.schema
    .alterTable('calendar_address')
    .addColumn('credential_mark', types.text, (column) => column.notNull().defaultTo(''))
    .execute();
  const { rows } = await sql<Given>`
    select person_id, password from calendar_address
    join account on "userId" = person_id and "providerId" = 'credential'`.execute(db);
  for (const { person_id, password } of rows) {
    const mark = createHash('sha256')
      .update(password ?? '')
      .digest('hex');
    await sql`update calendar_address set credential_mark = ${mark}
      where person_id = ${person_id}`.execute(db);
  }
}
