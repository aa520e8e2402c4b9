import { randomUUID } from 'node:crypto';
import { monthOf } from '../../shared/calendar/day.ts';
import type { OutputItemFields } from '../../shared/output/schemas.ts';
import { foldForSearch, type RecordVersion } from '../../shared/records.ts';
import { requireDepartment } from '../accounts/require-department.ts';
import { type ActorContext, today } from '../context.ts';
import { bulkInsert } from '../database/bulk-insert.ts';
import { mapInSteps } from '../map-in-steps.ts';
import { transact, type Write } from '../transaction.ts';
import { insertItemEvidence } from './item-evidence.ts';
import { checkOwnDetails } from './output-kinds.ts';
import { moveItemsMonths } from './output-month.ts';
import { requirePlace } from './require-place.ts';
import { settlePeople } from './settle-people.ts';
import { type StatedItem, settleState } from './settle-state.ts';
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
  'place_id',
  'responsible',
  'starts_at',
  'ends_at',
  'series_id',
  'request_id',
  'url',
  'notes',
  'details',
  'state',
  'state_reason',
] as const;

function valuesOf(write: Write, id: string, item: StatedItem) {
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
    item.placeId,
    item.responsible,
    item.startsAt,
    item.endsAt,
    item.seriesId,
    item.requestId,
    item.url,
    item.notes,
    JSON.stringify(item.details),
    item.state,
    item.stateReason,
  ];
}

/**
 * Stores many items at once, with one audit row for all of them. All are stored or none.
 * @param ids their identities, where they were drawn before.
 * @returns their ids and versions, in the order given.
 * @throws {AltavozFailure} `record_not_found` for what they name; `invalid_input` for their details.
 */
export function importOutputItems(
  context: ActorContext,
  given: readonly OutputItemFields[],
  ids: readonly string[] = given.map(() => randomUUID()),
): Promise<RecordVersion[]> {
  if (given.length === 0) return Promise.resolve([]);
  return transact(context, ['output'], async (write) => {
    await requireDepartment(write, ...given.map((item) => item.departmentId));
    await requirePlace(write, ...given.map((item) => item.placeId));
    const day = today(context);
    const stated = await mapInSteps(given, (item) => settleState(day, item));
    const items = await settlePeople(write, await checkOwnDetails(write, stated));
    const made = items.map((item, at) => ({ item, id: ids[at] ?? randomUUID() }));
    const values = await mapInSteps(made, ({ item, id }) => valuesOf(write, id, item));
    await bulkInsert(context.database, write, { table: 'output_item', columns }, values);
    const files = made.map(({ item, id }) => ({ id, evidenceIds: item.evidenceIds }));
    await insertItemEvidence(
      write,
      files.filter(({ evidenceIds }) => evidenceIds.length > 0),
    );
    await moveItemsMonths(
      write,
      items.map(({ day, kind, departmentId, placeId, responsible, state }) => ({
        is: { month: monthOf(day), kind, departmentId, placeId, responsible, state },
      })),
    );
    await write.audit({
      action: 'import',
      record: 'output_item',
      recordId: randomUUID(),
      details: { count: items.length },
    });
    return made.map(({ id }) => ({ id, version: 1 }));
  });
}
