import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Role } from '../../../shared/accounts/roles.ts';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { SheetValue } from '../../../shared/imports/sheets/target.ts';
import type { OutletReach } from '../../../shared/press/outlet-reach.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { CountedPart, Counting } from '../../both-counted.ts';
import type { ActorContext } from '../../context.ts';
import type { IfMoved } from '../../database/many-records.ts';
import type { Tables } from '../../database/schema.ts';
import type { Area } from '../../transaction.ts';
import type { KnownNames } from './select-names.ts';

/** A stored record as a sheet would say it. */
export interface StoredRecord {
  id: string;
  version: number;
  fields: Record<string, unknown>;
}

/** What a row is composed with besides its cells. */
export interface RowSource {
  fileName: string;
  line: number;
  /** The columns whose figure was rounded by who wrote it. */
  rounded: readonly string[];
  names: KnownNames;
}

/** What is wrong with a record beside others: the column to blame, the rule, and what it collides with. */
export interface Refusal {
  column: string;
  rule: string;
  said?: string;
}

/** What a record of a sheet stands beside. */
export interface Beside {
  today: string;
  /** The stored record that it would change. */
  id: string | null;
  /** The other records: those that are stored, and those of earlier rows. */
  others: readonly StoredRecord[];
}

/** A stored record and what it is to become. */
export interface FieldsChange {
  at: RecordVersion;
  fields: Record<string, unknown>;
}

/**
 * Where the rows of a sheet go: how a row says a record, which stored one it is of, and the verbs
 * of people by which it is written and undone. Each verb is called within the import's own write.
 */
export interface Destination {
  /** The areas that its verbs write in. */
  areas: Area[];
  /** Who may import besides those who may import anything. */
  roles: readonly Role[];
  schema: z.ZodType<Record<string, unknown>, unknown>;
  /** Whether several records may have one key, told apart by their order. */
  mayRepeat: boolean;
  /** The fields that the cells of a row say; columns that the sheet does not have are left out. */
  compose(values: Readonly<Record<string, SheetValue>>, source: RowSource): Record<string, unknown>;
  /** The column whose cell is to blame for a field that the schema refuses. */
  columnOf?(path: string): string;
  keyOf(fields: Record<string, unknown>): string;
  /** The records that the rows may be of, oldest first. */
  selectStored(
    db: Kysely<Tables>,
    rows: readonly Record<string, unknown>[],
  ): Promise<StoredRecord[]>;
  /** Why the verbs would refuse a record that the schema lets in. */
  refuse?(fields: Record<string, unknown>, beside: Beside): Refusal | undefined;
  /** What the rows add to months that may hold records or totals; absent where none counts so. */
  counts?: {
    counting: Counting;
    as: 'records' | 'totals';
    partsOf(
      db: Kysely<Tables>,
      rows: readonly Record<string, unknown>[],
      today: string,
    ): Promise<CountedPart[]> | CountedPart[];
  };
  /** Whether new records get the identities that their preview drew for them. */
  takesIds?: boolean;
  /** @param ids the identities of the rows, where it takes them. */
  create(
    context: ActorContext,
    rows: readonly Record<string, unknown>[],
    ids: readonly string[],
  ): Promise<RecordVersion[]>;
  /** Changes records and returns those that it changed, in the order given: all, or those that did not move. */
  update(
    context: ActorContext,
    changes: readonly FieldsChange[],
    ifMoved: IfMoved,
  ): Promise<RecordVersion[]>;
  /** Removes records, but for those that somebody changed since; returns how many. */
  remove(context: ActorContext, ats: readonly RecordVersion[]): Promise<number>;
  /**
   * Makes records that an import changed what they were, but for those that moved, and returns those
   * that it did; `update` where that is all there is to it.
   */
  undo?(context: ActorContext, changes: readonly FieldsChange[]): Promise<RecordVersion[]>;
  /** What changes of records would do to the appearances of open months, in the order given. */
  reach?(
    db: Kysely<Tables>,
    changes: readonly { id: string; fields: Record<string, unknown> }[],
    at: string,
  ): Promise<OutletReach | undefined>;
}

/** Calls a verb for each of some rows, in their order. */
export async function oneByOne(
  rows: readonly Record<string, unknown>[],
  create: (fields: Record<string, unknown>) => Promise<RecordVersion>,
): Promise<RecordVersion[]> {
  const made: RecordVersion[] = [];
  for (const fields of rows) made.push(await create(fields));
  return made;
}

const movedOn = new Set(['record_changed', 'record_not_found']);

/** Calls a verb for each of some records, in their order; of those that moved and are to be left it returns nothing. */
export async function eachRecord<Given>(
  given: readonly Given[],
  ifMoved: IfMoved,
  act: (one: Given) => Promise<RecordVersion>,
): Promise<RecordVersion[]> {
  const done: RecordVersion[] = [];
  for (const one of given) {
    try {
      done.push(await act(one));
    } catch (error) {
      const hasMoved = error instanceof AltavozFailure && movedOn.has(error.failure.code);
      if (ifMoved === 'refuse' || !hasMoved) throw error;
    }
  }
  return done;
}

/** Removes records by the verb that removes one, but for those that moved; returns how many. */
export async function removeEach(
  ats: readonly RecordVersion[],
  remove: (at: RecordVersion) => Promise<RecordVersion>,
): Promise<number> {
  return (await eachRecord(ats, 'leave', remove)).length;
}
