import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { asSystem, type House } from '../context.ts';
import type { Tables } from '../database/schema.ts';
import { transact } from '../transaction.ts';

/** As long as somebody may come back to the draft of a form. */
const keptDays = 7;

/** What names a file: an appearance, something made, a price, or an appearance as it was when its month was closed. */
const namedBy = [
  sql`exists (select 1 from clipping_evidence where evidence_id = evidence.id)`,
  sql`exists (select 1 from output_evidence where evidence_id = evidence.id)`,
  sql`exists (select 1 from rate_evidence where evidence_id = evidence.id)`,
  sql`exists (select 1 from flat_policy_evidence where evidence_id = evidence.id)`,
  sql`exists (select 1 from month_close_clipping where frozen_row like '%' || evidence.id || '%')`,
];

/**
 * Files that nothing names and that last came in before a moment: somebody may still be filling in
 * the form of a younger one.
 */
function selectUnattached(db: Kysely<Tables>, before: string) {
  const cameInSince = sql<boolean>`exists (select 1 from audit
    where record = 'evidence' and record_id = evidence.id and at >= ${before})`;
  return namedBy
    .reduce(
      (query, isNamed) => query.where(sql<boolean>`not ${isNamed}`),
      db.selectFrom('evidence').select(['id', 'name']).where('createdAt', '<', before),
    )
    .where(sql<boolean>`not ${cameInSince}`)
    .execute();
}

/**
 * Takes away the files that last came in more than a week ago and that nothing names: those of forms
 * that were left.
 * @returns how many were taken away.
 */
export async function removeUnattachedEvidence(house: House): Promise<number> {
  const before = new Date(house.now().getTime() - keptDays * 86_400_000).toISOString();
  const found = await selectUnattached(house.database.db, before);
  if (found.length === 0) return 0;
  return transact(asSystem(house), ['press'], async (write) => {
    // Once more, where no form can name one of them meanwhile.
    const files = await selectUnattached(write.db, before);
    for (const { id } of files) {
      await write.db.deleteFrom('evidenceChunk').where('evidenceId', '=', id).execute();
      await write.db.deleteFrom('evidence').where('id', '=', id).execute();
    }
    await write.audit({
      action: 'remove_unattached',
      record: 'evidence',
      recordId: randomUUID(),
      details: { names: files.map(({ name }) => name) },
    });
    return files.length;
  });
}
