import { type NetworkId, networks } from '../../shared/social/networks.ts';
import { type Attempt, isDue } from '../../shared/social/pull.ts';
import type { PageFailure, PullOutcome } from '../../shared/social/rows.ts';
import type { House } from '../context.ts';

/** A page that a pull is to read. */
export interface PageToPull {
  id: string;
  network: NetworkId;
  handle: string;
  externalId: string | null;
}

/** No day of any time zone is longer than this. */
const longestDayMs = 26 * 3_600_000;

/** The pages in use that are not kept by hand, or those of them that are named. */
export async function listPagesToPull(
  { database }: House,
  only?: readonly string[],
): Promise<PageToPull[]> {
  if (only?.length === 0) return [];
  let pages = database.db
    .selectFrom('page')
    .select(['id', 'network', 'handle', 'externalId'])
    .where('deletedAt', 'is', null)
    .where('isPulled', '=', 1)
    .where('network', 'in', [...networks]);
  if (only) pages = pages.where('id', 'in', [...only]);
  const rows = await pages.orderBy('isMain', 'desc').orderBy('id').execute();
  return rows.map((row) => ({ ...row, network: row.network as NetworkId }));
}

/** The last attempt at each page, among those of about a day. */
async function findLastAttempts({ database, now }: House): Promise<Map<string, Attempt>> {
  const since = new Date(now().getTime() - longestDayMs).toISOString();
  const rows = await database.db
    .selectFrom('page')
    .innerJoin('pullOutcome', 'pullOutcome.pageId', 'page.id')
    .select(['pullOutcome.pageId', 'pullOutcome.at', 'pullOutcome.outcome', 'pullOutcome.details'])
    .where('page.deletedAt', 'is', null)
    .where('pullOutcome.at', '>=', since)
    .orderBy('pullOutcome.at')
    .execute();
  return new Map(
    rows.map(({ pageId, at, outcome, details }) => [
      pageId,
      {
        at,
        outcome: outcome as PullOutcome,
        failures: JSON.parse(details) as PageFailure[],
      },
    ]),
  );
}

/** The pages that a scheduled pull reads at this moment, by the rule of `isDue`. */
export async function listPagesDue(house: House): Promise<PageToPull[]> {
  const pages = await listPagesToPull(house);
  const attempts = await findLastAttempts(house);
  const connections = await house.database.db
    .selectFrom('connection')
    .select(['network', 'updatedAt'])
    .execute();
  const savedAt = new Map(connections.map((row) => [row.network, row.updatedAt]));
  return pages.filter(({ id, network }) =>
    isDue(attempts.get(id), {
      now: house.now(),
      timeZone: house.timeZone,
      connectionSavedAt: savedAt.get(network) ?? null,
    }),
  );
}

/** The requests that no finished pull has answered, oldest first. */
export async function listOpenRequests({
  database,
}: House): Promise<{ id: string; pageId: string | null }[]> {
  return database.db
    .selectFrom('pullRequest')
    .select(['id', 'pageId'])
    .where('status', 'in', ['waiting', 'running'])
    .orderBy('requestedAt')
    .execute();
}
