import { yearPeriod } from '../../shared/calendar/month.ts';
import type { CountTableDetail } from '../../shared/indicators/count-tables/rows.ts';
import { isOwnKind } from '../../shared/output/kind-id.ts';
import type { RecordedFacts } from '../../shared/reports/discrepancy.ts';
import type { Precision } from '../../shared/reports/precision.ts';
import { formatSubject, parseSubject } from '../../shared/reports/subject.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { readMonthMatrix } from '../output/read-month-matrix.ts';
import { readMonthlyValue } from '../press/read-monthly-value.ts';
import { findLastReading } from '../social/find-last-reading.ts';

type Recorded = [subject: string, record: RecordedFacts];

function sum(subject: string, value: number | null): Recorded[] {
  return value === null ? [] : [[subject, { value, precision: 'exact', day: null }]];
}

/** The sum of all kinds, the office's own included; absent where nothing is recorded. */
function allTogether(counts: readonly { count: number | null }[]): number | null {
  const known = counts.flatMap(({ count }) => (count === null ? [] : count));
  return known.length === 0 ? null : known.reduce((total, count) => total + count, 0);
}

async function gatherOutput(database: OpenDatabase, year: number): Promise<Recorded[]> {
  const { totals } = await readMonthMatrix(database, yearPeriod(year));
  const all = formatSubject({ measure: 'output.count', kind: 'all' });
  return [
    ...totals.flatMap(({ kind, count }) =>
      isOwnKind(kind) ? [] : sum(formatSubject({ measure: 'output.count', kind }), count),
    ),
    ...sum(all, allTogether(totals)),
  ];
}

async function gatherPress(database: OpenDatabase, year: number): Promise<Recorded[]> {
  const { rows, totals, total } = await readMonthlyValue(database, yearPeriod(year));
  if (rows.length === 0) return [];
  const columns = [
    ...totals
      .filter(({ channel }) => rows.some((row) => row.channel === channel))
      .map(({ channel, ...sums }) => ({ column: channel, ...sums })),
    { column: 'total' as const, ...total },
  ];
  return columns.flatMap(({ column, count, valueCop }) => [
    ...sum(formatSubject({ measure: 'press.count', column }), count),
    ...sum(formatSubject({ measure: 'press.value', column }), valueCop),
  ]);
}

async function gatherReadings(
  database: OpenDatabase,
  year: number,
  subjects: readonly string[],
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const text of new Set(subjects)) {
    const subject = parseSubject(text);
    if (subject?.measure !== 'social') continue;
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    const reading = await findLastReading(database, { ...subject, ...period });
    if (!reading) continue;
    const { value, day } = reading;
    recorded.push([text, { value, precision: reading.precision as Precision, day }]);
  }
  return recorded;
}

interface Asked {
  year: number;
  subjects: readonly string[];
  /** The tables of counts of the year and its parts. */
  tables: readonly CountTableDetail[];
}

/** What the tables of counts say as totals, printed or, where none is, added up. */
function gatherTables({ year, tables }: Asked): Recorded[] {
  const ofYear = tables.filter(({ period }) => period === String(year));
  return ofYear.flatMap(({ code, name, measures, printed, totals }) =>
    measures.flatMap(({ id, unit }): Recorded[] => {
      const total = printed?.worked[id] ?? totals[id] ?? null;
      if (total === null) return [];
      const subject = formatSubject({ measure: 'count_table', code, column: id });
      const value = Number(total);
      return [[subject, { value, precision: 'exact', day: null, table: { code, name, unit } }]];
    }),
  );
}

/**
 * What the records say of a year, by subject: sums of output and press, totals of tables of counts,
 * and the last reading of the year of each page among `subjects`. What nobody recorded is not there.
 */
export async function gatherRecorded(
  database: OpenDatabase,
  asked: Asked,
): Promise<Map<string, RecordedFacts>> {
  const { year, subjects } = asked;
  return new Map([
    ...(await gatherOutput(database, year)),
    ...(await gatherPress(database, year)),
    ...(await gatherReadings(database, year, subjects)),
    ...gatherTables(asked),
  ]);
}
