import { describe, expect, test } from 'vitest';
import {
  filterOf,
  partText,
  readPart,
  readTold,
  toldText,
} from '../../../client/output/matrix/part.ts';
import { readOutputSearch } from '../../../client/output/output-search.ts';

const period = { from: '2026-02', to: '2026-11' };

describe('a cell of the matrix in the address', () => {
  test('a quarter is read as it is written, no further than the period goes', () => {
    const search = readOutputSearch({
      cell: partText('2026-Q1', 'event'),
      of: toldText({ dimension: 'place', value: 'toledo' }),
    });
    expect(readPart(search, period)).toEqual({
      span: '2026-Q1',
      from: '2026-02',
      to: '2026-03',
      kind: 'event',
      told: { dimension: 'place', value: 'toledo' },
    });
  });

  test('a year of all kinds is read as such', () => {
    const search = readOutputSearch({ cell: partText('2026', undefined) });
    expect(readPart(search, period)).toEqual({ span: '2026', ...period });
  });

  test('what lies outside the period, or is malformed, opens nothing', () => {
    expect(readPart({ cell: '2025-Q1.event' }, period)).toBeUndefined();
    expect(readPart({ cell: '2026-Q1.podcast' }, period)).toBeUndefined();
    expect(readOutputSearch({ cell: '2026-Q5.event', of: 'name:Ana' })).not.toMatchObject({
      cell: expect.anything(),
    });
    expect(readOutputSearch({ of: 'name:Ana' }).of).toBeUndefined();
  });

  test('the list is narrowed to what says it, or to what says none', () => {
    expect(filterOf(readTold('responsible:Ana: la de prensa'))).toEqual({
      responsible: 'Ana: la de prensa',
    });
    expect(filterOf(readTold('department:'))).toEqual({ without: 'department' });
    expect(filterOf(undefined)).toEqual({});
  });
});
