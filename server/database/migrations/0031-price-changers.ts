import type { Kysely } from 'kysely';
import type { MigrationTools } from '../columns.ts';

const priced = ['rate', 'flat_policy'] as const;

interface Entry {
  at: string;
  actor_id: string | null;
  actor_name: string;
  action: string;
  record: string;
  record_id: string;
  details: string;
}

interface Hands {
  id: string;
  entered_by_id: string | null;
  entered_by: string | null;
  changed_by_id: string | null;
  changed_by: string | null;
}

interface Stored {
  audit: Entry;
  rate: Hands;
  flat_policy: Hands;
}

/** Whether an entry of the log says what a price is, and not only who approved it. */
function changesPrice({ action, details }: Entry): boolean {
  if (action !== 'update') return false;
  const { after = {} } = JSON.parse(details) as { after?: Record<string, unknown> };
  return Object.keys(after).some((column) => !column.startsWith('approved'));
}

interface Told {
  entered?: Entry;
  changed?: Entry;
}

async function readLog(
  db: Kysely<Stored>,
  table: (typeof priced)[number],
): Promise<Map<string, Told>> {
  const entries = await db
    .selectFrom('audit')
    .selectAll()
    .where('record', '=', table)
    .where('action', 'in', ['create', 'update'])
    .orderBy('at')
    .execute();
  const told = new Map<string, Told>();
  for (const entry of entries) {
    const before = told.get(entry.record_id) ?? {};
    if (entry.action === 'create') told.set(entry.record_id, { ...before, entered: entry });
    if (changesPrice(entry)) told.set(entry.record_id, { ...before, changed: entry });
  }
  return told;
}

/**
 * Who first entered a price beside who changed it last: neither approves it. Until here one column
 * held whoever came last; what the log does not tell stays as it was.
 */
export async function tellChangers({ db, types }: MigrationTools): Promise<void> {
  const stored = db as Kysely<Stored>;
  for (const table of priced) {
    for (const column of ['changed_by_id', 'changed_by']) {
      await db.schema.alterTable(table).addColumn(column, types.text).execute();
    }
    for (const [id, { entered, changed }] of await readLog(stored, table)) {
      if (!changed) continue;
      await stored
        .updateTable(table)
        .set({
          ...(entered && { entered_by_id: entered.actor_id, entered_by: entered.actor_name }),
          changed_by_id: changed.actor_id,
          changed_by: changed.actor_name,
        })
        .where('id', '=', id)
        .execute();
    }
  }
}
