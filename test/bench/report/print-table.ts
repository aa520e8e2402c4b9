import type { TableRow, TableSection } from './table-rows.ts';

const allColumns = ['what', 'product', 'floor', 'figure', 'target'] as const;

function markOf({ met }: TableRow): string {
  if (met === undefined) return '';
  return met ? '✓' : '✗ missed';
}

/** Sections as a table for the terminal, without the columns in which nothing stands. */
export function formatTable(sections: readonly TableSection[]): string {
  const rows = sections.flatMap((section) => section.rows);
  const columns = allColumns.filter((column) => rows.some((row) => row[column]));
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: string[], mark: string) =>
    `${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}  ${mark}`.trimEnd();
  const parts = sections.map((section) =>
    [
      '',
      section.title,
      line([...columns], ''),
      ...section.rows.map((row) =>
        line(
          columns.map((column) => row[column] ?? ''),
          markOf(row),
        ),
      ),
    ].join('\n'),
  );
  const missed = rows.filter(({ met }) => met === false).length;
  const aimed = rows.filter(({ met }) => met !== undefined).length;
  return [...parts, '', `${aimed - missed} of ${aimed} targets met`, ''].join('\n');
}
