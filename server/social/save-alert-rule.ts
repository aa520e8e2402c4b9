import { AltavozFailure } from '../../shared/failure.ts';
import type { RecordVersion } from '../../shared/records.ts';
import type { AlertRuleFields } from '../../shared/social/alerts.ts';
import type { ActorContext } from '../context.ts';
import type { Flag } from '../database/record-columns.ts';
import type { AlertRuleTable } from '../database/social-schema.ts';
import {
  insertRecord,
  readForChange,
  removeRecord,
  restoreRecord,
  updateRecord,
} from '../database/versioned-record.ts';
import { transact, type Write } from '../transaction.ts';
import { evaluateAlerts } from './evaluate-alerts.ts';
import { alertRuleKind } from './tables.ts';

function stored({ percent, isMailed, ...fields }: AlertRuleFields) {
  return {
    ...fields,
    percent: percent === null ? null : String(percent),
    isMailed: (isMailed ? 1 : 0) as Flag,
  };
}

type Stored = Pick<AlertRuleTable, 'kind' | 'percent' | 'days' | 'network'>;

/** Two rules that say the same would tell of the same thing twice. */
async function requireOnly(write: Write, rule: Stored, ownId: string | null): Promise<void> {
  const { kind, percent, days, network } = rule;
  const same = await write.db
    .selectFrom('alertRule')
    .select('id')
    .where('deletedAt', 'is', null)
    .where('kind', '=', kind)
    .where('days', '=', days)
    .where('percent', percent === null ? 'is' : '=', percent)
    .where('network', network === null ? 'is' : '=', network)
    .execute();
  if (same.some(({ id }) => id !== ownId)) {
    const value = String(days);
    throw new AltavozFailure({ code: 'value_taken', record: 'alert_rule', field: 'days', value });
  }
}

/** Changes the rules, then raises and closes alerts by what they are now. */
async function changeRules(
  context: ActorContext,
  change: (write: Write) => Promise<RecordVersion>,
): Promise<RecordVersion> {
  const { id, version } = await transact(context, ['social'], change);
  await evaluateAlerts(context);
  return { id, version };
}

/**
 * Adds a rule of what to tell; it applies at once.
 * @throws {AltavozFailure} `value_taken` when another rule says the same.
 */
export function createAlertRule(
  context: ActorContext,
  fields: AlertRuleFields,
): Promise<RecordVersion> {
  return changeRules(context, async (write) => {
    await requireOnly(write, stored(fields), null);
    return insertRecord(write, alertRuleKind, stored(fields));
  });
}

/**
 * Changes a rule; its alerts follow.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `value_taken`.
 */
export function updateAlertRule(
  context: ActorContext,
  at: RecordVersion,
  fields: AlertRuleFields,
): Promise<RecordVersion> {
  return changeRules(context, async (write) => {
    const before = await readForChange(write, alertRuleKind, at);
    await requireOnly(write, stored(fields), at.id);
    return updateRecord(write, alertRuleKind, before, stored(fields));
  });
}

/** Removes a rule; its alerts are over. @throws {AltavozFailure} `record_changed`, `record_not_found`. */
export function removeAlertRule(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return changeRules(context, (write) => removeRecord(write, alertRuleKind, at));
}

/**
 * Brings a removed rule back.
 * @throws {AltavozFailure} `record_changed`, `record_not_found`, `value_taken`.
 */
export function restoreAlertRule(context: ActorContext, at: RecordVersion): Promise<RecordVersion> {
  return changeRules(context, async (write) => {
    const rule = await restoreRecord(write, alertRuleKind, at);
    await requireOnly(write, rule, at.id);
    return rule;
  });
}
