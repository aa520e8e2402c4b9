import { requireChoiceOverTotals } from '../both-counted.ts';
import type { ClippingTable, PressTallyTable } from '../database/press-schema.ts';
import type { Flag } from '../database/record-columns.ts';
import type { Write } from '../transaction.ts';
import { pressCounting } from './press-counting.ts';

/** What some appearances of one sort add to a month of a channel; negative to take away. */
export interface MonthShare {
  month: string;
  channel: string;
  /** Empty: unclassified. */
  tone: string;
  /** Empty: without a value. */
  grade: string;
  underContract: Flag;
  count: number;
  value: number;
  withVat: number;
  unvalued: number;
}

type Counted = Pick<
  ClippingTable,
  'month' | 'channel' | 'tone' | 'grade' | 'standing' | 'underContract' | 'deletedAt'
> &
  Pick<ClippingTable, 'valueCop' | 'valueWithVatCop'>;

/** Whole pesos to add or to take away; nothing where there is no value. */
function signed(pesos: number | null, times: 1 | -1): number {
  return times === 1 ? (pesos ?? 0) : 0 - (pesos ?? 0);
}

/** What one appearance adds: nothing when removed, paid for or of an own channel. */
export function shareOf(clipping: Counted, times: 1 | -1): MonthShare[] {
  if (clipping.deletedAt !== null || clipping.standing === 'not_counted') return [];
  const { month, channel, tone, grade, underContract, valueCop, valueWithVatCop } = clipping;
  return [
    {
      month,
      channel,
      tone: tone ?? '',
      grade: grade ?? '',
      underContract,
      count: times,
      value: signed(valueCop, times),
      withVat: signed(valueWithVatCop, times),
      unvalued: clipping.standing === 'unvalued' ? times : 0,
    },
  ];
}

function sumBy(shares: Iterable<MonthShare>, keyOf: (share: MonthShare) => string): MonthShare[] {
  const sums = new Map<string, MonthShare>();
  for (const share of shares) {
    const key = keyOf(share);
    const sum = sums.get(key);
    if (!sum) {
      sums.set(key, { ...share });
      continue;
    }
    sum.count += share.count;
    sum.value += share.value;
    sum.withVat += share.withVat;
    sum.unvalued += share.unvalued;
  }
  return [...sums.values()];
}

/** Adds up the shares of each month, channel, tone, grade and contract. */
export function sumShares(shares: Iterable<MonthShare>): MonthShare[] {
  return sumBy(
    shares,
    ({ month, channel, tone, grade, underContract }) =>
      `${month} ${channel} ${tone} ${grade} ${underContract}`,
  );
}

async function addToMonth(write: Write, share: MonthShare): Promise<void> {
  const { month, channel, count, value, unvalued } = share;
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
  if (count >= 0) return;
  await write.db
    .deleteFrom('pressMonth')
    .where('month', '=', month)
    .where('channel', '=', channel)
    .where('source', '=', 'records')
    .where('count', '=', 0)
    .execute();
}

async function addToMix(write: Write, share: MonthShare): Promise<void> {
  const { month, channel, tone, grade, underContract, count, value, withVat } = share;
  const key = ['month', 'channel', 'tone', 'grade', 'underContract'] as const;
  await write.db
    .insertInto('pressMonthMix')
    .values({ month, channel, tone, grade, underContract, count, value, withVat })
    .onConflict((conflict) =>
      conflict.columns([...key]).doUpdateSet((set) => ({
        count: set('pressMonthMix.count', '+', count),
        value: set('pressMonthMix.value', '+', value),
        withVat: set('pressMonthMix.withVat', '+', withVat),
      })),
    )
    .execute();
  if (count >= 0) return;
  await write.db
    .deleteFrom('pressMonthMix')
    .where('month', '=', month)
    .where('channel', '=', channel)
    .where('tone', '=', tone)
    .where('grade', '=', grade)
    .where('underContract', '=', underContract)
    .where('count', '=', 0)
    .execute();
}

function adds({ count, value, withVat, unvalued }: MonthShare): boolean {
  return count !== 0 || value !== 0 || withVat !== 0 || unvalued !== 0;
}

/**
 * Adds to the roll-ups, in the write that stores the records; a month left without any goes.
 * @throws {AltavozFailure} `total_and_records` where a month's total is counted too and nobody chose so.
 */
export async function addToPressMonth(write: Write, shares: Iterable<MonthShare>): Promise<void> {
  const sorts = sumShares(shares);
  const months = sumBy(sorts, ({ month, channel }) => `${month} ${channel}`);
  const added = months.map(({ month, channel: kind, count }) => ({ month, kind, count }));
  await requireChoiceOverTotals(write, pressCounting, added);
  for (const share of sorts.filter(adds)) await addToMix(write, share);
  for (const share of months.filter(adds)) await addToMonth(write, share);
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
