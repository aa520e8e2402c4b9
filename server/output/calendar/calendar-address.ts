import { createHash, randomBytes } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  CalendarAddress,
  CalendarAddressFields,
} from '../../../shared/output/calendar/calendar.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { isActiveAccount } from '../../accounts/is-active-account.ts';
import type { ActorContext } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import { transact } from '../../transaction.ts';

/** The secret is long and drawn at random, so that its plain hash cannot be turned back. */
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Addresses are of people: the system has none. */
function personOf({ actor: { id, name } }: ActorContext): string {
  if (id === null)
    throw new AltavozFailure({ code: 'record_not_found', record: 'account', id: name });
  return id;
}

const kindsOf = (text: string) => JSON.parse(text) as KindId[];

/** The caller's own address, without its secret; absent when there is none. */
export async function readCalendarAddress(context: ActorContext): Promise<CalendarAddress | null> {
  const row = await context.database.db
    .selectFrom('calendarAddress')
    .select(['kinds', 'createdAt'])
    .where('personId', '=', personOf(context))
    .executeTakeFirst();
  return row ? { kinds: kindsOf(row.kinds), createdAt: row.createdAt } : null;
}

/**
 * Makes the caller's address anew; the one before, if there was one, stops working.
 * @returns the secret part of the address, which is told this once.
 */
export function createCalendarAddress(
  context: ActorContext,
  { kinds }: CalendarAddressFields,
): Promise<{ secret: string }> {
  const personId = personOf(context);
  const secret = randomBytes(32).toString('base64url');
  return transact(context, [], async (write) => {
    const row = {
      secretHash: hashOf(secret),
      kinds: JSON.stringify(kinds),
      createdAt: write.at,
    };
    await write.db
      .insertInto('calendarAddress')
      .values({ personId, ...row })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet(row))
      .execute();
    await write.audit({
      action: 'create',
      record: 'calendar_address',
      recordId: personId,
      details: { kinds },
    });
    return { secret };
  });
}

/** Makes the caller's address stop working. @throws {AltavozFailure} `record_not_found` when there is none. */
export function revokeCalendarAddress(context: ActorContext): Promise<void> {
  const personId = personOf(context);
  return transact(context, [], async (write) => {
    const { numDeletedRows } = await write.db
      .deleteFrom('calendarAddress')
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) {
      throw new AltavozFailure({
        code: 'record_not_found',
        record: 'calendar_address',
        id: personId,
      });
    }
    await write.audit({
      action: 'revoke',
      record: 'calendar_address',
      recordId: personId,
      details: {},
    });
  });
}

/** The kinds that an address shows, all when empty; nothing when the address does not work. */
export async function findCalendar(
  database: OpenDatabase,
  secret: string,
): Promise<KindId[] | undefined> {
  const row = await database.db
    .selectFrom('calendarAddress')
    .select(['personId', 'kinds'])
    .where('secretHash', '=', hashOf(secret))
    .executeTakeFirst();
  if (!row || !(await isActiveAccount(database, row.personId))) return undefined;
  return kindsOf(row.kinds);
}
