import type { RecordKind } from '../database/versioned-record.ts';

export const indicatorKind: RecordKind<'indicator'> = {
  table: 'indicator',
  record: 'indicator',
  searchText: (row) => [row.code, row.name],
};

export const indicatorYearKind: RecordKind<'indicatorYear'> = {
  table: 'indicatorYear',
  record: 'indicator_year',
  searchText: (row) => [String(row.year), row.source],
};

export const indicatorFigureKind: RecordKind<'indicatorFigure'> = {
  table: 'indicatorFigure',
  record: 'indicator_figure',
  searchText: (row) => [row.period, row.source],
};
