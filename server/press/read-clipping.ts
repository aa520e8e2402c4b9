import { AltavozFailure } from '../../shared/failure.ts';
import type { Channel } from '../../shared/press/channels.ts';
import type { ClippingDetail, FrozenValuation } from '../../shared/press/rows.ts';
import type { Tone, ValuePreview } from '../../shared/press/schemas.ts';
import { explainValue, type Valuation } from '../../shared/press/valuation.ts';
import type { House } from '../context.ts';
import type { OpenDatabase } from '../database/connection.ts';
import { findOutlet } from './find-outlet.ts';
import { freezeValuation, keptValuation, selectRatesOf, valuingOf } from './value-clipping-row.ts';

async function findClipping({ db }: OpenDatabase, id: string) {
  const row = await db.selectFrom('clipping').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AltavozFailure({ code: 'record_not_found', record: 'clipping', id });
  return row;
}

/** One appearance, removed or not, with how its value came to be. @throws {AltavozFailure} `record_not_found`. */
export async function readClipping(database: OpenDatabase, id: string): Promise<ClippingDetail> {
  const row = await findClipping(database, id);
  const outlet = await findOutlet(database.db, row.outletId, true);
  const valuation = JSON.parse(row.valuation) as FrozenValuation;
  const { version, title, url, author, departmentId, notes, rateId, updatedAt, updatedBy } = row;
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
    outletName: outlet.name,
    channel: row.channel as Channel,
    rateId,
    valuation: { ...valuation, steps: explainValue(valuation.inputs, valuation.result) },
    isRemoved: row.deletedAt !== null,
  };
}

/** What saving would store as the value; `isKept` when the appearance keeps the one it has. */
export interface PreviewedValue {
  valuation: Valuation;
  isKept: boolean;
}

function explained({ inputs, result }: FrozenValuation): Valuation {
  return { ...result, steps: explainValue(inputs, result) };
}

/** Values an appearance as saving it would, and stores nothing. @throws {AltavozFailure} `record_not_found`. */
export async function previewValue(house: House, input: ValuePreview): Promise<PreviewedValue> {
  const { database } = house;
  const before = input.clippingId ? await findClipping(database, input.clippingId) : undefined;
  const kept = before && keptValuation(before, input);
  if (kept) return { valuation: explained(kept), isKept: true };
  const outlet = await findOutlet(database.db, input.outletId, before?.outletId === input.outletId);
  const rates = await selectRatesOf(database.db, input.outletId);
  const fresh = freezeValuation(input, outlet, rates, house.now().toISOString());
  return { valuation: explained(fresh), isKept: false };
}
