import { z } from 'zod';
import { Day, daysBetween } from '../calendar/day.ts';
import { ListPage, optionalId, RecordId, requiredLine } from '../records.ts';
import { annotationKinds, overviewSorts, postRankings } from './figure-rows.ts';
import { Metric } from './metrics.ts';
import { NetworkId } from './networks.ts';
import { PostKind } from './post-metrics.ts';

const longestPeriodDays = 3_660;

/** A closed period of days, ten years at most. */
function ofPeriod<Shape extends z.ZodObject<{ from: typeof Day; to: typeof Day }>>(shape: Shape) {
  return shape
    .refine((query) => (query.from as string) <= (query.to as string), {
      error: 'period_reversed',
      path: ['to'],
    })
    .refine((query) => daysBetween(query.from as string, query.to as string) < longestPeriodDays, {
      error: 'period_too_long',
      path: ['to'],
    });
}

const period = { from: Day, to: Day };
export const Period = ofPeriod(z.object(period));
export type Period = z.infer<typeof Period>;

/** With what a period is compared: the days just before it, or the same days a year earlier. */
export const Comparison = z.enum(['previous_period', 'last_year']);
export type Comparison = z.infer<typeof Comparison>;

/** All pages over a period. */
export const OverviewQuery = ofPeriod(
  ListPage.extend({
    ...period,
    compareWith: Comparison.default('previous_period'),
    network: NetworkId.optional(),
    departmentId: RecordId.optional(),
    /** A page is neglected after so many days without a post, reckoned from the end of the period. */
    neglectedDays: z.number().int().min(1).max(365).default(14),
    sort: z
      .object({ column: z.enum(overviewSorts), descending: z.boolean() })
      .default({ column: 'followers', descending: true }),
  }),
);
export type OverviewQuery = z.infer<typeof OverviewQuery>;

/** One page over a period. */
export const PageQuery = ofPeriod(
  z.object({
    ...period,
    pageId: RecordId,
    compareWith: Comparison.default('previous_period'),
  }),
);
export type PageQuery = z.infer<typeof PageQuery>;

/** Up to six pages' readings of one metric. */
export const GrowthOfQuery = ofPeriod(
  z.object({ ...period, pageIds: z.array(RecordId).min(1).max(6), metric: Metric }),
);
export type GrowthOfQuery = z.infer<typeof GrowthOfQuery>;

/** Posts of a period, of one page or of all, searched, filtered and ranked. */
export const PostList = ofPeriod(
  ListPage.extend({
    ...period,
    pageId: RecordId.optional(),
    topic: requiredLine(80).optional(),
    kind: PostKind.optional(),
    rankBy: z.enum(postRankings).default('day'),
  }),
);
export type PostList = z.infer<typeof PostList>;

/** When posts come out: of one page or of all. */
export const PostHoursQuery = ofPeriod(z.object({ ...period, pageId: RecordId.optional() }));
export type PostHoursQuery = z.infer<typeof PostHoursQuery>;

export const PostMonthsQuery = ofPeriod(z.object({ ...period, pageId: RecordId }));
export type PostMonthsQuery = z.infer<typeof PostMonthsQuery>;

/** A page's audience as it was known on a day; absent: the newest. */
export const AudienceQuery = z.object({ pageId: RecordId, day: Day.optional() });
export type AudienceQuery = z.infer<typeof AudienceQuery>;

/** What a post is about, in the office's own words. */
export const PostTopics = z.object({
  pageId: RecordId,
  externalId: requiredLine(400),
  topics: z.array(requiredLine(80)).max(20),
});
export type PostTopics = z.infer<typeof PostTopics>;

/** A note on the charts of one page, or of all. */
export const AnnotationFields = z
  .object({
    pageId: optionalId,
    fromDay: Day,
    toDay: Day,
    kind: z.enum(annotationKinds),
    text: requiredLine(200),
  })
  .refine((fields) => fields.fromDay <= fields.toDay, {
    error: 'period_reversed',
    path: ['toDay'],
  });
export type AnnotationFields = z.infer<typeof AnnotationFields>;

export const AnnotationList = ofPeriod(z.object({ ...period, pageId: RecordId.optional() }));
export type AnnotationList = z.infer<typeof AnnotationList>;

/** Figures of which sources say different things. */
export const ConflictList = ListPage.extend({ pageId: RecordId.optional() });
export type ConflictList = z.infer<typeof ConflictList>;

/** One figure, for all that its sources say of it. */
export const ReadingOf = z.object({ pageId: RecordId, metric: Metric, day: Day });
export type ReadingOf = z.infer<typeof ReadingOf>;
