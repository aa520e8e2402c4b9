import type { MonthPeriod } from '../../shared/calendar/month.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { MonthCloseNameTable } from '../database/review-schema.ts';

type Kind = MonthCloseNameTable['kind'];
type Closed = Pick<MonthCloseNameTable, 'name' | 'medium' | 'audience'>;

/** By what name a record went in a month that is closed now; absent in any other month. */
export type ClosedNames = (month: string, kind: Kind, recordId: string) => Closed | undefined;

/** The names by which the closed months of a period were approved. */
export async function selectClosedNames(
  db: OpenDatabase['db'],
  { from, to }: MonthPeriod,
): Promise<ClosedNames> {
  const rows = await db
    .selectFrom('monthCloseName')
    .innerJoin('monthClose as closing', 'closing.id', 'monthCloseId')
    .select(['month', 'kind', 'recordId', 'name', 'medium', 'audience'])
    .where('month', '>=', from)
    .where('month', '<=', to)
    .where((closing) =>
      closing.not(
        closing.exists(
          closing
            .selectFrom('monthClose as later')
            .select('later.id')
            .whereRef('later.month', '=', 'closing.month')
            .whereRef('later.revision', '>', 'closing.revision'),
        ),
      ),
    )
    .execute();
  const keyOf = (month: string, kind: string, recordId: string) => `${month} ${kind} ${recordId}`;
  const names = new Map(rows.map((row) => [keyOf(row.month, row.kind, row.recordId), row]));
  return (month, kind, recordId) => names.get(keyOf(month, kind, recordId));
}
