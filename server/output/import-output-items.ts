import { randomUUID } from 'node:crypto';
import { monthOf } from '../../shared/calendar/day.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import { foldForSearch } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import type { ActorContext } from '../context.ts';
import { bulkInsert } from '../database/bulk-insert.ts';
import { transact, type Write } from '../transaction.ts';
import { addToOutputMonth, countByMonth } from './output-month.ts';
import { itemWords } from './tables.ts';

const columns = [
  'id',
  'version',
  'search_text',
  'created_at',
  'updated_at',
  'updated_by',
  'deleted_at',
  'kind',
  'day',
  'month',
  'title',
  'department_id',
  'place',
  'url',
  'notes',
  'details',
] as const;

function valuesOf(write: Write, id: string, item: OutputItemFields) {
  return [
    id,
    1,
    foldForSearch(
      itemWords(item)
        .filter((part) => part !== null)
        .join(' '),
    ),
    write.at,
    write.at,
    write.actor.name,
    null,
    item.kind,
    item.day,
    monthOf(item.day),
    item.title,
    item.departmentId,
    item.place,
    item.url,
    item.notes,
    JSON.stringify(item.details),
  ];
}

/**
 * Stores many items at once, with one audit row for all of them. All are stored or none.
 * @returns their ids, in the order given.
 * @throws {AltavozFailure} `record_not_found` for a department.
 */
export function importOutputItems(
  context: ActorContext,
  items: readonly OutputItemFields[],
): Promise<string[]> {
  if (items.length === 0) return Promise.resolve([]);
  return transact(context, ['output'], async (write) => {
    await requireDepartment(write, ...items.map((item) => item.departmentId));
    const ids = items.map(() => randomUUID());
    const values = items.map((item, index) => valuesOf(write, ids[index] as string, item));
    await bulkInsert(context.database, write, { table: 'output_item', columns }, values);
    const months = items.map(({ day, kind }) => ({ month: monthOf(day), kind }));
    await addToOutputMonth(write, countByMonth(months));
    await write.audit({
      action: 'import',
      record: 'output_item',
      recordId: randomUUID(),
      details: { count: items.length },
    });
    return ids;
  });
}
