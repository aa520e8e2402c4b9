import type { RecordKind } from '../database/versioned-record.ts';

export const declaredFigureKind: RecordKind<'declaredFigure'> = {
  table: 'declaredFigure',
  record: 'declared_figure',
  searchText: (row) => [row.label, row.asPrinted, row.source],
};
