import type { RecordKind } from '../database/versioned-record.ts';

export const pageKind: RecordKind<'page'> = {
  table: 'page',
  record: 'page',
  searchText: (row) => [row.title, row.handle, row.network],
};

/** Connections are found by their network: search does not look through them. */
export const connectionKind = { table: 'connection', record: 'connection' } as const;

export const annotationKind: RecordKind<'annotation'> = {
  table: 'annotation',
  record: 'annotation',
  searchText: (row) => [row.text],
};

export const alertRuleKind: RecordKind<'alertRule'> = {
  table: 'alertRule',
  record: 'alert_rule',
  searchText: (row) => [row.kind, row.network],
};
