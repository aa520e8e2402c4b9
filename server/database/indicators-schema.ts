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

export interface IndicatorsTables {
  indicator: IndicatorTable;
  indicatorYear: IndicatorYearTable;
  indicatorFigure: IndicatorFigureTable;
}
