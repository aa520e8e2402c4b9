import type { Kysely } from 'kysely';
import type { Tables } from '../../database/schema.ts';

/** Which file of which closing. */
export interface ClosedFileAsked {
  month: string;
  revision: number;
  format: 'csv' | 'xlsx';
}

/** The file of a closed month, byte by byte as it was made when the month was closed. */
export function findClosedFile(
  db: Kysely<Tables>,
  { month, revision, format }: ClosedFileAsked,
): Promise<{ bytes: Uint8Array; sha256: string } | undefined> {
  return db
    .selectFrom('monthCloseFile')
    .innerJoin('monthClose', 'monthClose.id', 'monthCloseFile.monthCloseId')
    .select(['bytes', 'sha256'])
    .where('month', '=', month)
    .where('revision', '=', revision)
    .where('format', '=', format)
    .executeTakeFirst();
}
