import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { ReviewState } from '../../../shared/press/rows.ts';
import type { RecordVersion } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { ClippingTable } from '../../database/press-schema.ts';
import { readForChange, updateRecord } from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { findOutlet } from '../find-outlet.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import { clippingKind } from '../tables.ts';
import { storeComment } from './comment-clipping.ts';

async function readForReview(write: Write, at: RecordVersion): Promise<Selectable<ClippingTable>> {
  const row = await readForChange(write, clippingKind(''), at);
  if (row.deletedAt !== null) {
    throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id: at.id });
  }
  return row;
}

async function mark(
  write: Write,
  row: Selectable<ClippingTable>,
  reviewState: ReviewState,
): Promise<RecordVersion> {
  if (row.reviewState === reviewState) return { id: row.id, version: row.version };
  const outlet = await findOutlet(write.db, row.outletId, true);
  const reviewed = { reviewState, reviewedAt: write.at, reviewedBy: write.actor.name };
  const { id, version } = await updateRecord(write, clippingKind(outlet.name), row, reviewed);
  return { id, version };
}

/**
 * Gives an appearance back to the press team with the reason; it waits until it is corrected.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `month_closed`.
 */
export function sendBackClipping(
  context: ActorContext,
  { at, reason }: { at: RecordVersion; reason: string },
): Promise<RecordVersion> {
  return transact(context, ['press'], async (write) => {
    const row = await readForReview(write, at);
    await refuseClosedMonths(write, [row.month]);
    await storeComment(write, { id: randomUUID(), clippingId: at.id, kind: 'sent_back' }, reason);
    return mark(write, row, 'sent_back');
  });
}

/**
 * Approves appearances as they were looked at, all or none.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `month_closed`.
 */
export function approveClippings(
  context: ActorContext,
  ats: readonly RecordVersion[],
): Promise<RecordVersion[]> {
  return transact(context, ['press'], async (write) => {
    const rows: Selectable<ClippingTable>[] = [];
    for (const at of ats) rows.push(await readForReview(write, at));
    await refuseClosedMonths(
      write,
      rows.map((row) => row.month),
    );
    const approved: RecordVersion[] = [];
    for (const row of rows) approved.push(await mark(write, row, 'approved'));
    await write.audit({
      action: 'approve',
      record: 'clipping',
      recordId: approved.length === 1 ? (approved[0]?.id ?? '') : randomUUID(),
      details: { ids: approved.map(({ id }) => id) },
    });
    return approved;
  });
}
