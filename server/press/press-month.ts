import { requireChoiceOverTotals } from '../both-counted.ts';
import { inParts } from '../database/many-records.ts';
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

const channelsOf = (shares: readonly MonthShare[]) => ({
  months: [...new Set(shares.map(({ month }) => month))],
  channels: [...new Set(shares.map(({ channel }) => channel))],
});

async function addToMonths({ db }: Write, shares: readonly MonthShare[]): Promise<void> {
  for (const some of inParts(shares)) {
    await db
      .insertInto('pressMonth')
      .values(
        some.map(({ month, channel, count, value, unvalued }) => ({
          ...{ month, channel, count, value, unvalued },
          source: 'records' as const,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['month', 'channel', 'source']).doUpdateSet(({ ref, eb }) => ({
          count: eb(ref('pressMonth.count'), '+', ref('excluded.count')),
          value: eb(ref('pressMonth.value'), '+', ref('excluded.value')),
          unvalued: eb(ref('pressMonth.unvalued'), '+', ref('excluded.unvalued')),
        })),
      )
      .execute();
  }
  const fewer = shares.filter(({ count }) => count < 0);
  if (fewer.length === 0) return;
  const { months, channels } = channelsOf(fewer);
  await db
    .deleteFrom('pressMonth')
    .where('month', 'in', months)
    .where('channel', 'in', channels)
    .where('source', '=', 'records')
    .where('count', '=', 0)
    .execute();
}

async function addToMixes({ db }: Write, shares: readonly MonthShare[]): Promise<void> {
  const key = ['month', 'channel', 'tone', 'grade', 'underContract'] as const;
  for (const some of inParts(shares)) {
    await db
      .insertInto('pressMonthMix')
      .values(some.map(({ unvalued: _, ...share }) => share))
      .onConflict((conflict) =>
        conflict.columns([...key]).doUpdateSet(({ ref, eb }) => ({
          count: eb(ref('pressMonthMix.count'), '+', ref('excluded.count')),
          value: eb(ref('pressMonthMix.value'), '+', ref('excluded.value')),
          withVat: eb(ref('pressMonthMix.withVat'), '+', ref('excluded.withVat')),
        })),
      )
      .execute();
  }
  const fewer = shares.filter(({ count }) => count < 0);
  if (fewer.length === 0) return;
  const { months, channels } = channelsOf(fewer);
  await db
    .deleteFrom('pressMonthMix')
    .where('month', 'in', months)
    .where('channel', 'in', channels)
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
  await addToMixes(write, sorts.filter(adds));
  await addToMonths(write, months.filter(adds));
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
