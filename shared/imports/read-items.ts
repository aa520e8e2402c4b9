import type { Metric } from '../social/metrics.ts';
import type { NetworkPost } from '../social/post-metrics.ts';
import type { CountRefusal } from './read-count.ts';

/** Why a row of a file, or what it would become, is left out. */
export const rowRefusals = [
  'negative',
  'not_a_number',
  'not_whole',
  'too_large',
  'no_day',
  'day_to_come',
  'no_identifier',
  'unknown_metric',
  'page_unknown',
  'page_ambiguous',
  'repeated',
  'days_of_post',
  'nothing_counted',
  'table_left_out',
] as const satisfies readonly (CountRefusal | string)[];
export type RowRefusal = (typeof rowRefusals)[number];

/** What the person is to know of how a file was understood. */
export const fileNotes = [
  'year_inferred',
  'order_assumed',
  'hour_unknown',
  'views_of_period',
  'read_before',
] as const;
export type FileNote = (typeof fileNotes)[number];

/** How a row names its page; nothing when it does not. */
export interface PageMark {
  externalId: string | null;
  handle: string | null;
  title: string | null;
}

/** One figure, one post, or one row that becomes neither. */
export type ReadItem =
  | {
      makes: 'figure';
      line: number;
      page: PageMark | null;
      metric: Metric;
      day: string;
      value: number;
    }
  | { makes: 'post'; line: number; page: PageMark | null; post: NetworkPost }
  | { makes: 'row'; line: number; reason: RowRefusal; said: string };

/** What a file cannot know of itself. */
export interface ReadRules {
  /** The office's time zone (IANA), in which dates without zone are read. */
  timeZone: string;
  today: string;
  /** The day on which the file was made: dates without year are not after it. */
  fileDay: string;
  /** The metric of a series whose title does not tell it. */
  metric: Metric | null;
}

/** Everything that a file holds. */
export interface ReadFile {
  items: ReadItem[];
  /** Rows of totals, which repeat what others say. */
  skipped: number;
  notes: FileNote[];
}
