import { yearPeriod } from '../../shared/calendar/month.ts';
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

async function gatherOutput(database: OpenDatabase, year: number): Promise<Recorded[]> {
  const { totals } = await readMonthMatrix(database, yearPeriod(year));
  return totals.flatMap(({ kind, count }) =>
    isOwnKind(kind) ? [] : sum(formatSubject({ measure: 'output.count', kind }), count),
  );
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

/**
 * What the records say of a year, by subject: sums of output and press, and the last reading of
 * the year of each page among `subjects`. What nobody recorded is not there.
 */
export async function gatherRecorded(
  database: OpenDatabase,
  year: number,
  subjects: readonly string[],
): Promise<Map<string, RecordedFacts>> {
  return new Map([
    ...(await gatherOutput(database, year)),
    ...(await gatherPress(database, year)),
    ...(await gatherReadings(database, year, subjects)),
  ]);
}
