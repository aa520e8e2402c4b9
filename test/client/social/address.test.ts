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

  test('holds the pull whose record is open, and what the list of pulls is narrowed to', () => {
    const address = {
      view: 'pulls',
      pull: 'one',
      failed: true,
      state: 'cancelled',
      reads: 'history',
    };
    expect(readSocialSearch(address)).toMatchObject(address);
  });

  test('counts what is malformed as absent', () => {
    const filters = { view: 'secrets', network: 'myspace', metric: 7, page: 0 };
    const read = readSocialSearch({ ...filters, failed: 'yes', state: 'lost', reads: 'all' });
    expect(Object.values(read).filter((value) => value !== undefined)).toEqual([]);
  });
});
