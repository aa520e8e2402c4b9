import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import {
  type CoverageValue,
  type ValueByTone,
  type ValueTone,
  valueTones,
} from '../../../shared/press/coverage.ts';
import { grades } from '../../../shared/press/grading.ts';
import { headlineTones } from '../../../shared/press/headline.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { sumMix, sumTallies } from './coverage-queries.ts';

type Mix = Awaited<ReturnType<typeof sumMix>>;

/** A sum over appearances of some tones; absent where none of them has a value. */
function sumOfTones(mix: Mix, tones: readonly string[], of: 'value' | 'withVat'): number | null {
  const valued = mix.filter((row) => tones.includes(row.tone) && row.grade !== '');
  return valued.length === 0 ? null : valued.reduce((sum, row) => sum + row[of], 0);
}

const tonesOf: Record<ValueTone, readonly string[]> = {
  headline: headlineTones,
  negative: ['negative'],
  unclassified: [''],
  allTones: [...headlineTones, 'negative', ''],
};

/** How many appearances of some tones there are, and how many of them have no value. */
function countTones(mix: Mix, tones: readonly string[]) {
  const own = mix.filter(({ tone }) => tones.includes(tone));
  const sum = (rows: Mix) => rows.reduce((total, { count }) => total + count, 0);
  return { count: sum(own), unvalued: sum(own.filter(({ grade }) => grade === '')) };
}

function ofEachTone<Told>(tell: (tones: readonly string[]) => Told): Record<ValueTone, Told> {
  const told = valueTones.map((tone) => [tone, tell(tonesOf[tone])] as const);
  return Object.fromEntries(told) as Record<ValueTone, Told>;
}

/** The value by tone of sums by tone: the headline is positive and neutral, and nothing is subtracted. */
export function valueByTone(mix: Mix): CoverageValue {
  return {
    ...ofEachTone((tones) => sumOfTones(mix, tones, 'value')),
    counted: ofEachTone((tones) => countTones(mix, tones)),
  };
}

/** The value of each grade, and how many appearances make it. */
function gradesOf(mix: Mix): ValueByTone['grades'] {
  return grades.flatMap((grade) => {
    const rows = mix.filter((row) => row.grade === grade);
    if (rows.length === 0) return [];
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    return [{ grade, count, valueCop: rows.reduce((sum, row) => sum + row.value, 0) }];
  });
}

const plus = (one: number | null, other: number | null) =>
  one === null ? other : one + (other ?? 0);

/** The value of a period by tone, monthly totals included with what nobody classified. */
export async function readValueByTone(
  { db }: OpenDatabase,
  period: MonthPeriod,
): Promise<ValueByTone> {
  const mix = await sumMix(db, period);
  const tallies = await sumTallies(db, period);
  const value = valueByTone(mix);
  const free = mix.filter(({ underContract }) => underContract === 0);
  const { counted } = value;
  const withTallies = ({ count, unvalued }: { count: number; unvalued: number }) => ({
    count: count + tallies.count,
    unvalued: unvalued + tallies.unvalued,
  });
  return {
    ...value,
    counted: {
      ...counted,
      unclassified: withTallies(counted.unclassified),
      allTones: withTallies(counted.allTones),
    },
    unclassified: plus(value.unclassified, tallies.value),
    allTones: plus(value.allTones, tallies.value),
    headlineWithVat: sumOfTones(mix, headlineTones, 'withVat'),
    headlineWithoutContract: sumOfTones(free, headlineTones, 'value'),
    hasTallies: tallies.hasTallies,
    grades: gradesOf(mix),
  };
}
