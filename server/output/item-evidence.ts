import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { Write } from '../transaction.ts';

/** A statement takes only so many parameters. */
const idsAtATime = 500;

/** The files of an item, in the order in which they were attached. */
export function selectItemEvidence(
  db: OpenDatabase['db'],
  itemId: string,
): Promise<EvidenceFile[]> {
  return db
    .selectFrom('outputEvidence')
    .innerJoin('evidence', 'evidence.id', 'outputEvidence.evidenceId')
    .select(['evidence.id', 'evidence.name', 'evidence.mediaType', 'evidence.sizeBytes'])
    .where('outputEvidence.itemId', '=', itemId)
    .orderBy('outputEvidence.position')
    .execute();
}

interface Attached {
  id: string;
  evidenceIds: readonly string[];
}

async function requireEvidence(write: Write, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += idsAtATime) {
    const some = ids.slice(start, start + idsAtATime);
    const rows = await write.db
      .selectFrom('evidence')
      .select('id')
      .where('id', 'in', some)
      .execute();
    const found = new Set(rows.map((row) => row.id));
    const id = some.find((one) => !found.has(one));
    if (id !== undefined) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'evidence', id });
    }
  }
}

/** Attaches files to items that have none yet. @throws {AltavozFailure} `record_not_found` for a file. */
export async function insertItemEvidence(write: Write, items: readonly Attached[]): Promise<void> {
  await requireEvidence(write, [...new Set(items.flatMap((item) => item.evidenceIds))]);
  const rows = items.flatMap(({ id: itemId, evidenceIds }) =>
    [...new Set(evidenceIds)].map((evidenceId, position) => ({ itemId, evidenceId, position })),
  );
  for (let start = 0; start < rows.length; start += idsAtATime) {
    const some = rows.slice(start, start + idsAtATime);
    await write.db.insertInto('outputEvidence').values(some).execute();
  }
}

/** Gives an item the files of its fields, in place of those it had. @throws {AltavozFailure} `record_not_found` for a file. */
export async function replaceItemEvidence(write: Write, item: Attached): Promise<void> {
  await write.db.deleteFrom('outputEvidence').where('itemId', '=', item.id).execute();
  await insertItemEvidence(write, [item]);
}
