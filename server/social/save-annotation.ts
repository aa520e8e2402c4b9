import { AltavozFailure } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { AnnotationKind, AnnotationRow } from '../../shared/social/figure-rows.ts';
import type { AnnotationFields, AnnotationList } from '../../shared/social/figure-schemas.ts';
import type { ActorContext, House } from '../context.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { annotationKind } from './tables.ts';

async function requirePage(write: Write, pageId: string | null): Promise<void> {
  if (pageId === null) return;
  const page = await write.db
    .selectFrom('page')
    .select('id')
    .where('id', '=', pageId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!page) throw new AltavozFailure({ code: 'record_not_found', record: 'page', id: pageId });
}

/** Writes a note on charts. @throws {AltavozFailure} `record_not_found` when its page is gone. */
export function createAnnotation(
  context: ActorContext,
  fields: AnnotationFields,
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    await requirePage(write, fields.pageId);
    const { id, version } = await insertRecord(write, annotationKind, fields);
    return { id, version };
  });
}

/** Changes a note. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function updateAnnotation(
  context: ActorContext,
  at: RecordVersion,
  fields: AnnotationFields,
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const before = await readForChange(write, annotationKind, at);
    await requirePage(write, fields.pageId);
    const { id, version } = await updateRecord(write, annotationKind, before, fields);
    return { id, version };
  });
}

/** Takes a note off the charts. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeAnnotation(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const { id, version } = await removeRecord(write, annotationKind, at);
    return { id, version };
  });
}

/** Puts a removed note back. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function restoreAnnotation(
  context: ActorContext,
  at: RecordVersion,
): Promise<RecordVersion> {
  return transact(context, ['social'], async (write) => {
    const { id, version } = await restoreRecord(write, annotationKind, at);
    return { id, version };
  });
}

/** Notes that touch a period: those of a page and of all pages, or every note; the newest days first. */
export async function listAnnotations(
  { database }: House,
  { from, to, pageId }: AnnotationList,
): Promise<AnnotationRow[]> {
  let notes = database.db
    .selectFrom('annotation')
    .leftJoin('page', 'page.id', 'annotation.pageId')
    .select(['annotation.id', 'annotation.version', 'annotation.pageId', 'page.title as pageTitle'])
    .select(['fromDay', 'toDay', 'kind', 'text', 'annotation.updatedAt', 'annotation.updatedBy'])
    .where('annotation.deletedAt', 'is', null)
    .where('fromDay', '<=', to)
    .where('toDay', '>=', from);
  if (pageId !== undefined) {
    notes = notes.where((expression) =>
      expression.or([
        expression('annotation.pageId', '=', pageId),
        expression('annotation.pageId', 'is', null),
      ]),
    );
  }
  const rows = await notes
    .orderBy('fromDay', 'desc')
    .orderBy('annotation.createdAt', 'desc')
    .orderBy('annotation.id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as AnnotationKind }));
}
