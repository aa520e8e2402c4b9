import { type Kysely, sql } from 'kysely';
import type { AlikeClipping } from '../../../shared/press/likeness.ts';
import type { Tables } from '../../database/schema.ts';
import { nameThen } from '../closed-names.ts';

/** With the mark of a text that went round the outlets. */
export interface StoredClipping extends AlikeClipping {
  syndicationId: string | null;
}

/** A statement takes only so many parameters. */
const idsAtATime = 500;

function selectShown(db: Kysely<Tables>) {
  return db
    .selectFrom('clipping')
    .select(['clipping.id', 'clipping.version', 'clipping.day', 'clipping.title', 'clipping.url'])
    .select(['clipping.outletId', 'clipping.format'])
    .select(nameThen('outlet').as('outletName'))
    .select(['clipping.valueCop', 'clipping.syndicationId'])
    .where('clipping.deletedAt', 'is', null);
}

/** Appearances on record by their identifiers, as they are shown beside one another. */
export async function selectAlikeByIds(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, AlikeClipping>> {
  const found = new Map<string, AlikeClipping>();
  for (let start = 0; start < ids.length; start += idsAtATime) {
    const some = ids.slice(start, start + idsAtATime);
    const rows = await selectShown(db).where('clipping.id', 'in', some).execute();
    for (const { syndicationId: _, ...row } of rows) found.set(row.id, row as AlikeClipping);
  }
  return found;
}

const mostAlike = 20;

/** Appearances with one of some addresses, by their keys. */
export async function selectByAddress(
  db: Kysely<Tables>,
  urlKeys: readonly string[],
): Promise<StoredClipping[]> {
  if (urlKeys.length === 0) return [];
  return selectShown(db)
    .where('clipping.urlKey', 'in', urlKeys)
    .limit(mostAlike)
    .execute() as Promise<StoredClipping[]>;
}

/** Appearances with one of these files. */
export async function selectByEvidence(
  db: Kysely<Tables>,
  evidenceIds: readonly string[],
): Promise<StoredClipping[]> {
  if (evidenceIds.length === 0) return [];
  const linked = db
    .selectFrom('clippingEvidence')
    .select('clippingId')
    .where('evidenceId', 'in', evidenceIds);
  return selectShown(db).where('clipping.id', 'in', linked).limit(mostAlike).execute() as Promise<
    StoredClipping[]
  >;
}

/** Appearances of an outlet on a day. */
export function selectOfDay(
  db: Kysely<Tables>,
  outletId: string,
  day: string,
): Promise<StoredClipping[]> {
  return selectShown(db)
    .where('clipping.outletId', '=', outletId)
    .where('clipping.day', '=', day)
    .execute() as Promise<StoredClipping[]>;
}

/** Appearances with a title between two days. */
export function selectByTitle(
  db: Kysely<Tables>,
  { titleKey, from, to }: { titleKey: string; from: string; to: string },
): Promise<StoredClipping[]> {
  return selectShown(db)
    .where('clipping.titleKey', '=', titleKey)
    .where('clipping.day', '>=', from)
    .where('clipping.day', '<=', to)
    .limit(mostAlike)
    .execute() as Promise<StoredClipping[]>;
}

/** The formats for which an outlet has prices of its own on a day. */
export async function selectPricedFormats(
  db: Kysely<Tables>,
  outletId: string,
  day: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('rate')
    .select('format')
    .distinct()
    .where('outletId', '=', outletId)
    .where('deletedAt', 'is', null)
    .where('validFrom', '<=', day)
    .where((rate) => rate.or([rate('validTo', 'is', null), rate('validTo', '>=', day)]))
    .execute();
  return new Set(rows.map((row) => row.format));
}

/** Those of some appearances of which somebody said that they are others than this one. */
export async function selectApart(db: Kysely<Tables>, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select other_id as id from clipping_apart where one_id = ${id}
    union select one_id as id from clipping_apart where other_id = ${id}`.execute(
    db.withoutPlugins(),
  );
  return new Set(rows.map((row) => row.id));
}

/** Two appearances on record, by their identifiers; the later one first. */
export interface IdPair {
  laterId: string;
  earlierId: string;
}

/** Print and web of one outlet are two where it has prices for both. */
const areOneInPrint = sql`(earlier.format = later.format or (
  select count(distinct rate.format) from rate
  where rate.outlet_id = later.outlet_id and rate.deleted_at is null
    and rate.format in (earlier.format, later.format) and rate.valid_from <= later.day
    and (rate.valid_to is null or rate.valid_to >= later.day)) < 2)`;

/** What makes two appearances alike, as a join of `later` and `earlier`. */
const likenessOf = {
  same_address: sql`clipping later join clipping earlier on earlier.url_key = later.url_key`,
  same_evidence: sql`clipping later
    join clipping_evidence own on own.clipping_id = later.id
    join clipping_evidence other on other.evidence_id = own.evidence_id
      and other.clipping_id <> own.clipping_id
    join clipping earlier on earlier.id = other.clipping_id`,
  same_piece: sql`clipping later join clipping earlier on earlier.outlet_id = later.outlet_id
    and earlier.day = later.day and earlier.title_key = later.title_key and later.title_key <> ''
    and ${areOneInPrint}`,
};

const isLater = sql`(later.day > earlier.day or (later.day = earlier.day and later.id > earlier.id))`;

/**
 * Neither removed, nor one text on purpose, nor told apart by somebody. The earlier one is looked up
 * by what it shares, and by no index of what is not removed: hence the way that is said of it.
 */
const isOpen = sql`coalesce(earlier.deleted_at, '') = '' and later.deleted_at is null
  and (later.syndication_id is null or earlier.syndication_id is distinct from later.syndication_id)
  and not exists (select 1 from clipping_apart
    where (one_id = later.id and other_id = earlier.id)
      or (one_id = earlier.id and other_id = later.id))`;

/** The pairs of a period of days that are alike for a reason, the newest first. */
export async function selectPairs(
  db: Kysely<Tables>,
  reason: keyof typeof likenessOf,
  { from, to, most }: { from: string; to: string; most: number },
): Promise<IdPair[]> {
  const { rows } = await sql<IdPair>`
    select distinct later.id as "laterId", earlier.id as "earlierId", later.day
    from ${likenessOf[reason]}
    where later.day >= ${from} and later.day <= ${to} and ${isLater} and ${isOpen}
    order by later.day desc, later.id, earlier.id limit ${most}`.execute(db.withoutPlugins());
  return rows;
}

/**
 * The pairs of a period that an outlet brought on one day under titles that are not the same, of
 * lengths that let them be nearly so; the newest first.
 */
export async function selectPairsOfDay(
  db: Kysely<Tables>,
  { from, to, most }: { from: string; to: string; most: number },
): Promise<(IdPair & { laterTitle: string; earlierTitle: string })[]> {
  const { rows } = await sql<IdPair & { laterTitle: string; earlierTitle: string }>`
    select later.id as "laterId", earlier.id as "earlierId",
      later.title as "laterTitle", earlier.title as "earlierTitle"
    from clipping later join clipping earlier
      on earlier.outlet_id = later.outlet_id and earlier.day = later.day
      and earlier.title_key <> later.title_key
      and (length(earlier.title_key) - 1) * 100 >= (length(later.title_key) - 1) * 73
      and (length(later.title_key) - 1) * 100 >= (length(earlier.title_key) - 1) * 73
    where later.day >= ${from} and later.day <= ${to} and later.title_key <> ''
      and ${isLater} and ${areOneInPrint} and ${isOpen}
    order by later.day desc, later.id, earlier.id limit ${most}`.execute(db.withoutPlugins());
  return rows;
}

/** The pairs of a period with one title in two outlets within some days of one another. */
export async function selectPairsElsewhere(
  db: Kysely<Tables>,
  { from, earliest, to, most }: { from: string; earliest: string; to: string; most: number },
): Promise<(IdPair & { laterDay: string; earlierDay: string })[]> {
  const { rows } = await sql<IdPair & { laterDay: string; earlierDay: string }>`
    select later.id as "laterId", earlier.id as "earlierId",
      later.day as "laterDay", earlier.day as "earlierDay"
    from clipping later join clipping earlier
      on earlier.title_key = later.title_key and earlier.day >= ${earliest}
      and earlier.day <= later.day and earlier.outlet_id <> later.outlet_id
    where later.day >= ${from} and later.day <= ${to} and later.title_key <> ''
      and ${isLater} and ${isOpen}
    order by later.day desc, later.id, earlier.id limit ${most}`.execute(db.withoutPlugins());
  return rows;
}
