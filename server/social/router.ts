import { z } from 'zod';
import { ListPage, RecordId, RecordVersion } from '../../shared/records.ts';
import {
  ConnectionFields,
  GrowthQuery,
  PageFields,
  PageList,
  PullRequestFields,
  TypedSnapshot,
} from '../../shared/social/schemas.ts';
import { allow, allowEveryRole, router } from '../http/procedures.ts';
import { readGrowth } from './read-growth.ts';
import { requestPull } from './request-pull.ts';
import { listConnections, saveConnection } from './save-connection.ts';
import { createPage, removePage, restorePage, updatePage } from './save-page.ts';
import { listPages, searchPages } from './select-pages.ts';
import { readPullProgress, selectPulls } from './select-pulls.ts';
import { typeSnapshot } from './store-snapshots.ts';

const everyone = allowEveryRole(['social']);
// Pages show the names of their departments.
const everyoneWithDepartments = allowEveryRole(['social', 'accounts']);
const offices = allow(['admin', 'coordinator']);
const administrators = allow(['admin']);
const pullers = allow(['admin', 'coordinator', 'press']);

export const socialRouter = router({
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
  requestPull: pullers
    .input(PullRequestFields)
    .mutation(({ ctx, input }) => requestPull(ctx, input)),
  readPullProgress: everyone
    .input(z.object({ requestId: RecordId }))
    .query(({ ctx, input }) => readPullProgress(ctx, input.requestId)),
  listPulls: everyone.input(ListPage).query(({ ctx, input }) => selectPulls(ctx, input)),
  listConnections: administrators.query(({ ctx }) => listConnections(ctx)),
  saveConnection: administrators
    .input(ConnectionFields)
    .mutation(({ ctx, input }) => saveConnection(ctx, input)),
});
