import { z } from 'zod';
import { CommitmentFields, CommitmentList } from '../../../shared/output/commitments.ts';
import { RecordVersion } from '../../../shared/records.ts';
import { allow, allowEveryRole } from '../../http/procedures.ts';
import { listCommitments } from './list-commitments.ts';
import {
  createCommitment,
  removeCommitment,
  restoreCommitment,
  updateCommitment,
} from './save-commitment.ts';

const everyone = allowEveryRole(['output', 'accounts']);
const offices = allow(['admin', 'coordinator']);

/** What was promised at meetings with residents. */
export const commitmentProcedures = {
  listCommitments: everyone
    .input(CommitmentList)
    .query(({ ctx, input }) => listCommitments(ctx.database, input)),
  createCommitment: offices
    .input(CommitmentFields)
    .mutation(({ ctx, input }) => createCommitment(ctx, input)),
  updateCommitment: offices
    .input(z.object({ at: RecordVersion, fields: CommitmentFields }))
    .mutation(({ ctx, input }) => updateCommitment(ctx, input.at, input.fields)),
  removeCommitment: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeCommitment(ctx, input)),
  restoreCommitment: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreCommitment(ctx, input)),
};
