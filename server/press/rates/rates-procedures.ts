import { z } from 'zod';
import { approverRoles } from '../../../shared/press/approval.ts';
import { RateCopy, RateCopyAgreed } from '../../../shared/press/copy-rates.ts';
import { FlatPolicyFields, FlatPolicyList } from '../../../shared/press/flat-policy.ts';
import { PriceAsked, RatesToApprove } from '../../../shared/press/price-detail.ts';
import { RateFile, RateFileAgreed } from '../../../shared/press/rate-file.ts';
import {
  RateImpactAsked,
  RevaluationAgreed,
  RevaluationList,
  RevaluationPreviewed,
} from '../../../shared/press/revaluation.ts';
import { RateFields, RateList } from '../../../shared/press/schemas.ts';
import { RecordId, RecordVersion } from '../../../shared/records.ts';
import { countingBoth, reachingBack } from '../../http/asked-choices.ts';
import { allow, allowEveryRole, costly } from '../../http/procedures.ts';
import { createRate, removeRate, restoreRate, updateRate } from '../save-rate.ts';
import { approveFlatPolicy, approveRate, approveRates } from './approve-price.ts';
import { copyRates, previewRateCopies } from './copy-rates.ts';
import { importRates, previewRateFile } from './import-rates.ts';
import { previewRateImpact } from './preview-rate-impact.ts';
import { selectFlatPolicies, selectRates } from './price-queries.ts';
import { readPrice } from './read-price.ts';
import { previewRevaluation, revalueClippings } from './revalue-clippings.ts';
import {
  createFlatPolicy,
  removeFlatPolicy,
  restoreFlatPolicy,
  updateFlatPolicy,
} from './save-flat-policy.ts';

import { listRevaluations, undoRevaluation } from './undo-revaluation.ts';

const everyone = allowEveryRole(['press']);
// Who may approve a price depends on who else has an account.
const everyoneWithApprovers = allowEveryRole(['press', 'accounts']);
const pressOffice = allow(['admin', 'coordinator', 'press']);
// Outlets, prices, appearances and closed months are all of the press.
const pressOfficeReading = allow(['admin', 'coordinator', 'press'], ['press']);
const approvers = allow([...approverRoles]);
const change = <Fields extends z.ZodType>(fields: Fields) =>
  z.object({ at: RecordVersion, fields });

/** What the outlets charge and what the office decided: prices, their approval and what follows from them. */
export const ratesProcedures = {
  listRates: everyoneWithApprovers
    .input(RateList)
    .query(({ ctx, input }) => selectRates(ctx.database, input)),
  readPrice: everyoneWithApprovers
    .input(PriceAsked)
    .query(({ ctx, input }) => readPrice(ctx.database, input)),
  createRate: pressOffice.input(RateFields).mutation(({ ctx, input }) => createRate(ctx, input)),
  updateRate: pressOffice
    .input(change(RateFields))
    .mutation(({ ctx, input }) => updateRate(ctx, input.at, input.fields)),
  removeRate: pressOffice.input(RecordVersion).mutation(({ ctx, input }) => removeRate(ctx, input)),
  restoreRate: pressOffice
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreRate(ctx, input)),
  approveRate: approvers.input(RecordVersion).mutation(({ ctx, input }) => approveRate(ctx, input)),
  approveRates: approvers
    .input(RatesToApprove)
    .mutation(({ ctx, input }) => approveRates(ctx, input.ats)),
  listFlatPolicies: everyoneWithApprovers
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
  previewRateCopies: costly(pressOfficeReading, 'read')
    .input(RateCopy)
    .query(({ ctx, input }) => previewRateCopies(ctx, input)),
  copyRates: costly(pressOffice, 'write')
    .input(RateCopyAgreed)
    .mutation(({ ctx, input }) => copyRates(ctx, input)),
  /** A file does not fit into an address, so that asking is a mutation too; nothing is stored. */
  previewRateFile: costly(pressOffice, 'file')
    .input(RateFile)
    .mutation(({ ctx, input }) => previewRateFile(ctx, input)),
  importRates: costly(pressOffice, 'file')
    .input(RateFileAgreed)
    .mutation(({ ctx, input }) => importRates(ctx, input)),
  /** Which appearances a rate would value otherwise, before it is saved. */
  previewRateImpact: costly(pressOfficeReading, 'read')
    .input(RateImpactAsked)
    .query(({ ctx, input }) => previewRateImpact(ctx, input)),
  previewRevaluation: costly(pressOfficeReading, 'read')
    .input(RevaluationPreviewed)
    .query(({ ctx, input }) => previewRevaluation(ctx, input)),
  revalueClippings: countingBoth(costly(pressOffice, 'write'))
    .input(RevaluationAgreed)
    .mutation(({ ctx, input }) => revalueClippings(ctx, input)),
  undoRevaluation: reachingBack(costly(pressOffice, 'write'))
    .input(z.object({ id: RecordId }))
    .mutation(({ ctx, input }) => undoRevaluation(ctx, input)),
  listRevaluations: everyone
    .input(RevaluationList)
    .query(({ ctx, input }) => listRevaluations(ctx.database, input)),
};
