import { describe, expect, test } from 'vitest';
import { readSocialSearch } from '../../../client/social/social-search.ts';

describe('the address of Redes', () => {
  test('holds the view, the filters, the period and what the chart draws', () => {
    const address = {
      from: '2026-01',
      to: '2026-06',
      view: 'pulls',
      search: 'mujer',
      network: 'facebook',
      metric: 'posts',
      page: 2,
      drawn: 'one,two',
    };
    expect(readSocialSearch(address)).toMatchObject(address);
  });

  test('counts what is malformed as absent', () => {
    const read = readSocialSearch({ view: 'secrets', network: 'myspace', metric: 7, page: 0 });
    expect(Object.values(read).filter((value) => value !== undefined)).toEqual([]);
  });
});
