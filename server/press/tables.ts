import { searchable } from '../../shared/press/search-terms.ts';
import type { ClippingTable } from '../database/press-schema.ts';
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

/** What an appearance is found by; its outlet's name comes first, where a renaming replaces it. */
export function clippingWords(
  outletName: string,
  row: Pick<ClippingTable, 'title' | 'author' | 'section' | 'topic' | 'spokesperson' | 'notes'>,
): string {
  const { title, author, section, topic, spokesperson, notes } = row;
  return searchable([outletName, title, author, section, topic, spokesperson, notes]);
}

export function clippingKind(outletName: string): RecordKind<'clipping'> {
  return {
    table: 'clipping',
    record: 'clipping',
    searchText: (row) => [clippingWords(outletName, row)],
  };
}

export const pressTallyKind: RecordKind<'pressTally'> = {
  table: 'pressTally',
  record: 'press_tally',
  searchText: (row) => [row.month, row.source, row.notes],
};

export const flatPolicyKind: RecordKind<'flatPolicy'> = {
  table: 'flatPolicy',
  record: 'flat_policy',
  searchText: (row) => [row.sourceReference],
};

export const keyMessageKind: RecordKind<'keyMessage'> = {
  table: 'keyMessage',
  record: 'key_message',
  searchText: (row) => [row.text],
};
