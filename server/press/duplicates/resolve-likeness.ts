import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { ClippingTable } from '../../database/press-schema.ts';
import { readForChange, updateRecord } from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { findOutlet } from '../find-outlet.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import { clippingKind } from '../tables.ts';

async function readAll(write: Write, ats: readonly RecordVersion[]) {
  const rows: Selectable<ClippingTable>[] = [];
  for (const at of ats) {
    const row = await readForChange(write, clippingKind(''), at);
    if (row.deletedAt !== null) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id: at.id });
    }
    rows.push(row);
  }
  await refuseClosedMonths(
    write,
    rows.map((row) => row.month),
  );
  return rows;
}

async function setSyndication(
  write: Write,
  row: Selectable<ClippingTable>,
  syndicationId: string | null,
): Promise<RecordVersion> {
  if (row.syndicationId === syndicationId) return { id: row.id, version: row.version };
  const outlet = await findOutlet(write.db, row.outletId, true);
  const { id, version } = await updateRecord(write, clippingKind(outlet.name), row, {
    syndicationId,
  });
  return { id, version };
}

function auditOf(action: string, ids: readonly string[]) {
  return { action, record: 'clipping' as const, recordId: ids[0] ?? '', details: { ids } };
}

/**
 * Marks appearances as one text that went round several outlets: each stays one appearance, and
 * they are no longer offered as alike. Those that one of them was marked with before stay with it.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `month_closed`.
 */
export function markSyndicated(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return transact(context, ['press'], async (write) => {
    const rows = await readAll(write, ats);
    const known = rows.find((row) => row.syndicationId !== null)?.syndicationId;
    const syndicationId = known ?? randomUUID();
    const marked: RecordVersion[] = [];
    for (const row of rows) marked.push(await setSyndication(write, row, syndicationId));
    await write.audit(
      auditOf(
        'syndicate',
        marked.map(({ id }) => id),
      ),
    );
    return marked;
  });
}

/**
 * Takes the mark of a syndicated text off appearances.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `month_closed`.
 */
export function unmarkSyndicated(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return transact(context, ['press'], async (write) => {
    const unmarked: RecordVersion[] = [];
    for (const row of await readAll(write, ats)) {
      unmarked.push(await setSyndication(write, row, null));
    }
    await write.audit(
      auditOf(
        'unsyndicate',
        unmarked.map(({ id }) => id),
      ),
    );
    return unmarked;
  });
}

async function pairOf(write: Write, ids: readonly [string, string]) {
  const [oneId = '', otherId = ''] = [...ids].sort();
  const rows = await write.db
    .selectFrom('clipping')
    .select(['id', 'month'])
    .where('id', 'in', [oneId, otherId])
    .execute();
  const missing = [oneId, otherId].find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined || oneId === otherId) {
    const id = missing ?? otherId;
    throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id });
  }
  return { oneId, otherId };
}

/** Remembers that two appearances that look alike are two. @throws {AltavozFailure} `record_not_found`. */
export function keepApart(
  context: ActorContext,
  ids: readonly [string, string],
): Promise<{ ids: [string, string] }> {
  return transact(context, ['press'], async (write) => {
    const pair = await pairOf(write, ids);
    await write.db
      .insertInto('clippingApart')
      .values(pair)
      .onConflict((conflict) => conflict.columns(['oneId', 'otherId']).doNothing())
      .execute();
    await write.audit(auditOf('keep_apart', [pair.oneId, pair.otherId]));
    return { ids: [pair.oneId, pair.otherId] };
  });
}

/** Forgets that two appearances are two: they are offered as alike again. */
export function forgetApart(
  context: ActorContext,
  ids: readonly [string, string],
): Promise<{ ids: [string, string] }> {
  return transact(context, ['press'], async (write) => {
    const { oneId, otherId } = await pairOf(write, ids);
    await write.db
      .deleteFrom('clippingApart')
      .where('oneId', '=', oneId)
      .where('otherId', '=', otherId)
      .execute();
    await write.audit(auditOf('forget_apart', [oneId, otherId]));
    return { ids: [oneId, otherId] };
  });
}
