import { Stack, Text, Tooltip } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileCell } from '../../../shared/files/file-cell.ts';
import type { CountRow, CountTableDetail } from '../../../shared/indicators/count-tables/rows.ts';
import type { CountMeasure } from '../../../shared/indicators/count-tables/schemas.ts';
import { Absent } from '../../ui/absent.tsx';
import type { FileColumn } from '../../ui/export-table.ts';
import type { TableColumn } from '../../ui/table-column.ts';
import { useCountWords } from './use-count-words.ts';

/** The total of a column as printed; where none is printed at all, what its rows come to. */
export const shownTotal = ({ printed, totals }: CountTableDetail, { id }: CountMeasure) =>
  (printed ? printed.worked[id] : totals[id]) ?? null;

/** A figure as a file has it. */
function figureCell(text: string | null | undefined, { unit }: CountMeasure): FileCell {
  if (text === null || text === undefined) return null;
  return unit === 'percent' ? { share: Number(text) / 100 } : Number(text);
}

/** The total of a column: as printed, and what the rows come to where that says otherwise. */
function Total({ table, measure }: { table: CountTableDetail; measure: CountMeasure }) {
  const { t } = useTranslation('countTables');
  const { figure } = useCountWords();
  const worked = table.totals[measure.id] ?? null;
  const shown = shownTotal(table, measure);
  if (shown === null && worked === null) return measure.total === 'none' ? null : <Absent />;
  const isOther =
    shown === null ||
    table.findings.some(({ member, measure: id }) => member === null && id === measure.id);
  return (
    <Stack gap={0} align="flex-end">
      {shown !== null && <span>{figure(shown, measure)}</span>}
      {isOther && worked !== null && (
        <Text size="xs" c={shown === null ? 'dimmed' : 'var(--mantine-color-error)'}>
          {t('workedTotal', { value: figure(worked, measure) })}
        </Text>
      )}
    </Stack>
  );
}

const isOneSource = ({ rows }: CountTableDetail) =>
  new Set(rows.map(({ source }) => source)).size < 2;

/** The period of a table as a file has it. */
function periodCell({ period }: CountTableDetail): FileCell {
  if (period === null) return null;
  return /^\d{4}-\d{2}$/.test(period) ? { month: period } : period;
}

/** What a file says of a table besides its columns, so that it comes in again as what it is. */
export function useCountFile(table: CountTableDetail) {
  const { t } = useTranslation('countTables');
  return useMemo(() => {
    const period = periodCell(table);
    const source: FileColumn<CountRow> = {
      header: t('source'),
      value: (row) => row.source,
      total: table.printed?.source ?? null,
    };
    return {
      totalWord: t(table.printed ? 'printedTotal' : 'total'),
      more: [
        { header: t('period'), value: () => period, total: period },
        ...(isOneSource(table) ? [source] : []),
      ],
    };
  }, [table, t]);
}

/** The columns of a table of counts: the names of its rows, its figures, and where rows come from when not all from the same place. */
export function useCountColumns(table: CountTableDetail): TableColumn<CountRow>[] {
  const { t } = useTranslation('countTables');
  const { figure } = useCountWords();
  return useMemo(() => {
    const names = table.dimensions.map(
      ({ id, name }, at): TableColumn<CountRow> => ({
        id,
        header: name,
        wrap: true,
        cell: ({ members }) => members[at] ?? <Absent />,
        value: ({ members }) => members[at] ?? null,
        sortBy: ({ members }) => members[at] ?? null,
        footer: at === 0 ? { words: t(table.printed ? 'printedTotal' : 'total') } : undefined,
      }),
    );
    const figures = table.measures.map(
      (measure): TableColumn<CountRow> => ({
        id: measure.id,
        header: measure.name,
        align: 'right',
        wrapHeader: true,
        cell: ({ worked }) => {
          const value = worked[measure.id] ?? null;
          if (value === null) return <Absent />;
          if (measure.formula === null) return figure(value, measure);
          return (
            <Tooltip label={t('computed', { formula: measure.formula })} multiline maw={420}>
              <span>{figure(value, measure)}</span>
            </Tooltip>
          );
        },
        value: ({ worked }) => figureCell(worked[measure.id], measure),
        sortBy: ({ worked }) => (worked[measure.id] == null ? null : Number(worked[measure.id])),
        footer: {
          value: figureCell(shownTotal(table, measure), measure),
          shown: <Total table={table} measure={measure} />,
        },
      }),
    );
    const source: TableColumn<CountRow> = {
      id: 'source',
      header: t('source'),
      wrap: true,
      cell: (row) => row.source,
      footer: table.printed
        ? { value: table.printed.source, shown: table.printed.source }
        : undefined,
    };
    // A table without figures has no total.
    const columns = figures.length === 0 ? names.map(({ footer, ...name }) => name) : names;
    return [...columns, ...figures, ...(isOneSource(table) ? [] : [source])];
  }, [table, t, figure]);
}
