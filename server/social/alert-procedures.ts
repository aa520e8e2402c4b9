import { z } from 'zod';
import { RecordId, RecordVersion } from '../../shared/records.ts';
import { AlertList, AlertRuleFields } from '../../shared/social/alerts.ts';
import { allow, allowEveryRole } from '../http/procedures.ts';
import { dismissAlert } from './dismiss-alert.ts';
import { listAlertRules } from './list-alert-rules.ts';
import { listAlerts } from './list-alerts.ts';
import { readAlertMail } from './read-alert-mail.ts';
import {
  createAlertRule,
  removeAlertRule,
  restoreAlertRule,
  updateAlertRule,
} from './save-alert-rule.ts';

const everyone = allowEveryRole(['social']);
const offices = allow(['admin', 'coordinator']);

/** What the office is told of by itself. */
export const alertProcedures = {
  listAlerts: everyone.input(AlertList).query(({ ctx, input }) => listAlerts(ctx, input)),
  listAlertRules: everyone.query(({ ctx }) => listAlertRules(ctx)),
  // Whether e-mail is set up is no record.
  readAlertMail: offices.query(({ ctx }) => readAlertMail(ctx)),
  createAlertRule: offices
    .input(AlertRuleFields)
    .mutation(({ ctx, input }) => createAlertRule(ctx, input)),
  updateAlertRule: offices
    .input(z.object({ at: RecordVersion, fields: AlertRuleFields }))
    .mutation(({ ctx, input }) => updateAlertRule(ctx, input.at, input.fields)),
  removeAlertRule: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeAlertRule(ctx, input)),
  restoreAlertRule: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreAlertRule(ctx, input)),
  dismissAlert: offices
    .input(z.object({ alertId: RecordId, isDismissed: z.boolean().default(true) }))
    .mutation(({ ctx, input }) => dismissAlert(ctx, input)),
};
