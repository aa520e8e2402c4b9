import { AltavozFailure } from '../../shared/failure.ts';
import type { PlaceFields, PlaceList, PlaceRow } from '../../shared/output/places.ts';
import { foldForSearch, type Listed, type RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { searchConditions } from '../database/search.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { placeKind } from './tables.ts';

/** The list names each place once, accents and case aside. */
async function refuseTakenName(write: Write, name: string, exceptId?: string): Promise<void> {
  const rows = await write.db
    .selectFrom('place')
    .select('id')
    .where('searchText', '=', foldForSearch(name))
    .where('deletedAt', 'is', null)
    .execute();
  if (rows.some((row) => row.id !== exceptId)) {
    throw new AltavozFailure({ code: 'value_taken', record: 'place', field: 'name', value: name });
  }
}

/** Adds a place to the list. @throws {AltavozFailure} `value_taken` for its name. */
export function createPlace(context: ActorContext, fields: PlaceFields): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    await refuseTakenName(write, fields.name);
    const { id, version } = await insertRecord(write, placeKind, fields);
    return { id, version };
  });
}

/** Changes a place. @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`. */
export function updatePlace(
  context: ActorContext,
  at: RecordVersion,
  fields: PlaceFields,
): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, placeKind, at);
    await refuseTakenName(write, fields.name, at.id);
    const { id, version } = await updateRecord(write, placeKind, before, fields);
    return { id, version };
  });
}

/** Removes a place so that it can be brought back; what names it keeps naming it. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removePlace(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { id, version } = await removeRecord(write, placeKind, at);
    return { id, version };
  });
}

/** Brings back a removed place. @throws {AltavozFailure} `value_taken` when its name is there again. */
export function restorePlace(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { name } = await readForChange(write, placeKind, at);
    await refuseTakenName(write, name, at.id);
    const { id, version } = await restoreRecord(write, placeKind, at);
    return { id, version };
  });
}

/** A page of the places, by name. */
export async function listPlaces({ db }: OpenDatabase, list: PlaceList): Promise<Listed<PlaceRow>> {
  let matching = db
    .selectFrom('place')
    .where('deletedAt', list.removed ? 'is not' : 'is', null)
    .where((expression) => expression.and(searchConditions('searchText', list.search)));
  if (list.placeType !== undefined) matching = matching.where('placeType', '=', list.placeType);
  const rows = await matching
    .select(['id', 'version', 'name', 'placeType', 'updatedAt', 'updatedBy'])
    .orderBy('searchText')
    .orderBy('id')
    .limit(list.pageSize)
    .offset((list.page - 1) * list.pageSize)
    .execute();
  const { total } = await matching
    .select((expression) => expression.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({ ...row, placeType: row.placeType as PlaceRow['placeType'] })),
    total,
  };
}
