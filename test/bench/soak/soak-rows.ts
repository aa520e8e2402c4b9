import type { TableRow, TableSection } from '../report/table-rows.ts';
import type { Soaked } from './soak-database.ts';
import type { Answers } from './watch-answers.ts';

const longestAnswer = 2_000;
const mostGrowth = 1.15;
/** Below that, a garbage collection more or less is a larger part than a leak. */
const leastMinutesToJudge = 2;

const megabytes = (value: number) => `${Math.round(value)} MB`;
const milliseconds = (value: number) => `${Math.round(value)} ms`;

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function none(what: string, found: readonly string[]): TableRow {
  return { what, figure: String(found.length), target: '0', met: found.length === 0 };
}

function answerRow(name: string, answers: Answers): TableRow {
  const { times, refused, cut, broken, isLong } = answers;
  const longest = quantile(times, 1);
  const refusals = [...refused.values()].reduce((sum, count) => sum + count, 0);
  const counts = [
    `${times.length}`,
    ...(refusals > 0 ? [`${refusals} refused`] : []),
    ...(cut > 0 ? [`${cut} cut off`] : []),
    ...(broken.length > 0 ? [`${broken.length} BROKEN`] : []),
  ];
  const of = (share: number) => milliseconds(quantile(times, share));
  // Of what was only cut off there is no time to tell.
  const isJudged = !isLong && times.length > 0;
  return {
    what: `${name} (${counts.join(', ')})`,
    product: `${of(0.5)} · ${of(0.99)}`,
    figure: milliseconds(longest),
    ...(isJudged ? { target: `≤ ${longestAnswer / 1_000} s`, met: longest <= longestAnswer } : {}),
  };
}

/** The hostile calls that were answered in time, of which there are many, in one line. */
function withoutHarmless(rows: readonly TableRow[]): TableRow[] {
  const harmless = rows.filter(({ what, met }) => what.startsWith('hostile') && met !== false);
  const others = rows.filter((row) => !harmless.includes(row));
  const [slowest] = harmless;
  if (!slowest) return others;
  return [
    ...others,
    { ...slowest, what: `${harmless.length} other hostile calls, of which the slowest` },
  ];
}

function memoryRows({ memory }: Soaked): TableRow[] {
  const { minutes, early, late, peak, peakWithChildren } = memory;
  const growth = late / early;
  const isJudged = minutes >= leastMinutesToJudge;
  return [
    {
      what: `resident in the last fifth beside the second, of a process of ${minutes.toFixed(1)} min`,
      product: `${megabytes(late)} · ${megabytes(early)}`,
      figure: `${growth.toFixed(2)} ×`,
      target: `≤ ${mostGrowth} ×${isJudged ? '' : `, after ${leastMinutesToJudge} min`}`,
      ...(isJudged ? { met: growth <= mostGrowth } : {}),
    },
    { what: 'most that the server kept', figure: megabytes(peak) },
    { what: 'most with the processes that it starts', figure: megabytes(peakWithChildren) },
  ];
}

function truthRows(soaked: Soaked, kills: number): TableRow[] {
  const { acknowledged, lost, check, backUpCheck, left, answers, endedByItself } = soaked;
  const broken = [...answers.values()].flatMap((one) => one.broken);
  const exit = (what: string, { code }: { code: number }): TableRow => ({
    what,
    figure: `exit ${code}`,
    target: 'exit 0',
    met: code === 0,
  });
  return [
    {
      what: 'SIGKILLs',
      figure: `${soaked.kills}`,
      target: `${kills}`,
      met: soaked.kills === kills,
    },
    none(`of ${acknowledged} acknowledged writes, lost or there in part`, lost),
    none('answers that broke though nobody was killed', broken),
    none('times that the server ended by itself', endedByItself),
    exit('altavoz check', check),
    exit('altavoz check of the last back-up', backUpCheck),
    none('files that back-ups left behind', left),
    {
      what: 'from start to listening, median and longest',
      product: milliseconds(quantile(soaked.starts, 0.5)),
      figure: milliseconds(quantile(soaked.starts, 1)),
    },
    {
      what: 'longest that the bench itself held an answer up',
      figure: milliseconds(soaked.ownDelay),
    },
    none('faults of the bench itself', soaked.faults),
  ];
}

/** The table of a soak: what is lost, what it keeps, how long each thing took (p50 · p99, longest). */
export function soakSections(soaked: Soaked, kills: number): TableSection[] {
  const { database, answers } = soaked;
  const named = [...answers].sort(
    ([, one], [, other]) => quantile(other.times, 1) - quantile(one.times, 1),
  );
  const rows = (isLong: boolean) =>
    named.filter(([, one]) => one.isLong === isLong).map(([name, one]) => answerRow(name, one));
  return [
    { title: `${database}: what is left after the kills`, rows: truthRows(soaked, kills) },
    { title: `${database}: memory, before the kills`, rows: memoryRows(soaked) },
    { title: `${database}: answers (p50 · p99, longest)`, rows: withoutHarmless(rows(false)) },
    { title: `${database}: what tells how far it has come, or runs beside`, rows: rows(true) },
  ];
}

/** What stands behind the numbers of the table, for whoever looks for the cause. */
export function soakDetails(soaked: Soaked): Record<string, unknown> {
  const { answers, ...rest } = soaked;
  const told = [...answers].map(([name, { times, refused, ...one }]) => [
    name,
    {
      ...one,
      refused: Object.fromEntries(refused),
      longest: quantile(times, 1),
      asked: times.length,
    },
  ]);
  return { ...rest, answers: Object.fromEntries(told) };
}
