import { describe, expect, test } from 'vitest';
import { lineUp } from '../../../client/output/matrix/matrix-lines.ts';
import { addUpBy, listSpans, type MatrixBy } from '../../../shared/output/matrix-by.ts';

const period = { from: '2026-01', to: '2026-06' };
const matrix: MatrixBy = {
  ...addUpBy(
    [
      { month: '2026-01', row: 'a', source: 'records', count: 2 },
      { month: '2026-02', row: 'a', source: 'tally', count: 3 },
      { month: '2026-05', row: '', source: 'records', count: 0 },
    ],
    'quarter',
  ),
  periods: listSpans(period, 'quarter'),
  rows: [
    { id: 'a', name: 'Hacienda' },
    { id: '', name: null },
  ],
  untold: 0,
  comparedUntil: null,
  uncompared: 0,
  planned: [],
  lastYear: addUpBy([{ month: '2025-05', row: 'a', source: 'records', count: 7 }], 'quarter', 12),
};

describe('the lines of the matrix', () => {
  test('departments stand down and quarters across, each beside the year before', () => {
    const { lines, columns, total } = lineUp(matrix, 'rows');
    expect(lines.map(({ id }) => id)).toEqual(['a', '']);
    expect(lines[0]?.cells.get('2026-Q1')).toEqual({
      count: 5,
      before: null,
      sources: ['records', 'tally'],
    });
    expect(lines[0]?.cells.get('2026-Q2')).toEqual({ count: null, before: 7, sources: [] });
    expect(lines[0]?.total).toMatchObject({ count: 5, before: 7 });
    expect(columns.map(({ total: sum }) => [sum.count, sum.before])).toEqual([
      [5, null],
      [0, 7],
    ]);
    expect(total).toMatchObject({ count: 5, before: 7 });
  });

  test('a part counted as none is 0, and years that are not compared say nothing of the one before', () => {
    const { lines } = lineUp({ ...matrix, lastYear: null }, 'periods');
    expect(lines.map(({ id }) => id)).toEqual(['2026-Q1', '2026-Q2']);
    expect(lines[1]?.cells.get('')).toEqual({ count: 0, sources: ['records'] });
    expect(lines[1]?.cells.get('a')).toEqual({ count: null, sources: [] });
  });
});
