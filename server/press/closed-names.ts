import { sql } from 'kysely';
import type { MonthPeriod } from '../../shared/calendar/month.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { MonthCloseNameTable } from '../database/review-schema.ts';

type Kind = MonthCloseNameTable['kind'];
type Closed = Pick<MonthCloseNameTable, 'name' | 'medium' | 'audience'>;

/** By what name a record went in a month that is closed now; absent in any other month. */
export type ClosedNames = (month: string, kind: Kind, recordId: string) => Closed | undefined;

/** Where the name of today stands, and the column that says of which record. */
const namedBy = {
  outlet: { table: 'outlet', name: 'name', by: 'clipping.outlet_id' },
  department: { table: 'department', name: 'name', by: 'clipping.department_id' },
  event: { table: 'output_item', name: 'title', by: 'clipping.event_id' },
  message: { table: 'key_message', name: 'text', by: 'clipping_key_message.key_message_id' },
} as const satisfies Record<Kind, unknown>;

/**
 * The name of what an appearance is of, for a query over `clipping`: in a month that is closed now as
 * it was approved, in any other as it is today. Absent where the appearance names none.
 */
export function nameThen(kind: Kind) {
  const { table, name, by } = namedBy[kind];
  const named = sql.raw(by);
  return sql<string>`coalesce(
    (select kept.name from month_close_name kept
      where kept.kind = ${sql.lit(kind)} and kept.record_id = ${named} and kept.month_close_id = (
        select case when action = 'close' then id end from month_close
        where month_close.month = clipping.month order by revision desc limit 1)),
    (select ${sql.raw(name)} from ${sql.raw(table)} where id = ${named}))`;
}

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
