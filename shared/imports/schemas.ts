import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { fileContent } from '../files/file-content.ts';
import { ListPage, optionalId, RecordId, requiredLine } from '../records.ts';
import { Metric } from '../social/metrics.ts';
import { largestFileBytes } from './limits.ts';

/** A file to read, and what it cannot tell of itself. */
export const FileToRead = z.object({
  name: requiredLine(255),
  /** Its bytes as base64. */
  content: fileContent(largestFileBytes),
  /** The page of rows that do not name theirs. */
  pageId: optionalId,
  /** The day on which it was downloaded; today when absent. */
  fileDay: Day.nullish().transform((day) => day ?? null),
  /** The metric of a series whose title does not tell it. */
  metric: Metric.nullish().transform((metric) => metric ?? null),
});
export type FileToRead = z.infer<typeof FileToRead>;

/** How what a file says stands beside what is stored. */
export const standings = ['new', 'changed', 'conflict', 'same', 'refused'] as const;
export const Standing = z.enum(standings);
export type Standing = z.infer<typeof Standing>;

/** Which rows of an import to list. */
export const ImportRowList = ListPage.omit({ search: true }).extend({
  id: RecordId,
  standing: Standing.optional(),
});
export type ImportRowList = z.infer<typeof ImportRowList>;

export const importStatuses = ['pending', 'written', 'undone', 'discarded'] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Which imports to list; those that wait for somebody to agree are listed too. */
export const ImportList = ListPage;
export type ImportList = z.infer<typeof ImportList>;
