import type { Selectable } from 'kysely';
import { AltavozFailure } from '../../../shared/failure.ts';
import type { OutletMove } from '../../../shared/press/outlet-reach.ts';
import type {
  RevaluationList,
  RevaluationRow,
  RevaluationScope,
  RevaluationUndone,
} from '../../../shared/press/revaluation.ts';
import type { Listed } from '../../../shared/records.ts';
import type { ActorContext } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { ClippingTable } from '../../database/press-schema.ts';
import type { RevaluationTable } from '../../database/rates-schema.ts';
import type { Flag } from '../../database/record-columns.ts';
import { searchConditions } from '../../database/search.ts';
import { updateRecord } from '../../database/versioned-record.ts';
import { transact, type Write } from '../../transaction.ts';
import { askingReach } from '../outlets/asking-reach.ts';
import { classOf, reachOpenMonths } from '../outlets/reach-open-months.ts';
import { addToPressMonth, type MonthShare, shareOf } from '../press-month.ts';
import { refuseClosedMonths } from '../refuse-closed-months.ts';
import { outletKind } from '../tables.ts';
import type { keptColumns } from './store-revaluation.ts';

/** What a batch keeps of an appearance; those of older batches kept no channel, which they left as it was. */
type Kept = Omit<Pick<Selectable<ClippingTable>, (typeof keptColumns)[number]>, 'channel'> &
  Partial<Pick<ClippingTable, 'channel'>>;

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
 * Gives the appearances of a batch what they counted before it, within a write; those that somebody
 * changed since keep theirs, and are counted.
 * @throws {AltavozFailure} `month_closed` when a month was closed since; `total_and_records`.
 */
export async function restoreBatch(
  write: Write,
  { id, count }: Pick<RevaluationTable, 'id' | 'count'>,
): Promise<{ restored: number; kept: number }> {
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
  const [restored, kept] = [rows.length, count - rows.length];
  const undone = { undoneAt: write.at, undoneBy: write.actor.name, kept };
  await write.db.updateTable('revaluation').set(undone).where('id', '=', id).execute();
  const details = { restored, kept };
  await write.audit({ action: 'undo', record: 'revaluation', recordId: id, details });
  return { restored, kept };
}

type Followed = Pick<Selectable<RevaluationTable>, 'outletId' | 'outletMove'>;

/** Makes the outlet that a batch followed what it was, unless somebody made it something else since. */
async function giveBackClass(
  within: ActorContext,
  write: Write,
  { outletId, outletMove }: Followed,
): Promise<RevaluationUndone['outlet']> {
  if (outletId === null || outletMove === null) return null;
  const move = JSON.parse(outletMove) as OutletMove;
  const before = await write.db
    .selectFrom('outlet')
    .selectAll()
    .where('id', '=', outletId)
    .executeTakeFirstOrThrow();
  const now = classOf(before);
  const isAsLeft = now.medium === move.after.medium && now.isOwnChannel === move.after.isOwnChannel;
  if (!isAsLeft) return 'stays';
  const { medium, isOwnChannel } = move.before;
  const columns = { medium, isOwnChannel: (isOwnChannel ? 1 : 0) as Flag };
  const after = await updateRecord(write, outletKind, before, columns);
  await reachOpenMonths(within, write, { before, after });
  return 'back';
}

/**
 * Gives the appearances of a batch what they counted before it, and the outlet that they followed, if
 * any, what it was; those that somebody changed since stay as they are, and are counted.
 * @throws {AltavozFailure} `record_not_found`; `revaluation_moved` when it was undone before;
 * `month_closed` when a month was closed since; `outlet_reaches_back` where appearances that came
 * after the batch would move too; `total_and_records`.
 */
export function undoRevaluation(
  context: ActorContext,
  { id }: { id: string },
): Promise<RevaluationUndone> {
  const undo = async (write: Write, within: ActorContext) => {
    const batch = await write.db
      .selectFrom('revaluation')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (!batch) throw new AltavozFailure({ code: 'record_not_found', record: 'revaluation', id });
    if (batch.undoneAt !== null) throw new AltavozFailure({ code: 'revaluation_moved' });
    const { restored, kept } = await restoreBatch(write, batch);
    return { id, restored, kept, outlet: await giveBackClass(within, write, batch) };
  };
  return transact(context, ['press'], (write) =>
    askingReach(context, (within) => undo(write, within)),
  );
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
    .select(['undoneAt', 'undoneBy', 'kept', 'outletMove'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { total } = await matching
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const shown = rows.map(({ criteria, outletMove, ...row }) => ({
    ...row,
    scope: JSON.parse(criteria) as RevaluationScope,
    outlet: outletMove === null ? null : (JSON.parse(outletMove) as OutletMove),
  }));
  return { rows: shown, total };
}
