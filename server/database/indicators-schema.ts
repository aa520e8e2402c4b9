import type { RecordColumns } from './record-columns.ts';

export interface IndicatorTable extends RecordColumns {
  code: string;
  name: string;
  plan: string;
  unit: string;
  direction: string;
  /** Where its figure comes from, as JSON. */
  method: string;
  departmentId: string | null;
  notes: string | null;
}

/** What a plan sets for a year of an indicator; decimals are exact text. */
export interface IndicatorYearTable extends RecordColumns {
  indicatorId: string;
  year: number;
  target: string | null;
  /** Targets of months, as JSON. */
  monthly: string;
  budgetCop: number | null;
  investedCop: number | null;
  printedProgress: string | null;
  printedFinancial: string | null;
  source: string | null;
}

/** A figure that somebody typed, of a year or a month of it. */
export interface IndicatorFigureTable extends RecordColumns {
  indicatorId: string;
  period: string;
  value: string;
  source: string;
}

export interface CountTableTable extends RecordColumns {
  code: string;
  name: string;
  /** Dimensions, measures and what the table says of itself, as JSON. */
  shape: string;
  notes: string | null;
}

/** A row of a table of counts in a period, or the total that is printed of it. */
export interface CountRowTable extends RecordColumns {
  tableId: string;
  period: string;
  /** The names of the row, folded; `*` is the printed total. */
  memberKey: string;
  /** As JSON. */
  members: string;
  position: number;
  /** Exact decimal texts by measure, as JSON. */
  cells: string;
  source: string;
}

export interface IndicatorsTables {
  indicator: IndicatorTable;
  indicatorYear: IndicatorYearTable;
  indicatorFigure: IndicatorFigureTable;
  countTable: CountTableTable;
  countRow: CountRowTable;
}
