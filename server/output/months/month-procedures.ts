import { MonthPeriod } from '../../../shared/calendar/month.ts';
import {
  MonthConfirmation,
  MonthOfProduction,
  MonthReopening,
} from '../../../shared/output/months/production.ts';
import { allow, allowEveryRole } from '../../http/procedures.ts';
import { confirmMonth, reopenProduction } from './confirm-month.ts';
import { listMonthProductions, readMonthProduction } from './read-production.ts';

const everyone = allowEveryRole(['output']);
const offices = allow(['admin', 'coordinator']);

/** The output of a month, its confirmation by the coordinator and its revisions. */
export const monthProcedures = {
  readMonthProduction: everyone
    .input(MonthOfProduction)
    .query(({ ctx, input }) => readMonthProduction(ctx.database, input.month)),
  listMonthProductions: everyone
    .input(MonthPeriod)
    .query(({ ctx, input }) => listMonthProductions(ctx.database, input)),
  confirmMonth: offices
    .input(MonthConfirmation)
    .mutation(({ ctx, input }) => confirmMonth(ctx, input)),
  reopenMonth: offices
    .input(MonthReopening)
    .mutation(({ ctx, input }) => reopenProduction(ctx, input)),
};
