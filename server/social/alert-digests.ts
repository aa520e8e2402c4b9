import { randomUUID } from 'node:crypto';
import { AlertFacts, type AlertRow, type DigestState } from '../../shared/social/alerts.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import type { ActorContext, House } from '../context.ts';
import { transact, type Write } from '../transaction.ts';

/** An alert as a message tells of it. */
export type MailedAlert = Pick<AlertRow, 'id' | 'network' | 'title' | 'facts'>;

/** Alerts that one message tells of, and that no other will. */
export interface AlertDigest {
  id: string;
  alerts: MailedAlert[];
}

/** How a message ended. */
export type DigestEnd = Exclude<DigestState, 'sending'>;

/** So long a server that took no message is left alone. */
const retryAfterMs = 15 * 60_000;

async function selectUnmailed(db: House['database']['db'] | Write['db']): Promise<MailedAlert[]> {
  const rows = await db
    .selectFrom('alert')
    .innerJoin('alertRule', 'alertRule.id', 'alert.ruleId')
    .leftJoin('page', 'page.id', 'alert.pageId')
    .leftJoin('connection', 'connection.id', 'alert.connectionId')
    .select(['alert.id', 'alert.network', 'facts', 'page.title as pageTitle', 'connection.label'])
    .where('closedAt', 'is', null)
    .where('dismissedAt', 'is', null)
    .where('digestId', 'is', null)
    .where('isMailed', '=', 1)
    .orderBy('openedAt')
    .orderBy('alert.kind')
    .orderBy('alert.id')
    .execute();
  return rows.map(({ id, network, facts, pageTitle, label }) => ({
    id,
    network: network as NetworkId,
    title: pageTitle ?? label ?? '',
    facts: AlertFacts.parse(JSON.parse(facts)),
  }));
}

async function isWaiting(db: House['database']['db'] | Write['db'], now: Date): Promise<boolean> {
  const last = await db
    .selectFrom('alertDigest')
    .select(['state', 'attemptedAt'])
    // One of a time to come was attempted before the clock was set back.
    .where('attemptedAt', '<=', now.toISOString())
    .orderBy('attemptedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.state !== 'failed') return false;
  return Date.parse(last.attemptedAt) + retryAfterMs > now.getTime();
}

const idsPerQuery = 500;

/** Why a message is not begun: it undoes the write, which would tell of nothing. */
class NothingToTell extends Error {}

async function takeUnmailed(write: Write): Promise<AlertDigest> {
  // Another schedule may have taken them, or failed to send them, since they were last looked at.
  const alerts = await selectUnmailed(write.db);
  if (alerts.length === 0 || (await isWaiting(write.db, new Date(write.at)))) {
    throw new NothingToTell();
  }
  const id = randomUUID();
  await write.db
    .insertInto('alertDigest')
    .values({ id, state: 'sending', attemptedAt: write.at, alerts: alerts.length, failure: null })
    .execute();
  for (let start = 0; start < alerts.length; start += idsPerQuery) {
    const ids = alerts.slice(start, start + idsPerQuery).map((alert) => alert.id);
    await write.db.updateTable('alert').set({ digestId: id }).where('id', 'in', ids).execute();
  }
  const details = { alerts: alerts.length };
  await write.audit({ action: 'take', record: 'alert_digest', recordId: id, details });
  return { id, alerts };
}

/**
 * Takes the alerts that go on and that no message told of yet, for one message; nothing when there
 * are none, or while the mail server is left alone. Among all processes each alert is taken once.
 */
export async function takeDigest(context: ActorContext): Promise<AlertDigest | null> {
  const { db } = context.database;
  if (await isWaiting(db, context.now())) return null;
  if ((await selectUnmailed(db)).length === 0) return null;
  try {
    return await transact(context, ['social'], takeUnmailed);
  } catch (error) {
    if (error instanceof NothingToTell) return null;
    throw error;
  }
}

/** Keeps how a message ended; alerts of one that certainly was not sent are for the next. */
export function keepDigestEnd(
  context: ActorContext,
  digestId: string,
  end: DigestEnd,
  failure: string | null,
): Promise<void> {
  return transact(context, ['social'], async (write) => {
    await write.db
      .updateTable('alertDigest')
      .set({ state: end, failure })
      .where('id', '=', digestId)
      .execute();
    if (end !== 'uncertain') {
      await write.db
        .updateTable('alert')
        .set(end === 'sent' ? { mailedAt: write.at } : { digestId: null })
        .where('digestId', '=', digestId)
        .execute();
    }
    const details = failure === null ? {} : { failure };
    await write.audit({ action: end, record: 'alert_digest', recordId: digestId, details });
  });
}
