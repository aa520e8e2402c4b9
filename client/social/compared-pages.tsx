import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell, shareCell } from '../../shared/files/file-cell.ts';
import type { GrowthOf } from '../../shared/social/figure-rows.ts';
import { isLevel, type Metric } from '../../shared/social/metrics.ts';
import type { LevelChange, PeriodSum } from '../../shared/social/period-figures.ts';
import type { Reading } from '../../shared/social/rows.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { precisionMark } from '../ui/chart-series.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { useGrowthOf } from './growth-chart.tsx';
import type { Days } from './growth-days.ts';
import { LevelChangeCell, useChangeDays } from './level-change.tsx';
import { type NamedPage, nameOf } from './page-names.ts';
import { PeriodSumCell, useSumWords } from './period-sum.tsx';
import { ReadingCell } from './reading-cell.tsx';

interface Compared {
  id: string;
  name: string;
  /** Where a level began: its last reading before the period, or the first within. */
  first: Reading | null;
  last: Reading | null;
  change: LevelChange | null;
  sum: PeriodSum | null;
  coverage: { has: number; of: number } | null;
}

/** What each page comes to over the period. */
export function comparePages(
  pages: readonly NamedPage[],
  growths: readonly GrowthOf[],
): Compared[] {
  return pages.map((page) => {
    const growth = growths.find(({ pageId }) => pageId === page.id);
    const points = growth?.points ?? [];
    return {
      id: page.id,
      name: nameOf(page),
      first: growth?.before ?? points[0] ?? null,
      last: points.at(-1) ?? null,
      change: growth?.change ?? null,
      sum: growth?.sum ?? null,
      coverage: growth?.coverage ?? null,
    };
  });
}

interface Context {
  t: TFunction<'pages'>;
  format: Format;
  days: Days;
  inDays: ReturnType<typeof useChangeDays>;
  inWords: ReturnType<typeof useSumWords>;
}

const shareOf = ({ change }: Compared) =>
  change?.basisPoints == null ? null : change.basisPoints / 10_000;

function levelColumns({ t, format, days, inDays }: Context): TableColumn<Compared>[] {
  const figure = (id: 'first' | 'last'): TableColumn<Compared> => ({
    id,
    header: t(`compare.${id}`),
    align: 'right',
    cell: (row) => <ReadingCell reading={row[id]} period={id === 'last' ? days : undefined} />,
    value: (row) => row[id]?.value ?? null,
    extras: [{ header: t('extras.day'), value: (row) => dayCell(row[id]?.day) }],
    sortBy: (row) => row[id]?.value ?? null,
  });
  const change: TableColumn<Compared> = {
    id: 'change',
    header: t('compare.change'),
    align: 'right',
    cell: (row) => <LevelChangeCell change={row.change} comparedWith="" />,
    value: (row) => row.change?.value ?? null,
    extras: [
      {
        header: t('extras.precision'),
        value: (row) => row.change && t(`precisions.${row.change.precision}`),
      },
      { header: t('extras.said'), value: (row) => (row.change && inDays(row.change)) ?? null },
    ],
    sortBy: (row) => row.change?.value ?? null,
  };
  const rate: TableColumn<Compared> = {
    id: 'rate',
    header: t('compare.rate'),
    align: 'right',
    cell: (row) => {
      const value = shareOf(row);
      if (value === null) return <Absent />;
      return `${precisionMark(row.change?.precision)}${format.share(value)}`;
    },
    value: (row) => shareCell(shareOf(row)),
    sortBy: shareOf,
  };
  return [figure('first'), figure('last'), change, rate];
}

function sumColumn({ t, inWords }: Context): TableColumn<Compared> {
  return {
    id: 'sum',
    header: t('compare.sum'),
    align: 'right',
    cell: (row) => <PeriodSumCell sum={row.sum} />,
    value: (row) => row.sum?.value ?? null,
    extras: [{ header: t('extras.said'), value: (row) => row.sum && inWords(row.sum) }],
    sortBy: (row) => row.sum?.value ?? null,
  };
}

function useColumns(metric: Metric, days: Days): TableColumn<Compared>[] {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const inDays = useChangeDays();
  const inWords = useSumWords();
  return useMemo(() => {
    const context = { t, format, days, inDays, inWords };
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
      cell: ({ coverage }) =>
        coverage === null || coverage.has === 0 ? (
          <Absent />
        ) : (
          t('compare.daysOf', { has: format.number(coverage.has), of: format.number(coverage.of) })
        ),
      value: (row) => row.coverage?.has ?? null,
      extras: [{ header: t('extras.days'), value: (row) => row.coverage?.of ?? null }],
    };
    return [name, ...(isLevel(metric) ? levelColumns(context) : [sumColumn(context)]), daysRead];
  }, [t, format, days, metric, inDays, inWords]);
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
  const columns = useColumns(metric, days);
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
