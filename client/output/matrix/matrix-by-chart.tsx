import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthPeriod } from '../../../shared/calendar/month.ts';
import type { KindId } from '../../../shared/output/kind-id.ts';
import type { CountsBy, MatrixBy } from '../../../shared/output/matrix-by.ts';
import { useFormat } from '../../format/use-format.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import type { ChartSeries } from '../../ui/chart-series.ts';
import { LineChart } from '../../ui/line-chart.tsx';
import type { SeriesColor } from '../../ui/series-colors.ts';
import type { Asked } from '../../ui/states.tsx';
import { kindColor } from '../kind-colors.ts';
import { useMatrixTitles } from './use-matrix-titles.ts';
import { usePartWords } from './use-part-words.ts';
import type { MatrixChoice } from './use-shown-matrix.ts';

const colors: readonly SeriesColor[] = ['blue', 'orange', 'green', 'purple', 'sky', 'vermilion'];

interface MatrixByChartProps {
  query: Asked<MatrixBy>;
  period: MonthPeriod;
  choice: MatrixChoice;
  onOpen(part: { row: string; period: string }): void;
}

/** A series for each row that was counted; those of a list take colours by their size; grey is left to what is folded together. */
function seriesOf(
  data: MatrixBy,
  { rows }: MatrixChoice,
  nameOf: (row: MatrixBy['rows'][number]) => string,
): ChartSeries[] {
  const totals = new Map(data.rowTotals.map(({ row, count }) => [row, count]));
  const counts = new Map(data.cells.map(({ row, period, count }) => [`${period} ${row}`, count]));
  const bySize = [...totals.keys()]
    .filter((row) => row !== '')
    .sort((one, other) => (totals.get(other) ?? 0) - (totals.get(one) ?? 0));
  const colorOf = (id: string) =>
    rows === 'kind'
      ? kindColor(id as KindId)
      : id === ''
        ? 'yellow'
        : (colors[bySize.indexOf(id)] ?? 'grey');
  return data.rows
    .filter(({ id }) => totals.has(id))
    .map((row) => ({
      id: row.id || 'none',
      label: nameOf(row),
      color: colorOf(row.id),
      values: data.periods.map((period) => counts.get(`${period} ${row.id}`) ?? null),
    }));
}

/** Whether anything was counted the year before. */
function isCompared(data: MatrixBy): data is MatrixBy & { lastYear: CountsBy } {
  return data.lastYear !== null && data.lastYear.total !== null;
}

function totalsOf(periods: readonly string[], { periodTotals }: CountsBy): (number | null)[] {
  const totals = new Map(periodTotals.map(({ period, count }) => [period, count]));
  return periods.map((period) => totals.get(period) ?? null);
}

/** The chosen output drawn: stacked by row, or as lines beside the year before. */
export function MatrixByChart({ query, period, choice, onOpen }: MatrixByChartProps) {
  const { t } = useTranslation(['matrix', 'output']);
  const format = useFormat();
  const words = usePartWords(period);
  const { chart: title } = useMatrixTitles(choice);
  const { data } = query;
  const categories = useMemo(() => data?.periods ?? [], [data]);
  const series = useMemo<ChartSeries[]>(() => {
    if (!data) return [];
    if (!isCompared(data)) return seriesOf(data, choice, (row) => words.row(choice.rows, row));
    return [
      {
        id: 'own',
        label: t('matrix:thisPeriod'),
        color: 'blue',
        values: totalsOf(categories, data),
      },
      {
        id: 'before',
        label: t('matrix:yearBefore'),
        color: 'grey',
        values: totalsOf(categories, data.lastYear),
      },
    ];
  }, [data, categories, choice, words, t]);
  const drawn = {
    title,
    unit: t('output:chart.unit'),
    query,
    categories,
    categoryHeader: t(`matrix:bys.${choice.by}`),
    categoryLabel: words.span,
    series,
    write: format.number,
    writeShort: format.shortNumber,
    height: 300,
  };
  if (data && isCompared(data)) return <LineChart {...drawn} />;
  function open(span: string, id: string): void {
    const row = id === 'none' ? '' : id;
    if (data?.rows.some((one) => one.id === row)) onOpen({ row, period: span });
  }
  return <BarChart {...drawn} onSelect={open} />;
}
