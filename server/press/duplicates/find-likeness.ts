import type { Kysely } from 'kysely';
import { addDays } from '../../../shared/calendar/day.ts';
import { addressKeys, titleKey } from '../../../shared/press/address-key.ts';
import {
  type Alike,
  areTitlesAlike,
  daysOfSyndication,
  type LikenessAsked,
  type LikenessReason,
} from '../../../shared/press/likeness.ts';
import type { Tables } from '../../database/schema.ts';
import {
  type StoredClipping,
  selectApart,
  selectByAddress,
  selectByEvidence,
  selectByTitle,
  selectOfDay,
  selectPricedFormats,
} from './likeness-queries.ts';

const mostTold = 10;

/**
 * Print and web of one outlet are two appearances only where it has prices for both, so a piece
 * in another format is passed over where it is sold apart.
 */
async function selectSamePiece(
  db: Kysely<Tables>,
  asked: LikenessAsked,
): Promise<StoredClipping[]> {
  const { outletId, day, format, title } = asked;
  if (outletId === null || day === null) return [];
  const rows = (await selectOfDay(db, outletId, day)).filter((row) =>
    areTitlesAlike(row.title, title),
  );
  if (rows.every((row) => row.format === format)) return rows;
  const priced = await selectPricedFormats(db, outletId, day);
  return rows.filter(
    (row) => row.format === format || !priced.has(row.format) || !priced.has(format),
  );
}

async function selectElsewhere(
  db: Kysely<Tables>,
  asked: LikenessAsked,
): Promise<StoredClipping[]> {
  const { outletId, day, title } = asked;
  const key = titleKey(title);
  if (key === '' || outletId === null || day === null) return [];
  const rows = await selectByTitle(db, {
    titleKey: key,
    from: addDays(day, -daysOfSyndication),
    to: addDays(day, daysOfSyndication),
  });
  return rows.filter((row) => row.outletId !== outletId);
}

/** Those that an appearance on record is told apart from, itself included. */
async function selectPassedOver(db: Kysely<Tables>, id: string | null) {
  if (id === null) return { ids: new Set<string>(), syndicationId: null };
  const row = await db
    .selectFrom('clipping')
    .select('syndicationId')
    .where('id', '=', id)
    .executeTakeFirst();
  const ids = await selectApart(db, id);
  return { ids: ids.add(id), syndicationId: row?.syndicationId ?? null };
}

/**
 * The appearances on record that look like one that is typed, the surest first: the same address,
 * the same file, the same piece, or the same text in another outlet. Those of which somebody said
 * that they are others, or that they are one text on purpose, are passed over.
 */
export async function findLikeness(db: Kysely<Tables>, asked: LikenessAsked): Promise<Alike[]> {
  const { clippingId, evidenceIds } = asked;
  const found: [LikenessReason, StoredClipping[]][] = [
    ['same_address', await selectByAddress(db, addressKeys([asked.url, asked.pastedUrl]))],
    ['same_evidence', await selectByEvidence(db, evidenceIds)],
    ['same_piece', await selectSamePiece(db, asked)],
    ['same_text_elsewhere', await selectElsewhere(db, asked)],
  ];
  const { ids: told, syndicationId: own } = await selectPassedOver(db, clippingId);
  const alike: Alike[] = [];
  for (const [reason, clippings] of found) {
    for (const { syndicationId, ...clipping } of clippings) {
      if (told.has(clipping.id) || (own !== null && syndicationId === own)) continue;
      told.add(clipping.id);
      alike.push({ reason, clipping });
    }
  }
  return alike.slice(0, mostTold);
}
