import { Box, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell } from '../../shared/files/file-cell.ts';
import type { Overview, OverviewRow, OverviewTotal } from '../../shared/social/figure-rows.ts';
import { networkNames } from '../../shared/social/networks.ts';
import type { EngagementFigure, PeriodSum } from '../../shared/social/period-figures.ts';
import { type Format, useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { Hint } from '../ui/hint.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { LevelChangeCell, useChangeDays } from './level-change.tsx';
import { networkColors } from './network-colors.ts';
import { NetworkMark } from './network-mark.tsx';
import { PeriodSumCell, useSumWords } from './period-sum.tsx';
import { ReadingCell } from './reading-cell.tsx';
import { useDayRange } from './use-days.ts';
import { useReadingExtras } from './use-reading-extras.ts';

type Columns = TableColumn<OverviewRow>[];
type Words = TFunction<'pages'>;

interface Context {
  t: Words;
  format: Format;
  data: Overview | undefined;
  comparedWith: string;
  inWords: ReturnType<typeof useSumWords>;
  inDays: ReturnType<typeof useChangeDays>;
}

function Trend({ row, t, format }: { row: OverviewRow; t: Words; format: Format }) {
  const [first] = row.sparkline;
  const last = row.sparkline.at(-1);
  if (!first || !last) return <Absent />;
  const label = t('overview.trendLabel', {
    first: format.number(first.value),
    last: format.number(last.value),
  });
  return <Sparkline points={row.sparkline} color={networkColors[row.network]} label={label} />;
}

function nameColumns({ t, data }: Context): Columns {
  const count = data?.total ?? 0;
  return [
    {
      id: 'title',
      header: t('overview.page'),
      wrap: true,
      cell: (row) => row.title,
      sortBy: (row) => row.title,
      footer: data && { words: t('overview.totalOf', { count }) },
    },
    {
      id: 'network',
      header: t('overview.network'),
      cell: (row) => (
        <Box>
          <NetworkMark network={row.network} />
          <Text size="xs" c="dimmed">
            @{row.handle}
          </Text>
        </Box>
      ),
      value: (row) => networkNames[row.network],
      extras: [
        { header: '@', value: (row) => row.handle },
        { header: t('share.department'), value: (row) => row.department },
      ],
      sortBy: (row) => row.network,
    },
  ];
}

/** What all the pages come to, marked where some are not in it. */
function footOf(
  { data }: Context,
  of: OverviewTotal,
  write?: (value: number) => string,
): Columns[number]['footer'] {
  const total = data?.totals[of];
  return total && { value: total.value, shown: <PeriodSumCell sum={total} write={write} /> };
}

/** In a file, what a figure tells of stands beside it. */
function saidOf(
  { t, data, inWords }: Context,
  of: OverviewTotal,
  value: (row: OverviewRow) => string | null,
): NonNullable<Columns[number]['extras']>[number] {
  const total = data?.totals[of];
  return { header: t('extras.said'), value, total: total ? inWords(total) : null };
}

function followerColumns(context: Context, extras: Columns[number]['extras']): Columns {
  const { t, format, data, comparedWith, inDays } = context;
  return [
    {
      id: 'followers',
      header: t('overview.followers'),
      align: 'right',
      cell: (row) => <ReadingCell reading={row.followers} period={data?.period} />,
      value: (row) => row.followers?.value ?? null,
      extras: [...(extras ?? []), saidOf(context, 'followers', () => null)],
      sortBy: (row) => row.followers?.value ?? null,
      footer: footOf(context, 'followers'),
    },
    {
      id: 'trend',
      header: t('overview.trend'),
      isControl: true,
      cell: (row) => <Trend row={row} t={t} format={format} />,
    },
    {
      id: 'change',
      header: t('overview.change'),
      align: 'right',
      cell: (row) => (
        <LevelChangeCell
          change={row.change}
          before={row.changeBefore}
          comparedWith={comparedWith}
        />
      ),
      value: (row) => row.change?.value ?? null,
      extras: [
        { header: t('extras.before'), value: (row) => row.changeBefore?.value ?? null },
        {
          header: t('overview.changeShare'),
          value: (row) =>
            row.change?.basisPoints == null ? null : { share: row.change.basisPoints / 10_000 },
        },
        { header: t('extras.from'), value: (row) => dayCell(row.change?.from.day) },
        { header: t('extras.to'), value: (row) => dayCell(row.change?.to.day) },
        {
          header: t('extras.precision'),
          value: (row) => row.change && t(`precisions.${row.change.precision}`),
        },
        saidOf(context, 'change', (row) => (row.change && inDays(row.change)) ?? null),
      ],
      sortBy: (row) => row.change?.value ?? null,
      footer: footOf(context, 'change', format.change),
    },
  ];
}

function Posts({ row, context }: { row: OverviewRow; context: Context }) {
  const { t, format, comparedWith } = context;
  if (row.posts === null) return <Absent why={t('overview.postsUnread')} />;
  return (
    <Stack gap={0} align="flex-end">
      {format.number(row.posts)}
      {row.postsBefore !== null && (
        <Hint isDimmed tip={t('overview.beforeWhy', { period: comparedWith })}>
          {t('overview.before', { value: format.number(row.postsBefore) })}
        </Hint>
      )}
    </Stack>
  );
}

const missingDaysOf = (sum: PeriodSum | EngagementFigure | null) =>
  sum && 'missingDays' in sum ? sum.missingDays : null;

function activityColumns(context: Context): Columns {
  const { t, format, comparedWith, inWords } = context;
  const sums = (['reach', 'views', 'engagements'] as const).map<Columns[number]>((id) => ({
    id,
    header: t(`overview.${id}`),
    align: 'right',
    cell: (row) => (
      <PeriodSumCell
        sum={row[id]}
        before={id === 'engagements' ? row.engagementsBefore : undefined}
        comparedWith={comparedWith}
      />
    ),
    value: (row) => row[id]?.value ?? null,
    extras: [
      { header: t('extras.missingDays'), value: (row) => missingDaysOf(row[id]) },
      saidOf(context, id, (row) => row[id] && inWords(row[id])),
    ],
    sortBy: (row) => row[id]?.value ?? null,
    footer: footOf(context, id),
  }));
  return [
    {
      id: 'posts',
      header: t('overview.posts'),
      align: 'right',
      cell: (row) => <Posts row={row} context={context} />,
      value: (row) => row.posts,
      extras: [
        { header: t('extras.before'), value: (row) => row.postsBefore },
        saidOf(context, 'posts', () => null),
      ],
      sortBy: (row) => row.posts,
      footer: footOf(context, 'posts'),
    },
    ...sums,
    {
      id: 'lastPost',
      header: t('overview.lastPost'),
      cell: (row) =>
        row.lastPostDay === null ? (
          <Absent why={t('overview.postsUnread')} />
        ) : (
          format.day(row.lastPostDay)
        ),
      value: (row) => dayCell(row.lastPostDay),
      sortBy: (row) => row.lastPostDay,
    },
  ];
}

/** The columns of all the pages over a period, with what they come to at the foot. */
export function useOverviewColumns(data: Overview | undefined): Columns {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const inDays = useDayRange();
  const comparedWith = data ? inDays(data.comparedWith) : '';
  const extras = useReadingExtras((row: OverviewRow) => row.followers);
  const inWords = useSumWords();
  const changeDays = useChangeDays();
  return useMemo(() => {
    const context = { t, format, data, comparedWith, inWords, inDays: changeDays };
    return [
      ...nameColumns(context),
      ...followerColumns(context, extras),
      ...activityColumns(context),
    ];
  }, [t, format, data, comparedWith, extras, inWords, changeDays]);
}
