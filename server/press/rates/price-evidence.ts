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

const recordOf = { rateEvidence: 'rate', flatPolicyEvidence: 'flat_policy' } as const;

/** Says in the log which files a price had and which it has; a new one had none. */
async function auditFiles(
  write: Write,
  table: PriceEvidence,
  priceId: string,
  had: readonly EvidenceFile[],
): Promise<void> {
  const has = (await selectPriceEvidence(write.db, table, [priceId])).get(priceId) ?? [];
  const names = (files: readonly EvidenceFile[]) => files.map(({ name }) => name).join(', ');
  const ids = (files: readonly EvidenceFile[]) => files.map(({ id }) => id).join(' ');
  if (ids(had) === ids(has)) return;
  const details = { before: { files: names(had) }, after: { files: names(has) } };
  await write.audit({ action: 'update', record: recordOf[table], recordId: priceId, details });
}

/**
 * Gives a price the files of its fields, in place of those it had; the log tells of the change.
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
  const had = (await selectPriceEvidence(write.db, table, [priceId])).get(priceId) ?? [];
  if (had.length === 0 && evidenceIds.length === 0) return;
  await write.db.deleteFrom(typed).where('priceId', '=', priceId).execute();
  const rows = evidenceIds.map((evidenceId, position) => ({ priceId, evidenceId, position }));
  if (rows.length > 0) await write.db.insertInto(typed).values(rows).execute();
  await auditFiles(write, table, priceId, had);
}
