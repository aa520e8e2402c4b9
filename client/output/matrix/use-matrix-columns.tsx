import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableColumn } from '../../ui/table-column.ts';
import { DeclaredBadge } from '../declared-badge.tsx';
import type { DeclaredTotal } from '../use-declared-totals.ts';
import type { MatrixLine, MatrixLines, PartCount } from './matrix-lines.ts';
import { PartButton, TotalCount } from './part-count.tsx';

interface ColumnsAsked {
  lined: MatrixLines;
  /** What the lines are, as the heading of the first column. */
  heading: string;
  /** The names of what stands down and across. */
  lineName(id: string): string;
  columnName(id: string): string;
  longName(id: string): string;
  linesAre: 'rows' | 'periods';
  /** What reports print otherwise, by `period row`. */
  declared: Map<string, DeclaredTotal>;
  onOpen(part: { row: string; period: string }): void;
}

const totalOf = ({ total }: MatrixLine) => total.count;
const none: PartCount = { count: null, sources: [] };

/** The columns of a matrix laid out either way; every cell opens what it counts. */
export function useMatrixColumns(asked: ColumnsAsked): TableColumn<MatrixLine>[] {
  const { t } = useTranslation('matrix');
  return useMemo(() => {
    const { lined, heading, lineName, columnName, longName, linesAre, declared, onOpen } = asked;
    const placeOf = (line: string, column: string) =>
      linesAre === 'rows' ? { row: line, period: column } : { row: column, period: line };
    const cellOf = (line: MatrixLine, column: string) => line.cells.get(column) ?? none;
    function writeCell(line: MatrixLine, column: string) {
      const { row, period } = placeOf(line.id, column);
      const printed = declared.get(`${period} ${row}`);
      return (
        <>
          <PartButton
            part={cellOf(line, column)}
            rowName={linesAre === 'rows' ? lineName(line.id) : columnName(column)}
            spanName={longName(period)}
            onOpen={() => onOpen({ row, period })}
          />
          {printed && (
            <div>
              <DeclaredBadge {...printed} />
            </div>
          )}
        </>
      );
    }
    // The year before stands in a column of its own where there is one to compare with.
    const beforeOf = (partOf: (line: MatrixLine) => PartCount, { before }: PartCount) =>
      before === undefined
        ? []
        : [
            {
              header: t('lastYear'),
              value: (line: MatrixLine) => partOf(line).before ?? null,
              total: before,
            },
          ];
    return [
      {
        id: 'line',
        header: heading,
        wrap: linesAre === 'rows',
        cell: ({ id }) => lineName(id),
        value: ({ id }) => lineName(id),
        sortBy: linesAre === 'rows' ? ({ id }) => lineName(id) : undefined,
        footer: { words: t('total') },
      },
      ...lined.columns.map<TableColumn<MatrixLine>>(({ id, total }) => ({
        id: `of ${id}`,
        header: columnName(id),
        align: 'right',
        wrapHeader: true,
        value: (line) => cellOf(line, id).count,
        cell: (line) => writeCell(line, id),
        footer: { value: total.count, shown: <TotalCount {...total} /> },
        extras: beforeOf((line) => cellOf(line, id), total),
      })),
      {
        id: 'total',
        header: t(linesAre === 'rows' ? 'total' : 'all'),
        align: 'right',
        wrapHeader: true,
        cell: ({ total }) => <TotalCount {...total} />,
        value: totalOf,
        sortBy: linesAre === 'rows' ? totalOf : undefined,
        footer: { value: lined.total.count, shown: <TotalCount {...lined.total} /> },
        extras: beforeOf((line) => line.total, lined.total),
      },
    ];
  }, [asked, t]);
}
