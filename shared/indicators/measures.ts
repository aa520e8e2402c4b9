/** What a measure looks at: items of output, networks, a table of counts, or nothing that is told apart. */
type MeasureOf = 'output' | 'networks' | 'table' | 'all';

/** How the figures of months make that of a longer time: flows add, the last level stands. */
type Adds = 'sum' | 'last';

const measures = {
  output: { of: 'output', adds: 'sum' },
  attendance: { of: 'output', adds: 'sum' },
  copies: { of: 'output', adds: 'sum' },
  video_minutes: { of: 'output', adds: 'sum' },
  commitments_kept: { of: 'all', adds: 'sum' },
  press_count: { of: 'all', adds: 'sum' },
  press_value: { of: 'all', adds: 'sum' },
  followers: { of: 'networks', adds: 'last' },
  followers_change: { of: 'networks', adds: 'sum' },
  posts: { of: 'networks', adds: 'sum' },
  reach: { of: 'networks', adds: 'sum' },
  views: { of: 'networks', adds: 'sum' },
  engagements: { of: 'networks', adds: 'sum' },
  count_table: { of: 'table', adds: 'sum' },
} as const satisfies Record<string, { of: MeasureOf; adds: Adds }>;

export type RuleMeasure = keyof typeof measures;

/** What a rule reads, in the order in which it is offered. */
export const ruleMeasures = Object.keys(measures) as [RuleMeasure, ...RuleMeasure[]];

/** What the filters of a measure are of. */
export const whatOf = (measure: RuleMeasure): MeasureOf => measures[measure].of;

/** How the figures of months of a measure make that of a longer time. */
export const addsOf = (measure: RuleMeasure): Adds => measures[measure].adds;
