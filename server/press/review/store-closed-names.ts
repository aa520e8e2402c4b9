import type { ClosedRow } from '../../../shared/press/review-rows.ts';
import type { ActorContext } from '../../context.ts';
import { bulkInsert } from '../../database/bulk-insert.ts';
import type { MonthCloseNameTable } from '../../database/review-schema.ts';
import type { Write } from '../../transaction.ts';

type Named = Omit<MonthCloseNameTable, 'monthCloseId'>;

function namesOf(row: ClosedRow): Named[] {
  const { outletId, outletName, medium, audience = null } = row;
  const { departmentId, departmentName, eventId, eventTitle, keyMessageIds = [] } = row;
  const plain = (kind: Named['kind'], recordId?: string | null, name?: string | null): Named[] =>
    recordId && name ? [{ kind, recordId, name, medium: null, audience: null }] : [];
  return [
    { kind: 'outlet', recordId: outletId, name: outletName, medium, audience },
    ...plain('department', departmentId, departmentName),
    ...plain('event', eventId, eventTitle),
    ...keyMessageIds.flatMap((id, at) => plain('message', id, row.keyMessages[at])),
  ];
}

/** Keeps once the names that the appearances of a closing carry, by which figures of its month are told. */
export async function storeClosedNames(
  context: ActorContext,
  write: Write,
  closeId: string,
  rows: readonly ClosedRow[],
): Promise<void> {
  const names = new Map(
    rows.flatMap(namesOf).map((named) => [`${named.kind} ${named.recordId}`, named]),
  );
  const columns = ['month_close_id', 'kind', 'record_id', 'name', 'medium', 'audience'];
  const values = [...names.values()].map(({ kind, recordId, name, medium, audience }) => [
    ...[closeId, kind, recordId, name],
    ...[medium, audience],
  ]);
  await bulkInsert(context.database, write, { table: 'month_close_name', columns }, values);
}
