import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { OutletReached } from '../../shared/press/outlet-reach.ts';
import type { OutletFields } from '../../shared/press/schemas.ts';
import { searchable } from '../../shared/press/search-terms.ts';
import { foldForSearch, type RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { flagContracts } from './flag-contracts.ts';
import { askingReach } from './outlets/asking-reach.ts';
import { claimNames, releaseNames } from './outlets/claim-names.ts';
import { reachOpenMonths } from './outlets/reach-open-months.ts';
import { outletColumns, outletKind } from './tables.ts';

/**
 * Puts the new name where searches of appearances and rates find the old one. What was once closed is
 * found by both: its list says the name by which it was approved.
 */
async function renameInSearch(write: Write, id: string, from: string, to: string): Promise<void> {
  const rename = async (table: 'clipping' | 'rate', before: string, after: string) => {
    if (before === after) return;
    const renamed = sql<string>`${after} || substr(search_text, length(${before}) + 1)`;
    const searchText =
      table === 'rate'
        ? renamed
        : sql<string>`case when month in (select month from month_close)
            then ${after} || search_text else ${renamed} end`;
    await write.db.updateTable(table).set({ searchText }).where('outletId', '=', id).execute();
  };
  await rename('clipping', searchable([from]), searchable([to]));
  await rename('rate', foldForSearch(from), foldForSearch(to));
}

/** Adds an outlet. @throws {AltavozFailure} `value_taken` when another has the name, accents aside, or a site. */
export function createOutlet(context: ActorContext, fields: OutletFields): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const id = randomUUID();
    await claimNames(write, id, fields);
    const { version } = await insertRecord(write, outletKind, outletColumns(fields), id);
    return { id, version };
  });
}

/**
 * Changes an outlet. Appearances of months that are not closed follow its contracts; whether they
 * follow its channel, and whether it is the entity's own, is asked where it would move any, and what
 * was chosen is done in the same write, as a batch that can be undone.
 * @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`; `outlet_reaches_back`
 * to ask; `total_and_records`.
 */
export function updateOutlet(
  context: ActorContext,
  at: RecordVersion,
  fields: OutletFields,
): Promise<RecordVersion & { reached: OutletReached | null }> {
  const change = async (write: Write, within: ActorContext) => {
    const before = await readForChange(write, outletKind, at);
    await claimNames(write, at.id, fields);
    const after = await updateRecord(write, outletKind, before, outletColumns(fields));
    await renameInSearch(write, at.id, before.name, fields.name);
    const reached = await reachOpenMonths(within, write, { before, after });
    if (before.contracts !== after.contracts) await flagContracts(write, after);
    return { id: after.id, version: after.version, reached };
  };
  return transact(context, ['press'], (write) =>
    askingReach(context, (within) => change(write, within)),
  );
}

/** Removes an outlet from lists and forms; its appearances and rates keep it. */
export function removeOutlet(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const { id, version } = await removeRecord(write, outletKind, at);
    await releaseNames(write, id);
    return { id, version };
  });
}

/** Brings back a removed outlet. @throws {AltavozFailure} `value_taken` when its name or a site was given away. */
export function restoreOutlet(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const row = await readForChange(write, outletKind, at);
    const domains = JSON.parse(row.domains) as string[];
    await claimNames(write, at.id, { name: row.name, domains });
    const { id, version } = await restoreRecord(write, outletKind, at);
    return { id, version };
  });
}
