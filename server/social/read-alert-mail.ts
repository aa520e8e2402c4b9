import type { AlertMail, DigestState } from '../../shared/social/alerts.ts';
import type { House } from '../context.ts';

/** Whether alerts leave by e-mail, and how the last message ended. */
export async function readAlertMail({ database, mail }: House): Promise<AlertMail> {
  const last = await database.db
    .selectFrom('alertDigest')
    .select(['state', 'attemptedAt', 'alerts', 'failure'])
    .orderBy('attemptedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    isSetUp: mail !== undefined,
    last: last ? { ...last, state: last.state as DigestState } : null,
  };
}
