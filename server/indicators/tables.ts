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

export const countTableKind: RecordKind<'countTable'> = {
  table: 'countTable',
  record: 'count_table',
  searchText: (row) => [row.code, row.name, row.notes],
};

export const countRowKind: RecordKind<'countRow'> = {
  table: 'countRow',
  record: 'count_row',
  searchText: (row) => [row.period, ...(JSON.parse(row.members) as string[])],
};
