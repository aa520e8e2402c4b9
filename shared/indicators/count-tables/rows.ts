import type { CountRowFields, CountTableFields } from './schemas.ts';

/** A table in a list, with the periods that have rows. */
export interface CountTableRow extends CountTableFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  isRemoved: boolean;
  /** From the newest. */
  periods: string[];
}

/** A row with everything about it; `worked` also has what formulas make of its figures. */
export interface CountRow extends CountRowFields {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  /** Every measure; what is absent is null. */
  worked: Record<string, string | null>;
}

/** What a total or a row says and what the figures say instead. */
export interface CountFinding {
  rule: 'columns' | 'members' | 'total' | 'average' | 'share';
  measure: string;
  /** The name of the row; absent in the total. */
  member: string | null;
  printed: string;
  worked: string;
}

/** A table in a period: its rows, what it prints as totals, and where it contradicts itself. */
export interface CountTableDetail extends CountTableRow {
  /** Absent where nothing was brought in yet. */
  period: string | null;
  rows: CountRow[];
  /** The total as printed; absent where none is. */
  printed: CountRow | null;
  /** What the rows come to by measure, as the table says that totals are made. */
  totals: Record<string, string | null>;
  findings: CountFinding[];
}
