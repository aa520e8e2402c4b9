import { AltavozFailure } from '../../../shared/failure.ts';
import { CountTableFields } from '../../../shared/indicators/count-tables/schemas.ts';
import { usualTables } from '../../../shared/indicators/count-tables/usual-tables.ts';
import { foldForSearch, type RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { countTableKind } from '../tables.ts';
import { parseShape } from './show-count-table.ts';

const columnsOf = ({ code, name, notes, ...shape }: CountTableFields) => ({
  code,
  name,
  notes,
  shape: JSON.stringify(shape),
});

/** Reports number a table by its code, which is of one only. */
async function refuseTakenCode(write: Write, code: string, exceptId?: string): Promise<void> {
  const rows = await write.db
    .selectFrom('countTable')
    .select(['id', 'code'])
    .where('deletedAt', 'is', null)
    .execute();
  const folded = foldForSearch(code);
  if (rows.some((row) => row.id !== exceptId && foldForSearch(row.code) === folded)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'count_table',
      field: 'code',
      value: code,
    });
  }
}

/**
 * Rows stay readable: their names are one by dimension.
 * @throws {AltavozFailure} `invalid_input` when a table with rows is to have more or fewer dimensions.
 */
async function refuseOtherDimensions(
  write: Write,
  before: { id: string; shape: string },
  fields: CountTableFields,
): Promise<void> {
  if (parseShape(before.shape).dimensions.length === fields.dimensions.length) return;
  const row = await write.db
    .selectFrom('countRow')
    .select('id')
    .where('tableId', '=', before.id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) return;
  const field = { path: 'dimensions', rule: 'table_has_rows', facts: {} };
  throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

/** Adds a table of counts, without rows. @throws {AltavozFailure} `value_taken` for its code. */
export function createCountTable(
  context: ActorContext,
  fields: CountTableFields,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    await refuseTakenCode(write, fields.code);
    const { id, version } = await insertRecord(write, countTableKind, columnsOf(fields));
    return { id, version };
  });
}

/**
 * Adds those of the usual tables whose codes are free, if any; tells how many.
 * @throws {AltavozFailure} `value_taken` when somebody adds them at the same time.
 */
export async function addUsualTables(context: ActorContext): Promise<{ added: number }> {
  const known = await context.database.db
    .selectFrom('countTable')
    .select('code')
    .where('deletedAt', 'is', null)
    .execute();
  const codes = new Set(known.map(({ code }) => code));
  const missing = usualTables.filter(({ code }) => !codes.has(code));
  if (missing.length === 0) return { added: 0 };
  return transact(context, ['indicators'], async (write) => {
    for (const table of missing) {
      await refuseTakenCode(write, table.code);
      await insertRecord(write, countTableKind, columnsOf(CountTableFields.parse(table)));
    }
    return { added: missing.length };
  });
}

/** Changes what a table is made of. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`, `invalid_input`. */
export function updateCountTable(
  context: ActorContext,
  at: RecordVersion,
  fields: CountTableFields,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const before = await readForChange(write, countTableKind, at);
    await refuseTakenCode(write, fields.code, at.id);
    await refuseOtherDimensions(write, before, fields);
    const { id, version } = await updateRecord(write, countTableKind, before, columnsOf(fields));
    return { id, version };
  });
}

/** Removes a table with its rows out of sight, so that it can be brought back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeCountTable(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const { id, version } = await removeRecord(write, countTableKind, at);
    return { id, version };
  });
}

/** Brings back a removed table. @throws {AltavozFailure} `value_taken` when its code was taken meanwhile. */
export function restoreCountTable(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const row = await readForChange(write, countTableKind, at);
    await refuseTakenCode(write, row.code, at.id);
    const { id, version } = await restoreRecord(write, countTableKind, at);
    return { id, version };
  });
}
