import { AltavozFailure } from '../../shared/failure.ts';
import type { Write } from '../transaction.ts';

/** How many items are added to a month of a kind; negative to take away. */
export interface MonthShare {
  month: string;
  kind: string;
  count: number;
}

interface MonthOfKind {
  month: string;
  kind: string;
}

/** How many records a month of a kind counts. */
async function countRecords({ db }: Write, { month, kind }: MonthOfKind): Promise<number> {
  const row = await db
    .selectFrom('outputMonth')
    .select('count')
    .where('month', '=', month)
    .where('kind', '=', kind)
    .where('source', '=', 'records')
    .executeTakeFirst();
  return row?.count ?? 0;
}

async function keepChoice(write: Write, id: string): Promise<void> {
  await write.db
    .updateTable('outputTally')
    .set({ besideRecords: 1 })
    .where('id', '=', id)
    .execute();
  const details = { before: { besideRecords: 0 }, after: { besideRecords: 1 } };
  await write.audit({ action: 'update', record: 'output_tally', recordId: id, details });
}

/**
 * Looks, before records are counted, whether their months have totals that nobody chose to count
 * beside records; a choice made in this call is kept with the total, and not asked again.
 * @throws {AltavozFailure} `total_and_records` with the first of them.
 */
export async function requireChoiceOverTotals(
  write: Write,
  shares: readonly MonthShare[],
): Promise<void> {
  const months = [...new Set(shares.map(({ month }) => month))];
  if (months.length === 0) return;
  const totals = await write.db
    .selectFrom('outputTally')
    .select(['id', 'month', 'kind', 'count'])
    .where('month', 'in', months)
    .where('besideRecords', '=', 0)
    .where('deletedAt', 'is', null)
    .orderBy('month')
    .orderBy('kind')
    .execute();
  for (const { id, month, kind, count: total } of totals) {
    const share = shares.find((one) => one.month === month && one.kind === kind);
    if (!share) continue;
    if (write.countsBoth) {
      await keepChoice(write, id);
      continue;
    }
    const records = (await countRecords(write, { month, kind })) + share.count;
    throw new AltavozFailure({ code: 'total_and_records', month, kind, records, total });
  }
}

/**
 * Whether a total stands beside records of its month and kind.
 * @throws {AltavozFailure} `total_and_records` where it does and nobody chose so.
 */
export async function requireChoiceOverRecords(
  write: Write,
  { month, kind, count: total }: MonthShare,
  before?: MonthOfKind & { besideRecords: number },
): Promise<boolean> {
  const records = await countRecords(write, { month, kind });
  if (records === 0) return false;
  const isChosen =
    before !== undefined &&
    before.besideRecords === 1 &&
    before.month === month &&
    before.kind === kind;
  if (isChosen || write.countsBoth) return true;
  throw new AltavozFailure({ code: 'total_and_records', month, kind, records, total });
}
