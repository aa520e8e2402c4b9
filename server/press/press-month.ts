import type { ClippingTable, PressTallyTable } from '../database/schema.ts';
import type { Write } from '../transaction.ts';

/** What some appearances add to a month of a channel; negative to take away. */
export interface MonthShare {
  month: string;
  channel: string;
  count: number;
  value: number;
  unvalued: number;
}

type Counted = Pick<ClippingTable, 'month' | 'channel' | 'standing' | 'valueCop' | 'deletedAt'>;

/** What one appearance adds: nothing when removed, paid for or of an own channel. */
export function shareOf(clipping: Counted, times: 1 | -1): MonthShare[] {
  if (clipping.deletedAt !== null || clipping.standing === 'not_counted') return [];
  const { month, channel, valueCop } = clipping;
  const unvalued = clipping.standing === 'unvalued' ? times : 0;
  return [{ month, channel, count: times, value: times * (valueCop ?? 0), unvalued }];
}

/** Adds up the shares of each month and channel. */
export function sumShares(shares: Iterable<MonthShare>): MonthShare[] {
  const sums = new Map<string, MonthShare>();
  for (const share of shares) {
    const key = `${share.month} ${share.channel}`;
    const sum = sums.get(key);
    if (!sum) {
      sums.set(key, { ...share });
      continue;
    }
    sum.count += share.count;
    sum.value += share.value;
    sum.unvalued += share.unvalued;
  }
  return [...sums.values()];
}

/** Adds to the roll-up, in the write that stores the records; a month left without any goes. */
export async function addToPressMonth(write: Write, shares: Iterable<MonthShare>): Promise<void> {
  for (const { month, channel, count, value, unvalued } of sumShares(shares)) {
    if (count === 0 && value === 0 && unvalued === 0) continue;
    await write.db
      .insertInto('pressMonth')
      .values({ month, channel, source: 'records', count, value, unvalued })
      .onConflict((conflict) =>
        conflict.columns(['month', 'channel', 'source']).doUpdateSet((set) => ({
          count: set('pressMonth.count', '+', count),
          value: set('pressMonth.value', '+', value),
          unvalued: set('pressMonth.unvalued', '+', unvalued),
        })),
      )
      .execute();
    if (count >= 0) continue;
    await write.db
      .deleteFrom('pressMonth')
      .where('month', '=', month)
      .where('channel', '=', channel)
      .where('source', '=', 'records')
      .where('count', '=', 0)
      .execute();
  }
}

/** Moves the roll-up from what an appearance was to what it is. */
export async function movePressMonth(
  write: Write,
  before: Counted | undefined,
  after: Counted,
): Promise<void> {
  const taken = before ? shareOf(before, -1) : [];
  await addToPressMonth(write, [...taken, ...shareOf(after, 1)]);
}

type Tally = Pick<PressTallyTable, 'month' | 'channel' | 'count' | 'valueCop' | 'deletedAt'>;

/** Replaces what a monthly total adds by what it adds now; one without a value is all unvalued. */
export async function moveTallyMonth(
  write: Write,
  before: Tally | undefined,
  after: Tally,
): Promise<void> {
  if (before && before.deletedAt === null) {
    await write.db
      .deleteFrom('pressMonth')
      .where('month', '=', before.month)
      .where('channel', '=', before.channel)
      .where('source', '=', 'tally')
      .execute();
  }
  if (after.deletedAt !== null) return;
  const { month, channel, count, valueCop } = after;
  const unvalued = valueCop === null ? count : 0;
  await write.db
    .insertInto('pressMonth')
    .values({ month, channel, source: 'tally', count, value: valueCop ?? 0, unvalued })
    .execute();
}
