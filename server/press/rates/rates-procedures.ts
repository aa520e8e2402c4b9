import { z } from 'zod';
import { FlatPolicyFields, FlatPolicyList } from '../../../shared/press/flat-policy.ts';
import { RateFields, RateList } from '../../../shared/press/schemas.ts';
import { RecordVersion } from '../../../shared/records.ts';
import { allow, allowEveryRole } from '../../http/procedures.ts';
import { createRate, removeRate, restoreRate, updateRate } from '../save-rate.ts';
import { approveFlatPolicy, approveRate } from './approve-price.ts';
import { selectFlatPolicies, selectRates } from './price-queries.ts';
import {
  createFlatPolicy,
  removeFlatPolicy,
  restoreFlatPolicy,
  updateFlatPolicy,
} from './save-flat-policy.ts';

const everyone = allowEveryRole(['press']);
const pressOffice = allow(['admin', 'coordinator', 'press']);
const approvers = allow(['coordinator', 'secretary']);
const change = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({ at: RecordVersion, fields });

/** What the outlets charge and what the office decided: prices, their approval and what follows from them. */
export const ratesProcedures = {
  listRates: everyone.input(RateList).query(({ ctx, input }) => selectRates(ctx.database, input)),
  createRate: pressOffice.input(RateFields).mutation(({ ctx, input }) => createRate(ctx, input)),
  updateRate: pressOffice
    .input(change(RateFields))
    .mutation(({ ctx, input }) => updateRate(ctx, input.at, input.fields)),
  removeRate: pressOffice.input(RecordVersion).mutation(({ ctx, input }) => removeRate(ctx, input)),
  restoreRate: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreRate(ctx, input)),
  approveRate: approvers.input(RecordVersion).mutation(({ ctx, input }) => approveRate(ctx, input)),
  listFlatPolicies: everyone
    .input(FlatPolicyList)
    .query(({ ctx, input }) => selectFlatPolicies(ctx.database, input)),
  createFlatPolicy: pressOffice
    .input(FlatPolicyFields)
    .mutation(({ ctx, input }) => createFlatPolicy(ctx, input)),
  updateFlatPolicy: pressOffice
    .input(change(FlatPolicyFields))
    .mutation(({ ctx, input }) => updateFlatPolicy(ctx, input.at, input.fields)),
  removeFlatPolicy: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeFlatPolicy(ctx, input)),
  restoreFlatPolicy: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreFlatPolicy(ctx, input)),
  approveFlatPolicy: approvers
    .input(RecordVersion)
    .mutation(({ ctx, input }) => approveFlatPolicy(ctx, input)),
};
