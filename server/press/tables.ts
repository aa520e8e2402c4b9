import type { OutletFields } from '../../shared/press/schemas.ts';
import { searchable } from '../../shared/press/search-terms.ts';
import type { ClippingTable } from '../database/press-schema.ts';
import type { Flag } from '../database/record-columns.ts';
import type { RecordKind } from '../database/versioned-record.ts';

export const outletKind: RecordKind<'outlet'> = {
  table: 'outlet',
  record: 'outlet',
  searchText: (row) => [row.name, row.town],
};

/** The columns in which the fields of an outlet are kept. */
export function outletColumns(fields: OutletFields) {
  return {
    ...fields,
    isOwnChannel: (fields.isOwnChannel ? 1 : 0) as Flag,
    domains: JSON.stringify(fields.domains),
    contracts: JSON.stringify(fields.contracts),
  };
}

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
