import type { Kysely } from 'kysely';
import { z } from 'zod';
import { AltavozFailure } from '../../shared/failure.ts';
import { type DetailField, detailFields } from '../../shared/output/detail-fields.ts';
import { isOwnKind, type KindId } from '../../shared/output/kind-id.ts';
import { outputKind, outputKinds } from '../../shared/output/kinds.ts';
import { OwnField, ownDetailFields, ownDetails } from '../../shared/output/own-kind.ts';
import type { KindRow } from '../../shared/output/rows.ts';
import type { OpenDatabase } from '../database/connection.ts';
import type { OutputKindTable } from '../database/output-schema.ts';
import type { Tables } from '../database/schema.ts';
import type { Write } from '../transaction.ts';
import type { StatedItem } from './settle-state.ts';

const OwnFields = z.array(OwnField);

const comesWithTheProduct = outputKinds.map(
  (kind): KindRow => ({
    id: kind.id,
    version: null,
    label: kind.label,
    fields: detailFields(kind),
    isOwn: false,
    isActive: true,
  }),
);

/** What the office asks for in a kind of its own, from how it is kept. */
export function parseOwnFields(fields: string): OwnField[] {
  return OwnFields.parse(JSON.parse(fields));
}

function showOwnKind(row: OutputKindTable): KindRow {
  const both = (text: string) => ({ es: text, en: text });
  return {
    id: row.id as KindId,
    version: row.version,
    label: { one: both(row.labelOne), many: both(row.labelMany) },
    fields: ownDetailFields(parseOwnFields(row.fields)),
    isOwn: true,
    isActive: row.isActive === 1 && row.deletedAt === null,
  };
}

/** The kinds that the office made for itself, the removed ones included, in their order. */
async function selectOwnKinds(db: Kysely<Tables>): Promise<KindRow[]> {
  const rows = await db
    .selectFrom('outputKind')
    .selectAll()
    .orderBy('position')
    .orderBy('labelMany')
    .orderBy('id')
    .execute();
  return rows.map(showOwnKind);
}

/**
 * Every kind of output, in the order in which reports list them; a kind of the office's own that was
 * removed stays, inactive, for the items that it has.
 */
export async function listKinds({ db }: OpenDatabase): Promise<KindRow[]> {
  return [...comesWithTheProduct, ...(await selectOwnKinds(db))];
}

async function selectOwnFields({ db }: Write, id: string): Promise<OwnField[]> {
  const row = await db
    .selectFrom('outputKind')
    .select('fields')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'output_kind', id });
  return parseOwnFields(row.fields);
}

/**
 * Checks the details of items of the office's own kinds against what those ask for, and that a kind
 * of a monthly total exists.
 * @returns the items, their details as they are stored.
 * @throws {AltavozFailure} `record_not_found` for the kind; `invalid_input` naming the details.
 */
export async function checkOwnDetails<Item extends Pick<StatedItem, 'kind' | 'details' | 'state'>>(
  write: Write,
  items: readonly Item[],
): Promise<Item[]> {
  const fields = new Map<string, OwnField[]>();
  for (const { kind } of items) {
    if (!isOwnKind(kind) || fields.has(kind)) continue;
    fields.set(kind, await selectOwnFields(write, kind));
  }
  const schemas = new Map<string, ReturnType<typeof ownDetails>>();
  const schemaOf = ({ kind, state }: Item) => {
    const own = fields.get(kind);
    const key = `${kind} ${state}`;
    if (own && !schemas.has(key)) schemas.set(key, ownDetails(own, state));
    return schemas.get(key);
  };
  return items.map((item) => {
    const schema = schemaOf(item);
    if (!schema) return item;
    const details = schema.safeParse(item.details);
    if (details.success) return { ...item, details: details.data };
    const fields = details.error.issues.map(({ path, message, code }) => ({
      path: ['details', ...path].join('.'),
      rule: /^[a-z_]+$/.test(message) ? message : code,
      facts: {},
    }));
    throw new AltavozFailure({ code: 'invalid_input', fields });
  });
}

/** What a kind asks for. @throws {AltavozFailure} `record_not_found` for one of the office's own. */
export async function selectDetailFields(write: Write, kind: KindId): Promise<DetailField[]> {
  if (isOwnKind(kind)) return ownDetailFields(await selectOwnFields(write, kind));
  return detailFields(outputKind(kind));
}

/** Checks that a kind of the office's own exists. @throws {AltavozFailure} `record_not_found`. */
export async function requireKind(write: Write, kind: KindId): Promise<void> {
  if (isOwnKind(kind)) await selectOwnFields(write, kind);
}
