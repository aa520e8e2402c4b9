import { z } from 'zod';
import { fileContent } from '../../files/file-content.ts';
import { ListPage, lineText, RecordId, requiredLine } from '../../records.ts';
import { largestSheetFileBytes } from '../limits.ts';
import type { SheetLayout } from './target.ts';
import { tableOfTarget } from './targets/count-table.ts';
import { fixedTargetIds, type TargetId as Target } from './targets/list-targets.ts';

/** A spreadsheet as it is sent: its name, and its bytes as base64. */
export const SheetFile = z.object({
  name: requiredLine(255),
  content: fileContent(largestSheetFileBytes),
});
export type SheetFile = z.infer<typeof SheetFile>;

/** What the rows of a sheet become: one of the targets that every office has, or one of its tables of counts. */
const TargetId = z.custom<Target>(
  (id) =>
    typeof id === 'string' &&
    id.length <= 80 &&
    (fixedTargetIds.some((one) => one === id) || tableOfTarget(id) !== undefined),
  { error: 'choice' },
);

const ColumnIndex = z.number().int().min(0).max(16_384);
const columnId = z.string().min(1).max(80);

/** How a sheet is read, as somebody may have put it right. */
export const SheetLayoutChoice: z.ZodType<SheetLayout, SheetLayout> = z.object({
  shape: z.enum(['records', 'cross']),
  headingLines: z.array(z.number().int().min(1)).max(4),
  down: z.object({ to: columnId, index: ColumnIndex }).nullable(),
  columns: z
    .array(
      z.object({
        index: ColumnIndex,
        heading: z.string().max(2_000),
        to: columnId.nullable(),
        member: z.string().max(2_000).nullable(),
      }),
    )
    .max(500),
});

/** What a person settled about a sheet that its cells leave open. */
export const SheetAnswers = z.object({
  year: z.number().int().min(1900).max(2199).optional(),
  dayOrder: z.enum(['day_first', 'month_first']).optional(),
  decimalMark: z.enum(['comma', 'point']).optional(),
  monthDays: z.enum(['days', 'years']).optional(),
});

/** A cell that somebody put right before agreeing: its line and column in the sheet, and what it is to say. */
export const MendedCell = z.object({
  line: z.number().int().min(1),
  index: ColumnIndex,
  text: lineText(2_000),
});
export type MendedCell = z.infer<typeof MendedCell>;

/** A sheet to look at: which one of its file, and what its rows are to become. */
export const SheetToPlan = z.object({
  file: SheetFile,
  /** The place of the sheet in its file, from 0. The best known one when absent. */
  sheet: z.number().int().min(0).max(1_000).optional(),
  target: TargetId.optional(),
  /** The first line of the headings, where the guess was wrong. */
  headingLine: z.number().int().min(1).max(200_000).optional(),
});
export type SheetToPlan = z.infer<typeof SheetToPlan>;

/** A sheet to preview, with all that was settled about it. */
export const SheetToPreview = z.object({
  file: SheetFile,
  sheet: z.number().int().min(0).max(1_000),
  target: TargetId,
  layout: SheetLayoutChoice,
  answers: SheetAnswers.default({}),
  /** What rows say whose cell is blank, or that have no such column; by column. A figure is exact as it stands. */
  defaults: z.record(columnId, z.union([lineText(300), z.number()])).default({}),
  mended: z.array(MendedCell).max(5_000).default([]),
});
export type SheetToPreview = z.infer<typeof SheetToPreview>;

/** How a row of a sheet stands beside what is stored. */
export const sheetStandings = ['new', 'changed', 'same', 'wrong'] as const;
export const SheetStanding = z.enum(sheetStandings);
export type SheetStanding = z.infer<typeof SheetStanding>;

export const SheetRowList = ListPage.extend({
  id: RecordId,
  standing: SheetStanding.optional(),
});
export type SheetRowList = z.infer<typeof SheetRowList>;
