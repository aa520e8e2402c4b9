import { describe, expect, test } from 'vitest';
import { matrixRows, matrixTotal } from '../../../client/output/matrix-rows.ts';
import { assembleMatrix } from '../../../shared/output/matrix.ts';

const matrix = assembleMatrix({ from: '2026-01', to: '2026-02' }, [
  { month: '2026-01', kind: 'event', source: 'records', count: 3 },
  { month: '2026-01', kind: 'graphic_piece', source: 'tally', count: 0 },
]);

describe('the rows of the matrix', () => {
  test('each month has its cells and what they add up to', () => {
    const [january] = matrixRows(matrix);
    expect(january?.month).toBe('2026-01');
    expect(january?.cells.get('event')?.count).toBe(3);
    expect(january?.cells.get('graphic_piece')?.count).toBe(0);
    expect(january?.cells.has('print_run')).toBe(false);
    expect(january?.total).toBe(3);
    expect(matrixTotal(matrix)).toBe(3);
  });

  test('a month that nobody counted has no total, not a zero', () => {
    expect(matrixRows(matrix)[1]).toEqual({ month: '2026-02', cells: new Map(), total: null });
    expect(matrixTotal({ ...matrix, cells: [] })).toBeNull();
  });
});
