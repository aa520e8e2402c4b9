import { randomUUID } from 'node:crypto';
import { foldForSearch } from '../../shared/records.ts';
import type { AlertFacts } from '../../shared/social/alerts.ts';
import { settleAlerts } from '../../shared/social/judge-alerts.ts';
import type { ActorContext, House } from '../context.ts';
import { bulkInsert } from '../database/bulk-insert.ts';
import { transact, type Write } from '../transaction.ts';
import { type JudgedSubject, judgeRules } from './judge-rules.ts';
import { listAlertRules } from './list-alert-rules.ts';

/** How many alerts an evaluation raised, and how many are over. */
export interface Evaluation {
  raised: number;
  closed: number;
}

type Raised = JudgedSubject & { verdict: AlertFacts };
type OpenRow = { id: string; ruleId: string; subject: string };

const alertTarget = {
  table: 'alert',
  columns: [
    'id',
    'rule_id',
    'subject',
    'search_text',
    'network',
    'page_id',
    'connection_id',
    'kind',
    'facts',
    'opened_at',
  ],
};

async function raise(
  context: ActorContext,
  write: Write,
  alerts: readonly Raised[],
): Promise<void> {
  const rows = alerts.map((one) => [
    randomUUID(),
    one.ruleId,
    one.subject,
    foldForSearch(one.words.join(' ')),
    one.network,
    one.pageId,
    one.connectionId,
    one.verdict.kind,
    JSON.stringify(one.verdict),
    write.at,
  ]);
  await bulkInsert(context.database, write, alertTarget, rows);
}

const idsPerQuery = 500;

async function close(write: Write, alerts: readonly OpenRow[]): Promise<void> {
  for (let start = 0; start < alerts.length; start += idsPerQuery) {
    const ids = alerts.slice(start, start + idsPerQuery).map(({ id }) => id);
    await write.db
      .updateTable('alert')
      .set({ closedAt: write.at })
      .where('id', 'in', ids)
      .execute();
  }
}

/** One audit row a rule says of how many pages or connections it told, and for how many it is over. */
async function auditRules(
  write: Write,
  raised: readonly Raised[],
  closed: readonly OpenRow[],
): Promise<void> {
  const count = (rows: readonly { ruleId: string }[], rule: string) =>
    rows.filter(({ ruleId }) => ruleId === rule).length;
  for (const recordId of new Set([...raised, ...closed].map(({ ruleId }) => ruleId))) {
    const details = { raised: count(raised, recordId), closed: count(closed, recordId) };
    await write.audit({ action: 'evaluate', record: 'alert_rule', recordId, details });
  }
}

/**
 * Judges every page and connection by the rules: raises what is new and closes what is over.
 * What goes on stays one alert; what nobody could look at stays as it is.
 */
export async function evaluateAlerts(context: ActorContext): Promise<Evaluation> {
  const { judged, broken } = await judgeRules(context, await listAlertRules(context));
  const selectOpen = async ({ db }: Pick<Write, 'db'> | House['database']): Promise<OpenRow[]> => {
    const rows = await db
      .selectFrom('alert')
      .select(['id', 'ruleId', 'subject'])
      .where('closedAt', 'is', null)
      .execute();
    // What a broken rule told of goes on until it can be judged.
    return rows.filter(({ ruleId }) => !broken.has(ruleId));
  };
  const first = settleAlerts(judged, await selectOpen(context.database));
  if (first.raise.length === 0 && first.close.length === 0) return { raised: 0, closed: 0 };
  return transact(context, ['social'], async (write) => {
    // Another process may have settled the same meanwhile; then only its evaluation is on record.
    const settled = settleAlerts(judged, await selectOpen(write));
    await close(write, settled.close);
    await raise(context, write, settled.raise);
    await auditRules(write, settled.raise, settled.close);
    if (settled.raise.length === 0 && settled.close.length === 0) {
      await write.audit({ action: 'evaluate', record: 'alert_rule', recordId: 'all', details: {} });
    }
    return { raised: settled.raise.length, closed: settled.close.length };
  });
}
