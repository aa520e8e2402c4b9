import type { Kysely } from 'kysely';
import type { MigrationTools } from '../columns.ts';

const priced = ['rate', 'flat_policy'] as const;

interface Stored {
  audit: {
    at: string;
    actor_id: string | null;
    actor_name: string;
    action: string;
    record: string;
    record_id: string;
    details: string;
  };
  rate: { id: string; entered_by_id: string | null; entered_by: string | null };
  flat_policy: Stored['rate'];
}

/** Whether an entry of the log says what a price is, and not only who approved it. */
function entersPrice({ action, details }: Stored['audit']): boolean {
  if (action === 'create') return true;
  if (action !== 'update') return false;
  const { after = {} } = JSON.parse(details) as { after?: Record<string, unknown> };
  return Object.keys(after).some((column) => !column.startsWith('approved'));
}

async function findEnterers(
  db: Kysely<Stored>,
  table: (typeof priced)[number],
): Promise<Map<string, Stored['audit']>> {
  const entries = await db
    .selectFrom('audit')
    .selectAll()
    .where('record', '=', table)
    .where('action', 'in', ['create', 'update'])
    .orderBy('at')
    .execute();
  return new Map(entries.filter(entersPrice).map((entry) => [entry.record_id, entry]));
}

/** Who entered each price or changed it last: somebody else approves it. What the log does not tell stays absent. */
export async function tellEnterers({ db, types }: MigrationTools): Promise<void> {
  const stored = db as Kysely<Stored>;
  for (const table of priced) {
    for (const column of ['entered_by_id', 'entered_by']) {
      await db.schema.alterTable(table).addColumn(column, types.text).execute();
    }
    for (const [id, { actor_id, actor_name }] of await findEnterers(stored, table)) {
      await stored
        .updateTable(table)
        .set({ entered_by_id: actor_id, entered_by: actor_name })
        .where('id', '=', id)
        .execute();
    }
  }
}
