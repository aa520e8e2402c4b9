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
  selectNames,
  selectOutletFacts,
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

function addUp(parts: readonly SummedPart[]): SummedPart {
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
  return total;
}

const namedIn = { department: 'department', event: 'outputItem' } as const;

type Outlets = Awaited<ReturnType<typeof selectOutletFacts>>;

async function namesOf(
  db: Db,
  part: CoveragePart | 'event',
  keys: readonly string[],
  outlets: Outlets,
): Promise<Map<string, string> | undefined> {
  if (part === 'outlet') return new Map([...outlets].map(([id, { name }]) => [id, name]));
  return part in namedIn ? selectNames(db, namedIn[part as keyof typeof namedIn], keys) : undefined;
}

async function sharesOf(
  db: Db,
  part: CoveragePart | 'event',
  sums: readonly SummedPart[],
  outlets: Outlets,
): Promise<CoverageShare[]> {
  const some = sums.slice(0, mostShares);
  const keys = some.flatMap(({ key }) => key ?? []);
  const names = await namesOf(db, part, keys, outlets);
  return some.map((sum) => {
    const { key } = sum;
    const label = key === null ? null : names ? (names.get(key) ?? null) : key;
    return { key, label, ...sumOf(sum) };
  });
}

/** The shares of mediums, from those of their outlets. */
function byMedium(sums: readonly SummedPart[], outlets: Outlets): SummedPart[] {
  const mediums = new Map<string, SummedPart>();
  for (const sum of sums) {
    const key = outlets.get(sum.key ?? '')?.medium ?? '';
    const before = mediums.get(key);
    mediums.set(key, before ? { ...addUp([before, sum]), key } : { ...sum, key });
  }
  return [...mediums.values()].sort((one, other) => other.count - one.count);
}

function reachOf(sums: readonly SummedPart[], outlets: Outlets): Coverage['reach'] {
  const audiences = sums.map(({ key }) => outlets.get(key ?? '')?.audience ?? null);
  const known = audiences.filter((audience) => audience !== null);
  return {
    people: known.length === 0 ? null : known.reduce((sum, audience) => sum + audience, 0),
    outlets: audiences.length,
    withoutAudience: audiences.length - known.length,
  };
}

async function sumsOf(
  db: Db,
  period: MonthPeriod,
  part: CoveragePart,
  byOutlet: SummedPart[],
  outlets: Outlets,
): Promise<SummedPart[]> {
  if (part === 'outlet') return byOutlet;
  return part === 'medium' ? byMedium(byOutlet, outlets) : sumCoverageBy(db, period, part);
}

/**
 * What the coverage of some months said: its tones, its shares, its key messages, what it may
 * have reached, and what caused it. Monthly totals without records say nothing and are left out.
 */
export async function readCoverage({ db }: OpenDatabase, period: MonthPeriod): Promise<Coverage> {
  const outlets = await selectOutletFacts(db);
  const byOutlet = await sumCoverageBy(db, period, 'outlet');
  const parts = {} as Coverage['parts'];
  for (const part of coverageParts) {
    const sums = await sumsOf(db, period, part, byOutlet, outlets);
    parts[part] = await sharesOf(db, part, sums, outlets);
  }
  const months = await sumCoverageBy(db, period, 'month');
  const events = (await sumCoverageBy(db, period, 'event')).filter(({ key }) => key !== null);
  const mix = await sumMix(db, period);
  const free = mix.filter(({ underContract }) => underContract === 0);
  return {
    total: sumOf(addUp(months)),
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
    reach: reachOf(byOutlet, outlets),
    events: await sharesOf(db, 'event', events, outlets),
  };
}
