import type { Selectable } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  RevaluationList,
  RevaluationRow,
  RevaluationScope,
} from '../../../shared/press/revaluation.ts';
import type { Listed } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { ClippingTable } from '../../database/press-schema.ts';
import { searchConditions } from '../../database/search.ts';
import { transact, type Write } from '../../transaction.ts';
import { addToPressMonth, type MonthShare, shareOf } from '../press-month.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';

type Kept = Pick<
  Selectable<ClippingTable>,
  | 'rateId'
  | 'standing'
  | 'valueCop'
  | 'valueWithVatCop'
  | 'grade'
  | 'valuation'
  | 'reviewState'
  | 'reviewedAt'
  | 'reviewedBy'
>;

/** The appearances of a batch that nobody changed or removed since. */
async function selectUntouched(write: Write, revaluationId: string) {
  return write.db
    .selectFrom('revaluationChange as change')
    .innerJoin('clipping', 'clipping.id', 'change.clippingId')
    .select(['clipping.id', 'clipping.version', 'clipping.month', 'clipping.channel'])
    .select(['clipping.tone', 'clipping.grade', 'clipping.standing', 'clipping.underContract'])
    .select(['clipping.valueCop', 'clipping.valueWithVatCop', 'clipping.deletedAt'])
    .select('change.before')
    .where('change.revaluationId', '=', revaluationId)
    .whereRef('clipping.version', '=', 'change.versionAfter')
    .orderBy('clipping.id')
    .execute();
}

/**
 * Gives the appearances of a batch the values they had before it; those that somebody changed
 * since keep theirs, and are counted.
 * @throws {AltavozFailure} `record_not_found`; `revaluation_moved` when it was undone before;
 * `month_closed` when a month was closed since.
 */
export function undoRevaluation(
  context: ActorContext,
  { id }: { id: string },
): Promise<{ id: string; restored: number; kept: number }> {
  return transact(context, ['press'], async (write) => {
    const batch = await write.db
      .selectFrom('revaluation')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!batch) throw new AltavozFailure({ code: 'record_not_found', record: 'revaluation', id });
    if (batch.undoneAt !== null) throw new AltavozFailure({ code: 'revaluation_moved' });
    const rows = await selectUntouched(write, id);
    await refuseClosedMonths(
      write,
      rows.map(({ month }) => month),
    );
    const stamp = { updatedAt: write.at, updatedBy: write.actor.name };
    const shares: MonthShare[] = [];
    for (const { before, ...row } of rows) {
      const was = JSON.parse(before) as Kept;
      await write.db
        .updateTable('clipping')
        .set({ ...was, ...stamp, version: row.version + 1 })
        .where('id', '=', row.id)
        .execute();
      shares.push(...shareOf(row, -1), ...shareOf({ ...row, ...was }, 1));
    }
    await addToPressMonth(write, shares);
    const [restored, kept] = [rows.length, batch.count - rows.length];
    const undone = { undoneAt: write.at, undoneBy: write.actor.name, kept };
    await write.db.updateTable('revaluation').set(undone).where('id', '=', id).execute();
    const details = { restored, kept };
    await write.audit({ action: 'undo', record: 'revaluation', recordId: id, details });
    return { id, restored, kept };
  });
}

/** A page of the batches, the newest first. */
export async function listRevaluations(
  { db }: OpenDatabase,
  { search, page, pageSize }: RevaluationList,
): Promise<Listed<RevaluationRow>> {
  const matching = db
    .selectFrom('revaluation')
    .where((row) => row.and(searchConditions('revaluation.searchText', search)));
  const rows = await matching
    .select(['id', 'at', 'actorName', 'reason', 'criteria', 'count', 'valueBefore', 'valueAfter'])
    .select(['undoneAt', 'undoneBy', 'kept'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { total } = await matching
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const shown = rows.map(({ criteria, ...row }) => ({
    ...row,
    scope: JSON.parse(criteria) as RevaluationScope,
  }));
  return { rows: shown, total };
}
