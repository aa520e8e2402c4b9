import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell, shareCell } from '../../shared/files/file-cell.ts';
import type { GrowthOf } from '../../shared/social/figure-rows.ts';
import type { GrowthPoint } from '../../shared/social/growth.ts';
import type { Metric } from '../../shared/social/metrics.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { useGrowthOf } from './growth-chart.tsx';
import type { Days } from './growth-days.ts';
import { isLevel } from './growth-series.ts';
import { type NamedPage, nameOf } from './page-names.ts';
import { ReadingCell } from './reading-cell.tsx';

interface Compared {
  id: string;
  name: string;
  first: GrowthPoint | null;
  last: GrowthPoint | null;
  /** Null without two days, or when the network redefined the figure between them. */
  change: number | null;
  sum: number | null;
  daysRead: number;
}

/** What each page comes to over the period. */
export function comparePages(
  pages: readonly NamedPage[],
  growths: readonly GrowthOf[],
): Compared[] {
  return pages.map((page) => {
    const growth = growths.find(({ pageId }) => pageId === page.id);
    const points = growth?.points ?? [];
    const first = points[0] ?? null;
    const last = points.at(-1) ?? null;
    const isBroken = growth?.breaks.some(
      ({ day }) => first && last && first.day < day && day <= last.day,
    );
    const isChange = first && last && first.day !== last.day && !isBroken;
    return {
      id: page.id,
      name: nameOf(page),
      first,
      last,
      change: isChange ? last.value - first.value : null,
      sum: points.length === 0 ? null : points.reduce((sum, { value }) => sum + value, 0),
      daysRead: points.length,
    };
  });
}

function useColumns(metric: Metric): TableColumn<Compared>[] {
  const { t } = useTranslation('pages');
  const format = useFormat();
  return useMemo(() => {
    const rateOf = ({ change, first }: Compared) =>
      change === null || !first || first.value === 0 ? null : change / first.value;
    const figure = (id: 'first' | 'last'): TableColumn<Compared> => ({
      id,
      header: t(`compare.${id}`),
      align: 'right',
      cell: (row) => <ReadingCell reading={row[id]} />,
      value: (row) => row[id]?.value ?? null,
      extras: [{ header: t('extras.day'), value: (row) => dayCell(row[id]?.day) }],
      sortBy: (row) => row[id]?.value ?? null,
    });
    const number = (
      id: 'change' | 'sum',
      write: (value: number) => string,
    ): TableColumn<Compared> => ({
      id,
      header: t(`compare.${id}`),
      align: 'right',
      cell: (row) => (row[id] === null ? <Absent /> : write(row[id])),
      value: (row) => row[id],
      sortBy: (row) => row[id],
    });
    const name: TableColumn<Compared> = {
      id: 'page',
      header: t('overview.page'),
      wrap: true,
      cell: (row) => row.name,
      sortBy: (row) => row.name,
    };
    const daysRead: TableColumn<Compared> = {
      id: 'daysRead',
      header: t('compare.daysRead'),
      align: 'right',
      cell: (row) => (row.daysRead === 0 ? <Absent /> : format.number(row.daysRead)),
      value: (row) => row.daysRead,
    };
    if (!isLevel(metric)) return [name, number('sum', format.number), daysRead];
    const rate: TableColumn<Compared> = {
      id: 'rate',
      header: t('compare.rate'),
      align: 'right',
      cell: (row) => {
        const value = rateOf(row);
        return value === null ? <Absent /> : format.share(value);
      },
      value: (row) => shareCell(rateOf(row)),
      sortBy: rateOf,
    };
    return [name, figure('first'), figure('last'), number('change', format.change), rate, daysRead];
  }, [t, format, metric]);
}

/** The same pages as a table: where each began and ended, and on how many days it was read. */
export function ComparedPages({
  pages,
  metric,
  days,
}: {
  pages: readonly NamedPage[];
  metric: Metric;
  days: Days;
}) {
  const { t } = useTranslation('pages');
  const query = useGrowthOf(pages, metric, days);
  const columns = useColumns(metric);
  const rows = useMemo(() => query.data && comparePages(pages, query.data), [pages, query.data]);
  return (
    <Panel title={t('compare.table')}>
      <DataTable
        label={t('compare.table')}
        columns={columns}
        query={query}
        rows={rows}
        rowId={(row) => row.id}
        empty={{ text: t('compare.none') }}
        skeletonRows={pages.length}
      />
    </Panel>
  );
}
