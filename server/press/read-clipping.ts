import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { AltavozFailure } from '../../shared/failure.ts';
import type { Channel } from '../../shared/press/channels.ts';
import type { ExplainedValue } from '../../shared/press/explain-valuation.ts';
import type { ClippingDetail, FrozenValuation, ReviewState } from '../../shared/press/rows.ts';
import type { Entry, Origin, Tone, ValuePreview } from '../../shared/press/schemas.ts';
import type { House } from '../context.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { findClosedRow } from './find-closed-row.ts';
import { findOutlet } from './find-outlet.ts';
import { selectLinks } from './link-clipping.ts';
import { explainStored } from './rates/explain-stored.ts';
import {
  freezeValuation,
  keptValuation,
  outletAsValued,
  selectPriceList,
  valuingOf,
} from './value-clipping-row.ts';

async function findClipping({ db }: OpenDatabase, id: string) {
  const row = await db.selectFrom('clipping').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id });
  return row;
}

async function selectEvidence({ db }: OpenDatabase, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('evidence')
    .select(['id', 'name', 'mediaType', 'sizeBytes'])
    .where('id', 'in', ids)
    .execute();
  const byId = new Map<string, EvidenceFile>(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function findEventTitle({ db }: OpenDatabase, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const row = await db
    .selectFrom('outputItem')
    .select('title')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.title ?? null;
}

/** One appearance, removed or not, with how its value came to be. @throws {AltavozFailure} `record_not_found`. */
export async function readClipping(database: OpenDatabase, id: string): Promise<ClippingDetail> {
  const row = await findClipping(database, id);
  const outlet = await findOutlet(database.db, row.outletId, true);
  const closed = await findClosedRow(database, row);
  const valuation = JSON.parse(row.valuation) as FrozenValuation;
  const { version, title, url, author, departmentId, notes, rateId, updatedAt, updatedBy } = row;
  const { pageLabel, topic, spokesperson, eventId, syndicationId, reviewedAt, reviewedBy } = row;
  const { steps, because, price } = await explainStored(database.db, valuation);
  const links = (await selectLinks(database.db, [id])).get(id);
  const { evidenceIds, keyMessageIds } = links ?? { evidenceIds: [], keyMessageIds: [] };
  return {
    id,
    version,
    updatedAt,
    updatedBy,
    ...valuingOf(row),
    title,
    url,
    author,
    tone: row.tone as Tone | null,
    departmentId,
    notes,
    pageLabel,
    topic,
    spokesperson,
    origin: row.origin as Origin | null,
    eventId,
    eventTitle: closed?.eventTitle ?? (await findEventTitle(database, eventId)),
    entry: row.entry as Entry,
    evidenceIds,
    evidence: await selectEvidence(database, evidenceIds),
    keyMessageIds,
    underContract: row.underContract === 1,
    syndicationId,
    reviewState: row.reviewState as ReviewState | null,
    reviewedAt,
    reviewedBy,
    // In a closed month, by the name it had: it reads the same whatever is renamed.
    outletName: closed?.outletName ?? outlet.name,
    channel: row.channel as Channel,
    rateId,
    valuation: { ...valuation, steps, because, price },
    isRemoved: row.deletedAt !== null,
  };
}

/** What saving would store as the value; `isKept` when the appearance keeps the one it has. */
export interface PreviewedValue {
  valuation: ExplainedValue;
  isKept: boolean;
}

/** Values an appearance as saving it would, and stores nothing. @throws {AltavozFailure} `record_not_found`. */
export async function previewValue(house: House, input: ValuePreview): Promise<PreviewedValue> {
  const { database } = house;
  const before = input.clippingId ? await findClipping(database, input.clippingId) : undefined;
  const kept = before && keptValuation(before, input);
  if (kept) return { valuation: await explainStored(database.db, kept), isKept: true };
  const outlet = await findOutlet(database.db, input.outletId, before?.outletId === input.outletId);
  const prices = await selectPriceList(database.db, input.outletId);
  const asValued = before ? outletAsValued(before, input, outlet) : outlet;
  const fresh = freezeValuation(input, asValued, prices, house.now().toISOString());
  return { valuation: await explainStored(database.db, fresh), isKept: false };
}
