import type { Kysely } from 'kysely';
import type { ClosedRow, ReviewedRow, StandingPrice } from '../../../shared/press/review-rows.ts';
import type { FrozenValuation } from '../../../shared/press/rows.ts';
import type { Tables } from '../../database/schema.ts';
import { selectStandingPrices } from './select-standing-prices.ts';

function byClipping<Row extends { clippingId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.clippingId);
    if (group) group.push(row);
    else groups.set(row.clippingId, [row]);
  }
  return groups;
}

/** The appearances of a month, to look up what is attached to them. */
function idsOf(db: Kysely<Tables>, month: string) {
  return db
    .selectFrom('clipping')
    .select('id')
    .where('month', '=', month)
    .where('deletedAt', 'is', null);
}

function selectOwn(db: Kysely<Tables>, month: string) {
  return db
    .selectFrom('clipping')
    .innerJoin('outlet', 'outlet.id', 'clipping.outletId')
    .leftJoin('department', 'department.id', 'clipping.departmentId')
    .leftJoin('outputItem', 'outputItem.id', 'clipping.eventId')
    .select(['clipping.id', 'section', 'pageLabel', 'clipping.url', 'author', 'topic'])
    .select(['spokesperson', 'origin', 'isPaid', 'clipping.notes', 'entry', 'rateId', 'valuation'])
    .select(['clipping.departmentId', 'eventId', 'outlet.audience'])
    .select(['department.name as departmentName', 'outputItem.title as eventTitle'])
    .where('clipping.month', '=', month)
    .where('clipping.deletedAt', 'is', null)
    .execute();
}

async function selectFiles(db: Kysely<Tables>, month: string) {
  const rows = await db
    .selectFrom('clippingEvidence')
    .innerJoin('evidence', 'evidence.id', 'clippingEvidence.evidenceId')
    .select(['clippingId', 'evidence.id', 'evidence.name', 'evidence.sha256'])
    .where('clippingId', 'in', idsOf(db, month))
    .orderBy('clippingId')
    .orderBy('position')
    .execute();
  return byClipping(rows);
}

async function selectMessages(db: Kysely<Tables>, month: string) {
  const rows = await db
    .selectFrom('clippingKeyMessage')
    .innerJoin('keyMessage', 'keyMessage.id', 'clippingKeyMessage.keyMessageId')
    .select(['clippingId', 'keyMessage.id', 'keyMessage.text'])
    .where('clippingId', 'in', idsOf(db, month))
    .orderBy('clippingId')
    .orderBy('keyMessage.id')
    .execute();
  return byClipping(rows);
}

/** The rates that made the values of appearances, each once. */
function pricedBy(rows: Iterable<{ rateId: string | null }>): string[] {
  const ids = new Set<string>();
  for (const { rateId } of rows) if (rateId !== null) ids.add(rateId);
  return [...ids];
}

function priceOf(
  { inputs: { rate, measures }, result }: FrozenValuation,
  prices: ReadonlyMap<string, StandingPrice>,
): StandingPrice | null {
  const isPriced = result.standing === 'valued' && measures.unit !== 'manual' && 'id' in rate;
  return isPriced ? (prices.get(rate.id) ?? null) : null;
}

/**
 * The appearances under review with everything that a reader or a file needs of them, by name, so
 * that nothing has to be looked up later. In the order given.
 */
export async function gatherClosedRows(
  db: Kysely<Tables>,
  month: string,
  reviewed: readonly ReviewedRow[],
): Promise<ClosedRow[]> {
  const own = new Map((await selectOwn(db, month)).map((row) => [row.id, row]));
  const files = await selectFiles(db, month);
  const messages = await selectMessages(db, month);
  const prices = await selectStandingPrices(db, pricedBy(own.values()));
  return reviewed.map((row) => {
    const rest = own.get(row.id);
    if (!rest) throw new Error(`appearance ${row.id} left its month while it was being closed`);
    const valuation = JSON.parse(rest.valuation) as FrozenValuation;
    const said = messages.get(row.id) ?? [];
    return {
      ...row,
      ...rest,
      isPaid: rest.isPaid === 1,
      evidence: (files.get(row.id) ?? []).map(({ id, name, sha256 }) => ({ id, name, sha256 })),
      keyMessages: said.map(({ text }) => text),
      keyMessageIds: said.map(({ id }) => id),
      price: priceOf(valuation, prices),
      valuation,
    };
  });
}
