import { AltavozFailure } from '../../../shared/failure.ts';
import { memberKeyOf } from '../../../shared/indicators/count-tables/member-key.ts';
import type {
  CountRowFields,
  CountTableFields,
} from '../../../shared/indicators/count-tables/schemas.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import { removeRecords } from '../../database/many-records.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { countRowKind } from '../tables.ts';
import { parseShape } from './show-count-table.ts';

function refuse(path: string, rule: string): AltavozFailure {
  return new AltavozFailure({ code: 'invalid_input', fields: [{ path, rule, facts: {} }] });
}

async function requireTable({ db }: Write, id: string) {
  const table = await db
    .selectFrom('countTable')
    .select('shape')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!table) throw new AltavozFailure({ code: 'record_not_found', record: 'count_table', id });
  return parseShape(table.shape);
}

/** Counts are whole and not negative; what formulas make is not typed. */
function refuseCells(
  { measures }: Pick<CountTableFields, 'measures'>,
  cells: CountRowFields['cells'],
): void {
  for (const [id, figure] of Object.entries(cells)) {
    const measure = measures.find((one) => one.id === id);
    if (!measure || measure.formula !== null) throw refuse(`cells.${id}`, 'unknown_measure');
    if (figure.startsWith('-')) throw refuse(`cells.${id}`, 'negative');
    if (measure.unit === 'count' && figure.includes('.')) throw refuse(`cells.${id}`, 'not_whole');
  }
}

async function refuseTakenMembers(
  write: Write,
  fields: CountRowFields,
  exceptId?: string,
): Promise<void> {
  const rows = await write.db
    .selectFrom('countRow')
    .select('id')
    .where('tableId', '=', fields.tableId)
    .where('period', '=', fields.period)
    .where('memberKey', '=', memberKeyOf(fields))
    .where('deletedAt', 'is', null)
    .execute();
  if (rows.every((row) => row.id === exceptId)) return;
  throw new AltavozFailure({
    code: 'value_taken',
    record: 'count_row',
    field: 'members',
    value: fields.isTotal ? 'Total' : fields.members.join(' · '),
  });
}

/** What a row is kept as, once its table takes it. */
async function columnsOf(write: Write, fields: CountRowFields, exceptId?: string) {
  const shape = await requireTable(write, fields.tableId);
  const members = fields.isTotal ? [] : fields.members;
  if (!fields.isTotal && members.length !== shape.dimensions.length) {
    throw refuse('members', 'required');
  }
  refuseCells(shape, fields.cells);
  await refuseTakenMembers(write, fields, exceptId);
  const { tableId, period, source } = fields;
  return {
    tableId,
    period,
    source,
    memberKey: memberKeyOf(fields),
    members: JSON.stringify(members),
    cells: JSON.stringify(fields.cells),
  };
}

/** The place after the last row of a table in a period. */
async function nextPosition({ db }: Write, { tableId, period }: CountRowFields): Promise<number> {
  const { last } = await db
    .selectFrom('countRow')
    .select((expression) => expression.fn.max('position').as('last'))
    .where('tableId', '=', tableId)
    .where('period', '=', period)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
}

/**
 * Brings rows into tables of counts, all or none.
 * @throws {AltavozFailure} `record_not_found` for a table; `value_taken` for a row that its period has;
 * `invalid_input` for figures that the table does not take.
 */
export function createCountRows(
  context: ActorContext,
  rows: readonly CountRowFields[],
): Promise<RecordVersion[]> {
  return transact(context, ['indicators'], async (write) => {
    const made: RecordVersion[] = [];
    for (const fields of rows) {
      const position = fields.position ?? (await nextPosition(write, fields));
      const columns = { ...(await columnsOf(write, fields)), position };
      const row = await insertRecord(write, countRowKind, columns);
      made.push({ id: row.id, version: row.version });
    }
    return made;
  });
}

/** Changes a row of a table of counts. @throws {AltavozFailure} `record_changed`, and as `createCountRows`. */
export function updateCountRow(
  context: ActorContext,
  at: RecordVersion,
  fields: CountRowFields,
): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const before = await readForChange(write, countRowKind, at);
    const position = fields.position ?? before.position;
    const columns = { ...(await columnsOf(write, fields, at.id)), position };
    const { id, version } = await updateRecord(write, countRowKind, before, columns);
    return { id, version };
  });
}

/** Takes a row out so that it can be brought back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeCountRow(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const { id, version } = await removeRecord(write, countRowKind, at);
    return { id, version };
  });
}

/** Takes many rows out so that they can be brought back, but for those that somebody changed since; returns them. */
export function removeCountRows(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return transact(context, ['indicators'], (write) =>
    removeRecords(write, countRowKind, ats, { columns: [], ifMoved: 'leave' }),
  );
}

/** Brings back a row. @throws {AltavozFailure} `value_taken` when there is another of its name. */
export function restoreCountRow(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['indicators'], async (write) => {
    const row = await readForChange(write, countRowKind, at);
    const members = JSON.parse(row.members) as string[];
    const cells = JSON.parse(row.cells) as Record<string, string>;
    const isTotal = members.length === 0;
    await refuseTakenMembers(write, { ...row, members, cells, isTotal }, at.id);
    const { id, version } = await restoreRecord(write, countRowKind, at);
    return { id, version };
  });
}
