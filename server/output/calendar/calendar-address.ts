import { createHash, randomBytes } from 'node:crypto';
import { AltavozFailure } from '../../../shared/failure.ts';
import type {
  CalendarAddress,
  CalendarAddressFields,
  CalendarAddressOf,
} from '../../../shared/output/calendar/calendar.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import { readCredentialMarks } from '../../accounts/credential-marks.ts';
import type { ActorContext } from '../../context.ts';
import type { OpenDatabase } from '../../database/connection.ts';
import type { CalendarAddressTable } from '../../database/requests-schema.ts';
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

/** Of some addresses, those that work: whose person may sign in, by the password of then. */
async function working<Row extends Pick<CalendarAddressTable, 'personId' | 'credentialMark'>>(
  { db }: OpenDatabase,
  rows: readonly Row[],
): Promise<Row[]> {
  const marks = await readCredentialMarks(
    db,
    rows.map(({ personId }) => personId),
  );
  return rows.filter(({ personId, credentialMark }) => marks.get(personId) === credentialMark);
}

/** The caller's own address, without its secret; absent when there is none that works. */
export async function readCalendarAddress(context: ActorContext): Promise<CalendarAddress | null> {
  const rows = await context.database.db
    .selectFrom('calendarAddress')
    .select(['personId', 'credentialMark', 'kinds', 'createdAt'])
    .where('personId', '=', personOf(context))
    .execute();
  const [row] = await working(context.database, rows);
  return row ? { kinds: kindsOf(row.kinds), createdAt: row.createdAt } : null;
}

/** Whose addresses work, without their secrets, oldest first. */
export async function listCalendarAddresses(database: OpenDatabase): Promise<CalendarAddressOf[]> {
  const rows = await database.db
    .selectFrom('calendarAddress')
    .select(['personId', 'credentialMark', 'kinds', 'createdAt'])
    .orderBy('createdAt')
    .orderBy('personId')
    .execute();
  return (await working(database, rows)).map(({ credentialMark: _, kinds, ...row }) => ({
    ...row,
    kinds: kindsOf(kinds),
  }));
}

/**
 * Makes the caller's address anew; the one before, if there was one, stops working.
 * @returns the secret part of the address, which is told this once.
 * @throws {AltavozFailure} `record_not_found` for who has no account.
 */
export function createCalendarAddress(
  context: ActorContext,
  { kinds }: CalendarAddressFields,
): Promise<{ secret: string }> {
  const personId = personOf(context);
  const secret = randomBytes(32).toString('base64url');
  return transact(context, [], async (write) => {
    const credentialMark = (await readCredentialMarks(write.db, [personId])).get(personId);
    if (credentialMark === undefined) {
      throw new AltavozFailure({ code: 'record_not_found', record: 'account', id: personId });
    }
    const row = {
      secretHash: hashOf(secret),
      kinds: JSON.stringify(kinds),
      createdAt: write.at,
      credentialMark,
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

/** Makes the address of a person stop working. @throws {AltavozFailure} `record_not_found` when there is none. */
export function revokeCalendarAddress(
  context: ActorContext,
  personId = personOf(context),
): Promise<void> {
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
  const rows = await database.db
    .selectFrom('calendarAddress')
    .select(['personId', 'credentialMark', 'kinds'])
    .where('secretHash', '=', hashOf(secret))
    .execute();
  const [row] = await working(database, rows);
  return row && kindsOf(row.kinds);
}
