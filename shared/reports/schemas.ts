import { z } from 'zod';
import { ListPage, requiredLine } from '../records.ts';
import { Precision } from './precision.ts';
import { SubjectText } from './subject.ts';

export const Year = z.number().int().min(1900).max(2199);

/** What a printed report says of a year, kept beside what the records say. */
export const DeclaredFigureFields = z.object({
  year: Year,
  /** What the figure is of, as `formatSubject` writes it. */
  subject: SubjectText,
  /** What the report calls it. */
  label: requiredLine(200),
  /** Units, people or whole pesos. */
  value: z.number().int().min(0).max(1_000_000_000_000),
  precision: Precision,
  /** The figure letter by letter: "15.8 mil seguidores". */
  asPrinted: requiredLine(120),
  /** The document, and where in it. */
  source: requiredLine(300),
});
export type DeclaredFigureFields = z.infer<typeof DeclaredFigureFields>;

/** Which declared figures to list; `removed` lists the ones that can be brought back. */
export const DeclaredFigureList = ListPage.extend({
  year: Year.optional(),
  removed: z.boolean().default(false),
});
export type DeclaredFigureList = z.infer<typeof DeclaredFigureList>;

export interface DeclaredFigureRow extends DeclaredFigureFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
}
