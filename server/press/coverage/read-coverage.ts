import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import {
  type Coverage,
  type CoveragePart,
  type CoverageShare,
  type CoverageSum,
  coverageParts,
} from '../../../shared/press/coverage.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { type ClosedNames, selectClosedNames } from '../closed-names.ts';
import {
  countWithMessage,
  type SummedPart,
  selectNames,
  selectOutletFacts,
  sumCoverageBy,
  sumMessages,
  sumMix,
  sumOutletMonths,
} from './coverage-queries.ts';
import { valueByTone } from './value-by-tone.ts';

type Db = OpenDatabase['db'];
/** Shares shown of one part: what is less than the least of them is not told apart. */
const mostShares = 200;

function sumOf({ count, positive, neutral, negative, value, unvalued }: SummedPart): CoverageSum {
  const unclassified = count - positive - neutral - negative;
  return { count, positive, neutral, negative, unclassified, valueCop: value, unvalued };
}

function addUp(parts: readonly SummedPart[]): SummedPart {
  const total: SummedPart = {
    key: null,
    month: '',
    count: 0,
    positive: 0,
    neutral: 0,
    negative: 0,
    value: null,
    unvalued: 0,
  };
  for (const part of parts) {
    total.count += part.count;
    if (part.month > total.month) total.month = part.month;
    total.positive += part.positive;
    total.neutral += part.neutral;
    total.negative += part.negative;
    total.unvalued += part.unvalued;
    if (part.value !== null) total.value = (total.value ?? 0) + part.value;
  }
  return total;
}

const tableOf = { department: 'department', event: 'outputItem' } as const;
const kindOf = { outlet: 'outlet', department: 'department', event: 'event' } as const;

type Outlets = Awaited<ReturnType<typeof selectOutletFacts>>;

/** What tells apart the outlets and names of a period: those of closed months as they were approved. */
interface Told {
  db: Db;
  period: MonthPeriod;
  outlets: Outlets;
  closed: ClosedNames;
}

/** What an outlet is known by in a month: as it was approved where that is closed, and as it is today elsewhere. */
function factsOf({ outlets, closed }: Told, { key, month }: SummedPart) {
  return closed(month, 'outlet', key ?? '') ?? outlets.get(key ?? '');
}

async function namesOf(
  { db, outlets }: Told,
  part: CoveragePart | 'event',
  keys: readonly string[],
): Promise<Map<string, string> | undefined> {
  if (part === 'outlet') return new Map([...outlets].map(([id, { name }]) => [id, name]));
  return part in tableOf ? selectNames(db, tableOf[part as keyof typeof tableOf], keys) : undefined;
}

/** The shares by name: that of the last month in which each appears. */
async function sharesOf(
  told: Told,
  part: CoveragePart | 'event',
  sums: readonly SummedPart[],
): Promise<CoverageShare[]> {
  const some = sums.slice(0, mostShares);
  const keys = some.flatMap(({ key }) => key ?? []);
  const names = await namesOf(told, part, keys);
  const kind = part in kindOf ? kindOf[part as keyof typeof kindOf] : undefined;
  return some.map((sum) => {
    const { key, month } = sum;
    const approved = kind && key !== null ? told.closed(month, kind, key)?.name : undefined;
    const today = key === null || !names ? key : (names.get(key) ?? null);
    return { key, label: approved ?? today, ...sumOf(sum) };
  });
}

/** Adds up parts that have the same key, the most first. */
function addUpBy(
  sums: readonly SummedPart[],
  keyOf: (sum: SummedPart) => string | null,
): SummedPart[] {
  const groups = new Map<string | null, SummedPart>();
  for (const sum of sums) {
    const key = keyOf(sum);
    const before = groups.get(key);
    groups.set(key, before ? { ...addUp([before, sum]), key } : { ...sum, key });
  }
  const byKey = (one: SummedPart, other: SummedPart) =>
    (one.key ?? '') < (other.key ?? '') ? -1 : 1;
  return [...groups.values()].sort((one, other) => other.count - one.count || byKey(one, other));
}

function reachOf(told: Told, byOutlet: readonly SummedPart[]): Coverage['reach'] {
  const audiences = byOutlet.map((sum) => factsOf(told, sum)?.audience ?? null);
  const known = audiences.filter((audience) => audience !== null);
  return {
    people: known.length === 0 ? null : known.reduce((sum, audience) => sum + audience, 0),
    outlets: audiences.length,
    withoutAudience: audiences.length - known.length,
  };
}

async function sumsOf(
  told: Told,
  part: CoveragePart,
  ofMonths: readonly SummedPart[],
): Promise<SummedPart[]> {
  if (part === 'outlet') return addUpBy(ofMonths, ({ key }) => key);
  if (part === 'medium') return addUpBy(ofMonths, (sum) => factsOf(told, sum)?.medium ?? '');
  return sumCoverageBy(told.db, told.period, part);
}

async function readMessages({ db, period, closed }: Told): Promise<Coverage['messages']> {
  const messages = await sumMessages(db, period);
  return messages.map(({ id, text, count, month }) => ({
    id,
    text: closed(month, 'message', id)?.name ?? text,
    count,
  }));
}

/**
 * What the coverage of some months said: its tones, its shares, its key messages, what it may
 * have reached, and what caused it. Monthly totals without records say nothing and are left out.
 * Closed months say it of outlets, mediums and names as they were approved.
 */
export async function readCoverage({ db }: OpenDatabase, period: MonthPeriod): Promise<Coverage> {
  const [outlets, closed] = [await selectOutletFacts(db), await selectClosedNames(db, period)];
  const told: Told = { db, period, outlets, closed };
  const ofMonths = await sumOutletMonths(db, period);
  const parts = {} as Coverage['parts'];
  for (const part of coverageParts) {
    const sums = await sumsOf(told, part, ofMonths);
    parts[part] = await sharesOf(told, part, sums);
  }
  const months = addUpBy(ofMonths, ({ month }) => month);
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
    messages: await readMessages(told),
    withMessage: await countWithMessage(db, period),
    reach: reachOf(
      told,
      addUpBy(ofMonths, ({ key }) => key),
    ),
    events: await sharesOf(told, 'event', events),
  };
}
