import { z } from 'zod';
import { fileContent } from '../files/file-content.ts';
import { requiredLine } from '../records.ts';
import type { RateColumn } from './rate-file-columns.ts';
import type { CellProblem } from './read-rate-file.ts';

/** What a file of rates may measure. */
export const largestRateFileBytes = 700 * 1024;

/** Rows of a file of rates, its headings included. */
export const mostRateRows = 3_000;

/** A file of rates, its bytes as base64. */
export const RateFile = z.object({
  name: requiredLine(200),
  content: fileContent(largestRateFileBytes),
});
export type RateFile = z.infer<typeof RateFile>;

/** Agreement to what the preview of a file showed. */
export const RateFileAgreed = z.object({ file: RateFile, seal: z.string().length(64) });
export type RateFileAgreed = z.infer<typeof RateFileAgreed>;

/** A line of the file as it would be stored; `same` where that very rate is there already. */
export interface RateFileRow {
  line: number;
  cells: Record<RateColumn, string>;
  standing: 'new' | 'same' | 'refused';
  /** The VAT that it would have, its outlet's where the file says none; absent when refused. */
  vatRate: string | null;
  problems: CellProblem[];
}

export interface RateFilePreview {
  rows: RateFileRow[];
  added: number;
  same: number;
  refused: number;
  seal: string;
}
