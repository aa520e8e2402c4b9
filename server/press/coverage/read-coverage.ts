import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import {
  type Coverage,
  type CoveragePart,
  type CoverageShare,
  type CoverageSum,
  coverageParts,
} from '../../../shared/press/coverage.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import {
  countWithMessage,
  type SummedPart,
  selectAudiences,
  selectNames,
  sumCoverageBy,
  sumMessages,
  sumMix,
} from './coverage-queries.ts';
import { valueByTone } from './value-by-tone.ts';

type Db = OpenDatabase['db'];
/** Shares shown of one part: what is less than the least of them is not told apart. */
const mostShares = 200;

function sumOf({ count, positive, neutral, negative, value }: SummedPart): CoverageSum {
  const unclassified = count - positive - neutral - negative;
  return { count, positive, neutral, negative, unclassified, valueCop: value };
}

function totalOf(parts: readonly SummedPart[]): CoverageSum {
  const total: SummedPart = {
    key: null,
    count: 0,
    positive: 0,
    neutral: 0,
    negative: 0,
    value: null,
  };
  for (const part of parts) {
    total.count += part.count;
    total.positive += part.positive;
    total.neutral += part.neutral;
    total.negative += part.negative;
    if (part.value !== null) total.value = (total.value ?? 0) + part.value;
  }
  return sumOf(total);
}

const namedIn = { outlet: 'outlet', department: 'department', event: 'outputItem' } as const;

async function sharesOf(
  db: Db,
  part: CoveragePart | 'event',
  sums: readonly SummedPart[],
): Promise<CoverageShare[]> {
  const some = sums.slice(0, mostShares);
  const keys = some.flatMap(({ key }) => key ?? []);
  const table = part in namedIn ? namedIn[part as keyof typeof namedIn] : undefined;
  const names = table && (await selectNames(db, table, keys));
  return some.map((sum) => {
    const { key } = sum;
    const label = key === null ? null : names ? (names.get(key) ?? null) : key;
    return { key, label, ...sumOf(sum) };
  });
}

async function reachOf(db: Db, outlets: readonly SummedPart[]): Promise<Coverage['reach']> {
  const audiences = await selectAudiences(
    db,
    outlets.flatMap(({ key }) => key ?? []),
  );
  const known = audiences.filter((audience) => audience !== null);
  return {
    people: known.length === 0 ? null : known.reduce((sum, audience) => sum + audience, 0),
    outlets: audiences.length,
    withoutAudience: audiences.length - known.length,
  };
}

/**
 * What the coverage of some months said: its tones, its shares, its key messages, what it may
 * have reached, and what caused it. Monthly totals without records say nothing and are left out.
 */
export async function readCoverage({ db }: OpenDatabase, period: MonthPeriod): Promise<Coverage> {
  const sums = {} as Record<CoveragePart, SummedPart[]>;
  const parts = {} as Coverage['parts'];
  for (const part of coverageParts) {
    sums[part] = await sumCoverageBy(db, period, part);
    parts[part] = await sharesOf(db, part, sums[part]);
  }
  const months = await sumCoverageBy(db, period, 'month');
  const events = (await sumCoverageBy(db, period, 'event')).filter(({ key }) => key !== null);
  const mix = await sumMix(db, period);
  const free = mix.filter(({ underContract }) => underContract === 0);
  return {
    total: totalOf(months),
    value: valueByTone(mix),
    withoutContract: {
      count: free.reduce((sum, { count }) => sum + count, 0),
      value: valueByTone(free),
    },
    months: months
      .map((sum) => ({ month: sum.key ?? '', sum: sumOf(sum) }))
      .map(({ month, sum: { positive, neutral, negative, unclassified } }) => ({
        ...{ month, positive, neutral, negative, unclassified },
      }))
      .sort((one, other) => one.month.localeCompare(other.month)),
    parts,
    messages: await sumMessages(db, period),
    withMessage: await countWithMessage(db, period),
    reach: await reachOf(db, sums.outlet),
    events: await sharesOf(db, 'event', events),
  };
}
