import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthMatrix } from '../../shared/output/matrix.ts';
import { useFormat } from '../format/use-format.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import type { Asked } from '../ui/states.tsx';
import type { CellKey } from './cell-key.ts';
import { kindColor } from './kind-colors.ts';
import { matrixRows } from './matrix-rows.ts';
import { useKindWords } from './use-kind-words.ts';

interface OutputChartProps {
  query: Asked<MonthMatrix>;
  onOpen?(cell: CellKey): void;
}

/** Output by month, stacked by kind; kinds that nobody counted in the period are left out. */
export function OutputChart({ query, onOpen }: OutputChartProps) {
  const { t } = useTranslation('output');
  const format = useFormat();
  const words = useKindWords();
  const { data } = query;
  const series = useMemo(() => {
    const rows = data ? matrixRows(data) : [];
    return (data?.totals ?? [])
      .filter(({ count }) => count !== null)
      .map(({ kind }) => ({
        id: kind,
        label: words.many(kind),
        color: kindColor(kind),
        values: rows.map(({ cells }) => cells.get(kind)?.count ?? null),
      }));
  }, [data, words]);
  const months = useMemo(() => data?.months ?? [], [data]);
  function open(month: string, seriesId: string): void {
    const kind = series.find(({ id }) => id === seriesId)?.id;
    if (kind) onOpen?.({ month, kind });
  }
  return (
    <BarChart
      title={t('chart.title')}
      unit={t('chart.unit')}
      query={query}
      categories={months}
      categoryHeader={t('matrix.month')}
      categoryLabel={format.month}
      series={series}
      write={format.number}
      writeShort={format.shortNumber}
      onSelect={onOpen && open}
      height={300}
    />
  );
}
