import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { AltavozFailure } from '../../shared/failure.ts';
import type { House } from '../context.ts';
import { networkOf } from '../network-of.ts';
import { accountTables } from './tables.ts';

interface Limit {
  most: number;
  seconds: number;
}

/** How often each thing that hashes a password may be tried, by whose account it is and from where. */
const limits = {
  sign_in: { account: { most: 20, seconds: 900 } },
  change_password: { account: { most: 10, seconds: 900 }, address: { most: 30, seconds: 900 } },
  set_password: { account: { most: 60, seconds: 600 }, address: { most: 60, seconds: 600 } },
  first_administrator: { address: { most: 10, seconds: 60 } },
} satisfies Record<string, { account?: Limit; address?: Limit }>;
export type Tried = keyof typeof limits;

/** The longest time that tries are remembered, in seconds. */
export const longestWindowSeconds = 900;

/** Who tries: an account by its identifier or e-mail, and an address; what is absent has no limit. */
export interface Trier {
  account?: string | null;
  address?: string;
}

function keysOf(tried: Tried, { account, address }: Trier): [key: string, limit: Limit][] {
  const { account: byAccount, address: byAddress }: { account?: Limit; address?: Limit } =
    limits[tried];
  const keys: [string, Limit][] = [];
  if (byAddress && address) keys.push([`${tried} from ${networkOf(address)}`, byAddress]);
  if (byAccount && account) {
    const digest = createHash('sha256').update(account).digest('base64url');
    keys.push([`${tried} of ${digest}`, byAccount]);
  }
  return keys;
}

/** Counts one more try, or gives the seconds until the next is let in. */
async function count(house: House, key: string, limit: Limit): Promise<number | undefined> {
  const db = accountTables(house.database.db);
  const now = house.now().getTime();
  const begins = now - limit.seconds * 1_000;
  const isOver = sql<boolean>`${sql.ref('rateLimit.lastRequest')} <= ${begins}`;
  const tries = sql.ref<number>('rateLimit.count');
  const counted = await db
    .insertInto('rateLimit')
    .values({ id: randomUUID(), key, count: 1, lastRequest: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({
          count: sql<number>`case when ${isOver} then 1 else ${tries} + 1 end`,
          lastRequest: now,
        })
        .where(sql<boolean>`(${isOver} or ${tries} < ${limit.most})`),
    )
    .returning('count')
    .executeTakeFirst();
  if (counted?.count === 1) {
    const forgotten = now - longestWindowSeconds * 1_000;
    await db.deleteFrom('rateLimit').where('lastRequest', '<', forgotten).execute();
  }
  if (counted) return undefined;
  const row = await db
    .selectFrom('rateLimit')
    .select('lastRequest')
    .where('key', '=', key)
    .executeTakeFirst();
  return Math.max(1, Math.ceil((Number(row?.lastRequest ?? begins) - begins) / 1_000));
}

/**
 * Tries of a time to come were counted before the clock was set back, or by a machine whose clock is
 * ahead: they are taken for tries of this moment, so that none is waited for longer than its limit says
 * and none is forgotten.
 */
export async function bringTriesBack(house: House): Promise<void> {
  const now = house.now().getTime();
  await accountTables(house.database.db)
    .updateTable('rateLimit')
    .set({ lastRequest: now })
    .where('lastRequest', '>', now)
    .execute();
}

/**
 * Counts a try of something that hashes a password, in the database that all processes share. The
 * address comes first, so that one address alone can shut nobody out.
 * @throws {AltavozFailure} `too_many_requests`, before anything is hashed.
 */
export async function limitTries(house: House, tried: Tried, trier: Trier): Promise<void> {
  await bringTriesBack(house);
  for (const [key, limit] of keysOf(tried, trier)) {
    const retryAfterSeconds = await count(house, key, limit);
    if (retryAfterSeconds !== undefined) {
      throw new AltavozFailure({ code: 'too_many_requests', retryAfterSeconds });
    }
  }
}

/** Forgets the tries of an account that proved to be whose it is. */
export async function forgetTries(house: House, tried: Tried, account: string): Promise<void> {
  const keys = keysOf(tried, { account }).map(([key]) => key);
  await accountTables(house.database.db).deleteFrom('rateLimit').where('key', 'in', keys).execute();
}
