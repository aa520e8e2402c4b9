import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputKinds } from '../../../shared/output/kinds.ts';
import { assembleMatrix, type SourcedCount } from '../../../shared/output/matrix.ts';

const quarter = { from: '2026-01', to: '2026-03' };

describe('the month matrix', () => {
  test('lists every month and kind of the period, also those that nobody counted', () => {
    const matrix = assembleMatrix(quarter, []);
    expect(matrix.months).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(matrix.kinds.map((kind) => kind.id)).toEqual(outputKinds.map((kind) => kind.id));
    expect(matrix.cells).toEqual([]);
    expect(matrix.totals).toEqual(outputKinds.map(({ id }) => ({ kind: id, count: null })));
  });

  test('tells a month counted as none from a month that nobody counted', () => {
    const matrix = assembleMatrix(quarter, [
      { month: '2026-02', kind: 'event', source: 'tally', count: 0 },
    ]);
    expect(matrix.cells).toEqual([
      { month: '2026-02', kind: 'event', count: 0, sources: ['tally'] },
    ]);
    expect(matrix.totals.find((total) => total.kind === 'event')).toEqual({
      kind: 'event',
      count: 0,
    });
    expect(matrix.totals.find((total) => total.kind === 'print_run')?.count).toBeNull();
  });

  test('adds what items and a monthly total count of one month, and names both', () => {
    const matrix = assembleMatrix(quarter, [
      { month: '2026-01', kind: 'event', source: 'records', count: 3 },
      { month: '2026-01', kind: 'event', source: 'tally', count: 13 },
    ]);
    expect(matrix.cells).toEqual([
      { month: '2026-01', kind: 'event', count: 16, sources: ['records', 'tally'] },
    ]);
  });

  test('the total of a kind is the sum of its cells, whatever the counts', () => {
    const counts = fc.uniqueArray(
      fc.record<SourcedCount>({
        month: fc.constantFrom('2026-01', '2026-02', '2026-03'),
        kind: fc.constantFrom(...outputKinds.map((kind) => kind.id)),
        source: fc.constantFrom('records', 'tally'),
        count: fc.nat(100_000),
      }),
      { selector: ({ month, kind, source }) => `${month} ${kind} ${source}` },
    );
    fc.assert(
      fc.property(counts, (given) => {
        const matrix = assembleMatrix(quarter, given);
        for (const { kind, count } of matrix.totals) {
          const cells = matrix.cells.filter((cell) => cell.kind === kind);
          const sum = cells.reduce((total, cell) => total + cell.count, 0);
          expect(count).toBe(cells.length === 0 ? null : sum);
        }
        const counted = given.reduce((total, { count }) => total + count, 0);
        expect(matrix.cells.reduce((total, { count }) => total + count, 0)).toBe(counted);
      }),
    );
  });
});
