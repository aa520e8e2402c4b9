import { describe, expect, test } from 'vitest';
import { filterOf, searchOf } from '../../../client/press/clipping-query.ts';
import { filterNames, readPressSearch } from '../../../client/press/press-search.ts';
import { ClippingFilter } from '../../../shared/press/clipping-list.ts';

const days = { from: '2026-01-01', to: '2026-11-30' };
const address = {
  search: 'acueducto',
  channel: 'press',
  medium: 'digital',
  outlet: 'o',
  format: 'web',
  section: 'Opinión',
  author: 'Ana Gómez',
  tone: 'unclassified',
  standing: 'valued',
  grade: 'B',
  topic: 'Agua',
  spokesperson: 'Alcaldesa',
  origin: 'reactive',
  department: 'd',
  event: 'e',
  message: 'm',
  entry: 'feed',
  review: 'unreviewed',
  paid: 'no',
  contract: 'yes',
  evidence: 'no',
  min: '1000',
  max: '2000',
  lacking: 'event,topic',
} as const;

describe('the filters of the table in the address', () => {
  test('are all asked of the server, and come back from a view as they were', () => {
    const search = readPressSearch(address);
    const filter = ClippingFilter.parse(filterOf(search, days));
    expect(filter).toMatchObject({ ...days, minValueCop: 1_000, isPaid: false, outletId: 'o' });
    expect(Object.values(filter).filter((value) => value === undefined)).toEqual([]);
    const { from: _from, to: _to, ...kept } = filter;
    expect(searchOf(kept)).toEqual({
      ...Object.fromEntries(filterNames.map((name) => [name, search[name]])),
    });
  });

  test('of a view take off those that it does not have', () => {
    expect(searchOf({ tone: 'negative' })).toMatchObject({ tone: 'negative', grade: undefined });
    expect(Object.keys(searchOf({})).sort()).toEqual([...filterNames].sort());
  });

  test('that are malformed count as absent', () => {
    const search = readPressSearch({ tone: 'furious', min: '-4', order: 'price_up', grade: 'E' });
    expect(search).toMatchObject({ tone: undefined, min: undefined, order: undefined });
    expect(filterOf(search, days)).toMatchObject({ tone: undefined, minValueCop: undefined });
  });
});
