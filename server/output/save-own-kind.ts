import { randomUUID } from 'node:crypto';
import { AltavozFailure } from '../../shared/failure.ts';
import type { OwnKindFields } from '../../shared/output/own-kind.ts';
import { foldForSearch, type RecordVersion } from '../../shared/records.ts';
import type { ActorContext } from '../context.ts';
import type { Flag } from '../database/record-columns.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { listKinds, parseOwnFields } from './output-kinds.ts';
import { outputKindKind } from './tables.ts';

const columnsOf = ({ labelOne, labelMany, fields, position, isActive }: OwnKindFields) => ({
  labelOne,
  labelMany,
  fields: JSON.stringify(fields),
  position,
  isActive: (isActive ? 1 : 0) as Flag,
});

/** Two kinds of one name could not be told apart, also one of the product's. */
async function refuseTakenName(
  context: ActorContext,
  labelMany: string,
  exceptId?: string,
): Promise<void> {
  const name = foldForSearch(labelMany);
  const kinds = await listKinds(context.database);
  const taken = kinds.find(
    ({ id, label, isActive }) =>
      id !== exceptId &&
      isActive &&
      [label.many.es, label.one.es].map(foldForSearch).includes(name),
  );
  if (!taken) return;
  throw new AltavozFailure({
    code: 'value_taken',
    record: 'output_kind',
    field: 'labelMany',
    value: labelMany,
  });
}

/** Makes a kind of the office's own. @throws {AltavozFailure} `value_taken` for its name. */
export async function createOwnKind(
  context: ActorContext,
  fields: OwnKindFields,
): Promise<RecordVersion> {
  await refuseTakenName(context, fields.labelMany);
  return transact(context, ['output'], async (write) => {
    const id = `own_${randomUUID()}`;
    const { version } = await insertRecord(write, outputKindKind, columnsOf(fields), id);
    return { id, version };
  });
}

/** A field under which values are stored keeps how it is filled in, so that they can still be read. */
async function refuseOtherInput(
  write: Write,
  kept: { id: string; fields: string },
  fields: OwnKindFields['fields'],
): Promise<void> {
  const inputs = new Map(parseOwnFields(kept.fields).map(({ name, input }) => [name, input]));
  const changed = fields.findIndex(
    ({ name, input }) => inputs.has(name) && inputs.get(name) !== input,
  );
  if (changed < 0) return;
  const used = await write.db
    .selectFrom('outputItem')
    .select('id')
    .where('kind', '=', kept.id)
    .limit(1)
    .executeTakeFirst();
  if (!used) return;
  const field = { path: `fields.${changed}.input`, rule: 'input_of_stored_values', facts: {} };
  throw new AltavozFailure({ code: 'invalid_input', fields: [field] });
}

/**
 * Changes a kind of the office's own. What was stored under a field that it no longer asks for stays
 * with the items.
 * @throws {AltavozFailure} `value_taken`, `record_changed`, `record_not_found`; `invalid_input` when
 * a field that has values would be filled in otherwise.
 */
export async function updateOwnKind(
  context: ActorContext,
  at: RecordVersion,
  fields: OwnKindFields,
): Promise<RecordVersion> {
  await refuseTakenName(context, fields.labelMany, at.id);
  return transact(context, ['output'], async (write) => {
    const before = await readForChange(write, outputKindKind, at);
    await refuseOtherInput(write, before, fields.fields);
    const { id, version } = await updateRecord(write, outputKindKind, before, columnsOf(fields));
    return { id, version };
  });
}

/** Removes a kind so that it can be brought back; its items stay and are counted. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeOwnKind(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { id, version } = await removeRecord(write, outputKindKind, at);
    return { id, version };
  });
}

/** Brings back a removed kind. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function restoreOwnKind(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return transact(context, ['output'], async (write) => {
    const { id, version } = await restoreRecord(write, outputKindKind, at);
    return { id, version };
  });
}
