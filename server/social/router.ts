import { z } from 'zod';
import { RecordId, RecordVersion } from '../../shared/records.ts';
import { ConnectionFields, ReachablePages } from '../../shared/social/connections.ts';
import {
  GrowthQuery,
  PageFields,
  PageList,
  PullList,
  PullRequestFields,
  PullStepList,
  TypedSnapshot,
} from '../../shared/social/schemas.ts';
import { TypedSnapshots, TypingList } from '../../shared/social/typing.ts';
import { allow, allowEveryRole, costly, router } from '../http/procedures.ts';
import { addReachablePages } from './add-reachable-pages.ts';
import { alertProcedures } from './alert-procedures.ts';
import { cancelPull } from './cancel-pull.ts';
import { readCheck, requestCheck } from './check-connection.ts';
import { figureProcedures } from './figure-procedures.ts';
import { listConnections } from './list-connections.ts';
import { readGrowth } from './read-growth.ts';
import { readTypingGrid } from './read-typing-grid.ts';
import { requestPull } from './request-pull.ts';
import {
  createConnection,
  removeConnection,
  restoreConnection,
  updateConnection,
} from './save-connection.ts';
import { createPage, removePage, restorePage, updatePage } from './save-page.ts';
import { listPages, searchPages } from './select-pages.ts';
import { readPull, readPullProgress, searchPullSteps, selectPulls } from './select-pulls.ts';
import { typeSnapshot } from './store-snapshots.ts';
import { typeSnapshots } from './type-snapshots.ts';

const everyone = allowEveryRole(['social']);
// Pages show the names of their departments.
const everyoneWithDepartments = allowEveryRole(['social', 'accounts']);
const offices = allow(['admin', 'coordinator']);
const officesOfSocial = allow(['admin', 'coordinator'], ['social']);
const officesWithDepartments = allow(['admin', 'coordinator'], ['social', 'accounts']);
const administrators = allow(['admin']);
const pullers = allow(['admin', 'coordinator', 'press']);

const PullOf = z.object({ pullId: RecordId });
const ConnectionOf = z.object({ connectionId: RecordId });

export const socialRouter = router({
  ...figureProcedures,
  ...alertProcedures,
  listPages: everyoneWithDepartments.query(({ ctx }) => listPages(ctx)),
  searchPages: everyoneWithDepartments
    .input(PageList)
    .query(({ ctx, input }) => searchPages(ctx, input)),
  readGrowth: everyone.input(GrowthQuery).query(({ ctx, input }) => readGrowth(ctx, input)),
  createPage: offices.input(PageFields).mutation(({ ctx, input }) => createPage(ctx, input)),
  updatePage: offices
    .input(z.object({ at: RecordVersion, fields: PageFields }))
    .mutation(({ ctx, input }) => updatePage(ctx, input.at, input.fields)),
  removePage: offices.input(RecordVersion).mutation(({ ctx, input }) => removePage(ctx, input)),
  restorePage: offices.input(RecordVersion).mutation(({ ctx, input }) => restorePage(ctx, input)),
  typeSnapshot: offices.input(TypedSnapshot).mutation(({ ctx, input }) => typeSnapshot(ctx, input)),
  readTypingGrid: officesWithDepartments
    .input(TypingList)
    .query(({ ctx, input }) => readTypingGrid(ctx, input)),
  typeSnapshots: costly(offices, 'write')
    .input(TypedSnapshots)
    .mutation(({ ctx, input }) => typeSnapshots(ctx, input)),
  requestPull: pullers
    .input(PullRequestFields)
    .mutation(({ ctx, input }) => requestPull(ctx, input)),
  readPullProgress: everyone
    .input(z.object({ requestId: RecordId }))
    .query(({ ctx, input }) => readPullProgress(ctx, input.requestId)),
  listPulls: everyone.input(PullList).query(({ ctx, input }) => selectPulls(ctx, input)),
  readPull: everyone.input(PullOf).query(({ ctx, input }) => readPull(ctx, input.pullId)),
  searchPullSteps: costly(everyone, 'read')
    .input(PullStepList)
    .query(({ ctx, input }) => searchPullSteps(ctx, input)),
  cancelPull: pullers.input(PullOf).mutation(({ ctx, input }) => cancelPull(ctx, input.pullId)),
  listConnections: officesOfSocial.query(({ ctx }) => listConnections(ctx)),
  createConnection: administrators
    .input(ConnectionFields)
    .mutation(({ ctx, input }) => createConnection(ctx, input)),
  updateConnection: administrators
    .input(z.object({ at: RecordVersion, fields: ConnectionFields }))
    .mutation(({ ctx, input }) => updateConnection(ctx, input.at, input.fields)),
  removeConnection: administrators
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeConnection(ctx, input)),
  restoreConnection: administrators
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreConnection(ctx, input)),
  requestCheck: administrators
    .input(ConnectionOf)
    .mutation(({ ctx, input }) => requestCheck(ctx, input.connectionId)),
  readCheck: officesOfSocial
    .input(ConnectionOf)
    .query(({ ctx, input }) => readCheck(ctx, input.connectionId)),
  addReachablePages: costly(offices, 'write')
    .input(ReachablePages)
    .mutation(({ ctx, input }) => addReachablePages(ctx, input)),
});
