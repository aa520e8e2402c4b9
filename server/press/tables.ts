import type { RecordKind } from '../database/versioned-record.ts';

export const outletKind: RecordKind<'outlet'> = {
  table: 'outlet',
  record: 'outlet',
  searchText: (row) => [row.name, row.town],
};

/** Rates are found by their outlet's name too. */
export function rateKind(outletName: string): RecordKind<'rate'> {
  return {
    table: 'rate',
    record: 'rate',
    searchText: (row) => [outletName, row.section, row.sourceReference],
  };
}

/** Appearances are found by their outlet's name too; it comes first, where a renaming replaces it. */
export function clippingKind(outletName: string): RecordKind<'clipping'> {
  return {
    table: 'clipping',
    record: 'clipping',
    searchText: (row) => [outletName, row.title, row.author, row.section],
  };
}

export const pressTallyKind: RecordKind<'pressTally'> = {
  table: 'pressTally',
  record: 'press_tally',
  searchText: (row) => [row.month, row.source, row.notes],
};
