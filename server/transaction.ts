import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { AltavozFailure, type RecordName } from '../shared/failure.ts';
import type { Actor, ActorContext } from './context.ts';
import { bulkInsert } from './database/bulk-insert.ts';
import type { Tables } from './database/schema.ts';
import { asWrite } from './database/write-turn.ts';

/** The areas whose reads are cached by revision. */
export type Area =
  | 'accounts'
  | 'output'
  | 'press'
  | 'social'
  | 'indicators'
  | 'imports'
  | 'reports';

/** What was done, for the audit log; `details` is what changed, never a secret. */
export interface AuditEntry {
  action: string;
  record: RecordName;
  recordId: string;
  details: Record<string, unknown>;
}

/** A transaction under way. */
export interface Write {
  db: Transaction<Tables>;
  actor: Actor;
  /** The areas whose revision it advanced. */
  areas: readonly Area[];
  /** ISO instant shared by everything this write stores. */
  at: string;
  /** That a month may hold records and a total: somebody was told and chose so. */
  countsBoth: boolean;
  audit(...entries: AuditEntry[]): Promise<void>;
}

const retryDelays = [20, 50, 100, 250, 500, 1_000, 2_000];

function errorCode(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}

/** PostgreSQL's serialisation failure and deadlock: the same write may succeed at once. */
function isContention(error: unknown): boolean {
  return ['40001', '40P01'].includes(errorCode(error));
}

/**
 * Advances the revision of areas. Doing so first makes writers of an area wait for one another on
 * PostgreSQL, as they do on SQLite: rules that look at other rows (no overlap, no duplicate) hold.
 */
async function advance(db: Transaction<Tables>, areas: Area[]): Promise<void> {
  for (const area of [...areas].sort()) {
    await db
      .insertInto('areaRevision')
      .values({ area, revision: 1 })
      .onConflict((conflict) =>
        conflict.column('area').doUpdateSet((set) => ({
          revision: set('areaRevision.revision', '+', 1),
        })),
      )
      .execute();
  }
}

const auditColumns = [
  'id',
  'at',
  'actor_id',
  'actor_name',
  'action',
  'record',
  'record_id',
  'details',
] as const;

/** Writes down what a write does, which is done at one instant by one person. */
function auditing({ database, actor }: ActorContext, db: Transaction<Tables>, at: string) {
  return (entries: readonly AuditEntry[]) => {
    const rows = entries.map(({ action, record, recordId, details }) => {
      const what = [action, record, recordId, JSON.stringify(details)];
      return [randomUUID(), at, actor.id, actor.name, ...what];
    });
    return bulkInsert(database, { db }, { table: 'audit', columns: auditColumns }, rows);
  };
}

/** How long a write waits for its turn: somebody at a screen is told soon, the schedule outlasts any import. */
const patienceMs = { person: 10_000, system: 120_000 };

async function runOnce<Result>(
  context: ActorContext,
  areas: Area[],
  action: (write: Write) => Promise<Result>,
): Promise<Result> {
  const { database, actor } = context;
  const write = async (db: Transaction<Tables>) => {
    await advance(db, areas);
    let audited = 0;
    const at = context.now().toISOString();
    const writeDown = auditing(context, db, at);
    const result = await action({
      db,
      actor: context.actor,
      areas,
      at,
      countsBoth: context.countsBoth ?? false,
      async audit(...entries) {
        audited += entries.length;
        await writeDown(entries);
      },
    });
    if (audited === 0) throw new Error('a write ended without an audit row');
    return result;
  };
  const patience = actor.role === 'system' ? patienceMs.system : patienceMs.person;
  return asWrite(database, patience, () => database.db.transaction().execute(write));
}

/** @throws {Error} when the inner write names an area whose answers would be kept stale. */
function runWithin<Result>(
  write: Write,
  areas: readonly Area[],
  action: (write: Write) => Promise<Result>,
): Promise<Result> {
  const missing = areas.find((area) => !write.areas.includes(area));
  if (missing) throw new Error(`a write within another names ${missing}, which that one does not`);
  return action(write);
}

/**
 * Runs one write: everything in `action` is stored together, with at least one audit row and
 * the revision of each area it names, or nothing is. It waits while another write holds the
 * database, and a person's not for long. A verb that is called within another write is part of that
 * one: it names no area that the other one did not, and what fails in it fails the whole.
 * @throws {AltavozFailure} `database_busy` after about ten seconds, or two minutes of what nobody
 * waits for.
 */
export async function transact<Result>(
  context: ActorContext,
  areas: Area[],
  action: (write: Write) => Promise<Result>,
): Promise<Result> {
  if (context.within) return runWithin(context.within, areas, action);
  for (const delay of retryDelays) {
    try {
      return await runOnce(context, areas, action);
    } catch (error) {
      if (!isContention(error)) throw error;
    }
    await wait(delay + Math.floor(Math.random() * delay));
  }
  throw new AltavozFailure({ code: 'database_busy' });
}
