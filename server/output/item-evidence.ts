import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { inParts } from '../database/many-records.ts';
import type { Write } from '../transaction.ts';

/** A statement takes only so many parameters. */
const idsAtATime = 500;

/** The files of some items, by item, in the order in which they were attached. */
export async function selectItemsEvidence(
  db: OpenDatabase['db'],
  itemIds: readonly string[],
): Promise<Map<string, EvidenceFile[]>> {
  const files = new Map<string, EvidenceFile[]>();
  for (const some of inParts(itemIds)) {
    const rows = await db
      .selectFrom('outputEvidence')
      .innerJoin('evidence', 'evidence.id', 'outputEvidence.evidenceId')
      .select(['outputEvidence.itemId', 'evidence.id', 'evidence.name'])
      .select(['evidence.mediaType', 'evidence.sizeBytes'])
      .where('outputEvidence.itemId', 'in', some)
      .orderBy('outputEvidence.position')
      .execute();
    for (const { itemId, ...file } of rows) {
      files.set(itemId, [...(files.get(itemId) ?? []), file]);
    }
  }
  return files;
}

/** The files of an item, in the order in which they were attached. */
export async function selectItemEvidence(
  db: OpenDatabase['db'],
  itemId: string,
): Promise<EvidenceFile[]> {
  return (await selectItemsEvidence(db, [itemId])).get(itemId) ?? [];
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

/** Gives items the files of their fields, in place of those they had. @throws {AltavozFailure} `record_not_found` for a file. */
export async function replaceItemEvidence(write: Write, items: readonly Attached[]): Promise<void> {
  for (const some of inParts(items.map(({ id }) => id))) {
    await write.db.deleteFrom('outputEvidence').where('itemId', 'in', some).execute();
  }
  await insertItemEvidence(write, items);
}
