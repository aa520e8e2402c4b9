import { z } from 'zod';
import {
  RequestDelivery,
  RequestFields,
  RequestList,
  RequestMove,
} from '../../../shared/output/requests/request.ts';
import { RecordId, RecordVersion } from '../../../shared/records.ts';
import { countingBoth } from '../../http/asked-choices.ts';
import { allow, allowEveryRole } from '../../http/procedures.ts';
import { listRequests, readRequest } from './list-requests.ts';
import { deliverRequest, moveRequest } from './move-request.ts';
import { createRequest, removeRequest, restoreRequest, updateRequest } from './save-request.ts';

const everyone = allowEveryRole(['output', 'accounts']);
const offices = allow(['admin', 'coordinator']);

/** What departments ask of the office. */
export const requestProcedures = {
  listRequests: everyone
    .input(RequestList)
    .query(({ ctx, input }) => listRequests(ctx.database, input)),
  readRequest: everyone
    .input(z.object({ id: RecordId }))
    .query(({ ctx, input }) => readRequest(ctx.database, input.id)),
  createRequest: offices
    .input(RequestFields)
    .mutation(({ ctx, input }) => createRequest(ctx, input)),
  updateRequest: offices
    .input(z.object({ at: RecordVersion, fields: RequestFields }))
    .mutation(({ ctx, input }) => updateRequest(ctx, input.at, input.fields)),
  moveRequest: offices.input(RequestMove).mutation(({ ctx, input }) => moveRequest(ctx, input)),
  deliverRequest: countingBoth(offices)
    .input(RequestDelivery)
    .mutation(({ ctx, input }) => deliverRequest(ctx, input)),
  removeRequest: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeRequest(ctx, input)),
  restoreRequest: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreRequest(ctx, input)),
};
