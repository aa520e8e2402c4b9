import { AltavozFailure } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { DeclaredFigureFields } from '../../shared/reports/schemas.ts';
import type { ActorContext } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { declaredFigureKind } from './tables.ts';

/** One place of one document says one figure of a subject. */
async function refuseTakenSubject(
  write: Write,
  { year, subject, source }: Pick<DeclaredFigureFields, 'year' | 'subject' | 'source'>,
  exceptId?: string,
): Promise<void> {
  const rows = await write.db
    .selectFrom('declaredFigure')
    .select('id')
    .where('year', '=', year)
    .where('subject', '=', subject)
    .where('source', '=', source)
    .where('deletedAt', 'is', null)
    .execute();
  if (rows.some((row) => row.id !== exceptId)) {
    throw new AltavozFailure({
      code: 'value_taken',
      record: 'declared_figure',
      field: 'subject',
      value: subject,
    });
  }
}

/** Keeps what a report says. @throws {AltavozFailure} `value_taken` when that place of it is kept already. */
export function declareFigure(
  context: ActorContext,
  fields: DeclaredFigureFields,
): Promise<RecordVersion> {
  return transact(context, ['reports'], async (write) => {
    await refuseTakenSubject(write, fields);
    const { id, version } = await insertRecord(write, declaredFigureKind, fields);
    return { id, version };
  });
}

/** Changes a declared figure. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`. */
export function updateDeclaredFigure(
  context: ActorContext,
  at: RecordVersion,
  fields: DeclaredFigureFields,
): Promise<RecordVersion> {
  return transact(context, ['reports'], async (write) => {
    const before = await readForChange(write, declaredFigureKind, at);
    await refuseTakenSubject(write, fields, at.id);
    const { id, version } = await updateRecord(write, declaredFigureKind, before, fields);
    return { id, version };
  });
}

/** Removes a declared figure so that it can be brought back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeDeclaredFigure(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['reports'], async (write) => {
    const { id, version } = await removeRecord(write, declaredFigureKind, at);
    return { id, version };
  });
}

/** Brings back a declared figure. @throws {AltavozFailure} `value_taken` when its place was taken meanwhile. */
export function restoreDeclaredFigure(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['reports'], async (write) => {
    const row = await readForChange(write, declaredFigureKind, at);
    await refuseTakenSubject(write, row, at.id);
    const { id, version } = await restoreRecord(write, declaredFigureKind, at);
    return { id, version };
  });
}
