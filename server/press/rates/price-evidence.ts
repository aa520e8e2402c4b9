import type { EvidenceFile } from '../../../shared/evidence/evidence-files.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { Write } from '../../transaction.ts';
import { requireLinked } from '../link-clipping.ts';

/** Where the files of rates and of policies are linked; both tables have the same columns. */
export type PriceEvidence = 'rateEvidence' | 'flatPolicyEvidence';

/** The files that support some prices, in the order in which they were attached. */
export async function selectPriceEvidence(
  db: OpenDatabase['db'],
  table: PriceEvidence,
  priceIds: readonly string[],
): Promise<Map<string, EvidenceFile[]>> {
  const files = new Map<string, EvidenceFile[]>(priceIds.map((id) => [id, []]));
  if (priceIds.length === 0) return files;
  const rows = await db
    .selectFrom(`${table as 'rateEvidence'} as link`)
    .innerJoin('evidence', 'evidence.id', 'link.evidenceId')
    .select(['link.priceId', 'evidence.id', 'evidence.name'])
    .select(['evidence.mediaType', 'evidence.sizeBytes'])
    .where('link.priceId', 'in', priceIds)
    .orderBy('link.position')
    .execute();
  for (const { priceId, ...file } of rows) files.get(priceId)?.push(file);
  return files;
}

/**
 * Gives a price the files of its fields, in place of those it had.
 * @throws {AltavozFailure} `record_not_found` for a file that is not there.
 */
export async function replacePriceEvidence(
  write: Write,
  table: PriceEvidence,
  priceId: string,
  evidenceIds: readonly string[],
): Promise<void> {
  const links = { evidenceIds: [...evidenceIds], keyMessageIds: [], eventId: null };
  await requireLinked(write, [links]);
  const typed = table as 'rateEvidence';
  await write.db.deleteFrom(typed).where('priceId', '=', priceId).execute();
  if (evidenceIds.length === 0) return;
  const rows = evidenceIds.map((evidenceId, position) => ({ priceId, evidenceId, position }));
  await write.db.insertInto(typed).values(rows).execute();
}
