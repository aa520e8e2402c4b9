import { z } from 'zod';
import { RecordVersion } from '../../shared/records.ts';
import {
  AnnotationFields,
  AnnotationList,
  AudienceQuery,
  ConflictList,
  GrowthOfQuery,
  OverviewQuery,
  PageQuery,
  Period,
  PostHoursQuery,
  PostList,
  PostMonthsQuery,
  PostTopics,
  ReadingOf,
} from '../../shared/social/figure-schemas.ts';
import { allow, allowEveryRole, costly } from '../http/procedures.ts';
import { listConflicts, readReading } from './list-conflicts.ts';
import { listPosts, listTopics } from './list-posts.ts';
import { readAudience } from './read-audience.ts';
import { readGrowthOf } from './read-growth-of.ts';
import { readOverview } from './read-overview.ts';
import { readPage } from './read-page.ts';
import { readPostHours, readPostMonths } from './read-post-times.ts';
import {
  createAnnotation,
  listAnnotations,
  removeAnnotation,
  restoreAnnotation,
  updateAnnotation,
} from './save-annotation.ts';
import { setPostTopics } from './set-post-topics.ts';

const everyone = allowEveryRole(['social']);
const readingMuch = costly(everyone, 'read');
// Pages show the names of their departments.
const everyoneWithDepartments = allowEveryRole(['social', 'accounts']);
const offices = allow(['admin', 'coordinator']);

/** What is read of pages over time, and what the office adds to it. */
export const figureProcedures = {
  readOverview: everyoneWithDepartments
    .input(OverviewQuery)
    .query(({ ctx, input }) => readOverview(ctx, input)),
  readPage: everyoneWithDepartments
    .input(PageQuery)
    .query(({ ctx, input }) => readPage(ctx, input)),
  readGrowthOf: everyone.input(GrowthOfQuery).query(({ ctx, input }) => readGrowthOf(ctx, input)),
  listPosts: readingMuch.input(PostList).query(({ ctx, input }) => listPosts(ctx, input)),
  listTopics: readingMuch
    .input(Period.optional())
    .query(({ ctx, input }) => listTopics(ctx, input)),
  readPostHours: readingMuch
    .input(PostHoursQuery)
    .query(({ ctx, input }) => readPostHours(ctx, input)),
  readPostMonths: readingMuch
    .input(PostMonthsQuery)
    .query(({ ctx, input }) => readPostMonths(ctx, input)),
  readAudience: everyone.input(AudienceQuery).query(({ ctx, input }) => readAudience(ctx, input)),
  listConflicts: readingMuch
    .input(ConflictList)
    .query(({ ctx, input }) => listConflicts(ctx, input)),
  readReading: everyone.input(ReadingOf).query(({ ctx, input }) => readReading(ctx, input)),
  setPostTopics: offices.input(PostTopics).mutation(({ ctx, input }) => setPostTopics(ctx, input)),
  listAnnotations: everyone
    .input(AnnotationList)
    .query(({ ctx, input }) => listAnnotations(ctx, input)),
  createAnnotation: offices
    .input(AnnotationFields)
    .mutation(({ ctx, input }) => createAnnotation(ctx, input)),
  updateAnnotation: offices
    .input(z.object({ at: RecordVersion, fields: AnnotationFields }))
    .mutation(({ ctx, input }) => updateAnnotation(ctx, input.at, input.fields)),
  removeAnnotation: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => removeAnnotation(ctx, input)),
  restoreAnnotation: offices
    .input(RecordVersion)
    .mutation(({ ctx, input }) => restoreAnnotation(ctx, input)),
};
