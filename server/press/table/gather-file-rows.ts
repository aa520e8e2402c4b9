import type { FrozenValuation } from '../../../shared/press/rows.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { plainTables } from '../../database/plain-tables.ts';
import { nameThen } from '../closed-names.ts';
import { rateApproval } from '../rate-approval.ts';
import type { FileRow } from './clipping-file-columns.ts';
import { type StoredRow, selectListed } from './listed-columns.ts';

interface StoredFileRow
  extends StoredRow,
    Pick<FileRow, 'notes' | 'pageLabel' | 'eventTitle' | 'rateApproval'> {
  valuation: string;
}

function grouped(rows: readonly { clippingId: string; text: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { clippingId, text } of rows) {
    groups.set(clippingId, [...(groups.get(clippingId) ?? []), text]);
  }
  return groups;
}

async function selectEvidence({ db }: OpenDatabase, ids: readonly string[]) {
  const rows = await db
    .selectFrom('clippingEvidence')
    .innerJoin('evidence', 'evidence.id', 'clippingEvidence.evidenceId')
    .select(['clippingId', 'evidence.name as text'])
    .where('clippingId', 'in', ids)
    .orderBy('clippingId')
    .orderBy('position')
    .execute();
  return grouped(rows);
}

async function selectMessages({ db }: OpenDatabase, ids: readonly string[]) {
  const rows = await db
    .selectFrom('clippingKeyMessage')
    .innerJoin('clipping', 'clipping.id', 'clippingKeyMessage.clippingId')
    .select(['clippingId', nameThen('message').as('text')])
    .where('clippingId', 'in', ids)
    .orderBy('clippingId')
    .orderBy('keyMessageId')
    .execute();
  return grouped(rows);
}

/** Everything that was captured of some appearances, in the order of their identifiers. */
export async function gatherFileRows(
  database: OpenDatabase,
  ids: readonly string[],
): Promise<FileRow[]> {
  const stored: StoredFileRow[] = await selectListed(
    plainTables(database.db).selectFrom('clipping'),
  )
    .select(['notes', 'page_label as pageLabel', 'valuation'])
    .select([nameThen('event').as('eventTitle'), rateApproval.as('rateApproval')])
    .where('id', 'in', ids)
    .$castTo<StoredFileRow>()
    .execute();
  const evidence = await selectEvidence(database, ids);
  const messages = await selectMessages(database, ids);
  const read = stored.map(({ valuation, isPaid, underContract, hasEvidence, ...row }) => ({
    ...row,
    isPaid: isPaid === 1,
    underContract: underContract === 1,
    hasEvidence: hasEvidence === 1,
    valuation: JSON.parse(valuation) as FrozenValuation,
  }));
  const found = new Map(
    read.map((row): [string, FileRow] => [
      row.id,
      {
        ...row,
        evidence: evidence.get(row.id) ?? [],
        keyMessages: messages.get(row.id) ?? [],
      },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}
