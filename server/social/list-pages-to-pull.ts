import { type NetworkId, networks } from '../../shared/social/networks.ts';
import type { Attempt, PullPart } from '../../shared/social/pull.ts';
import type { PullKind } from '../../shared/social/pull-rows.ts';
import type { PageFailure, PullOutcome } from '../../shared/social/rows.ts';
import type { House } from '../context.ts';
import { listFirstConnections } from './open-connection.ts';

/** A page that a pull is to read, and through which connection. */
export interface PageToPull {
  id: string;
  network: NetworkId;
  handle: string;
  externalId: string | null;
  /** What the network called it, and where it said that it has moved to, when it was last read. */
  seenHandle: string | null;
  movedTo: string | null;
  /** Null: none, as networks that need none have it. */
  connectionId: string | null;
  baseUrl: string | null;
}

/** Where one part of a page stands: its last attempt, and how far back its history is read. */
export interface PartStanding {
  last: Attempt | undefined;
  succeededAt: string | null;
  filledFrom: string | null;
  fillCursor: string | null;
  filledAt: string | null;
  fillBeganAt: string | null;
}

/** The standing of the parts of pages, by page and part. */
export type Standings = ReadonlyMap<string, Partial<Record<PullPart, PartStanding>>>;

const idsPerQuery = 500;

/** The pages in use that are not kept by hand, or those of them that are named. */
export async function listPagesToPull(
  house: House,
  only?: readonly string[],
): Promise<PageToPull[]> {
  if (only?.length === 0) return [];
  let pages = house.database.db
    .selectFrom('page')
    .select(['id', 'network', 'handle', 'externalId', 'seenHandle', 'movedTo'])
    .select(['connectionId', 'baseUrl'])
    .where('deletedAt', 'is', null)
    .where('isPulled', '=', 1)
    .where('network', 'in', [...networks]);
  if (only) pages = pages.where('id', 'in', [...only]);
  const rows = await pages.orderBy('isMain', 'desc').orderBy('id').execute();
  const first = await listFirstConnections(house);
  return rows.map((row) => {
    const network = row.network as NetworkId;
    return { ...row, network, connectionId: row.connectionId ?? first.get(network) ?? null };
  });
}

/** Where every part of some pages stands. */
export async function listStandings(
  { database }: House,
  pageIds: readonly string[],
): Promise<Standings> {
  const found = new Map<string, Partial<Record<PullPart, PartStanding>>>();
  for (let start = 0; start < pageIds.length; start += idsPerQuery) {
    const rows = await database.db
      .selectFrom('pagePart')
      .selectAll()
      .where('pageId', 'in', pageIds.slice(start, start + idsPerQuery))
      .execute();
    for (const { pageId, part, attemptedAt, outcome, details, pullId: _, ...standing } of rows) {
      const failures = JSON.parse(details) as PageFailure[];
      const last =
        attemptedAt === null
          ? undefined
          : { at: attemptedAt, outcome: outcome as PullOutcome, failures };
      found.set(pageId, { ...found.get(pageId), [part]: { last, ...standing } });
    }
  }
  return found;
}

/** When a person last saved each connection. */
export async function listConnectionsSaved({ database }: House): Promise<Map<string, string>> {
  const rows = await database.db
    .selectFrom('connection')
    .select(['id', 'updatedAt'])
    .where('deletedAt', 'is', null)
    .execute();
  return new Map(rows.map(({ id, updatedAt }) => [id, updatedAt]));
}

/** The requests that no finished pull has answered, oldest first. */
export async function listOpenRequests({
  database,
}: House): Promise<{ id: string; pageId: string | null; kind: PullKind }[]> {
  const rows = await database.db
    .selectFrom('pullRequest')
    .select(['id', 'pageId', 'kind'])
    .where('status', 'in', ['waiting', 'running'])
    .orderBy('requestedAt')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as PullKind }));
}
