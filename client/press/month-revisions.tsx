import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pesosCell } from '../../shared/files/file-cell.ts';
import type { ReviewSum } from '../../shared/press/review-rows.ts';
import { type Answers, api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { RevisionPair } from './revision-pair.tsx';

type Row = Answers['press']['listMonthRevisions'][number];

function useColumns(month: string): TableColumn<Row>[] {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo(() => {
    const money = (sum: ReviewSum | undefined) =>
      sum === undefined || sum.valueCop === null ? '' : format.money(sum.valueCop);
    return [
      {
        id: 'revision',
        header: t('revisions.revision'),
        cell: (row) => format.number(row.revision),
        value: (row) => row.revision,
      },
      {
        id: 'action',
        header: t('revisions.action'),
        wrap: true,
        value: (row) => t(`revisions.${row.action}`),
        extras: [{ header: t('revisions.reason'), value: (row) => row.reason }],
        cell: (row) => (
          <>
            {t(`revisions.${row.action}`)}
            {row.reason && (
              <Text size="xs" c="dimmed">
                {row.reason}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'at',
        header: t('revisions.at'),
        cell: (row) => format.instant(row.at, timeZone),
        value: (row) => ({ at: format.localTime(row.at, timeZone) }),
      },
      {
        id: 'by',
        header: t('revisions.by'),
        cell: (row) => row.by,
        value: (row) => row.by,
        extras: (['xlsx', 'csv'] as const).map((file) => ({
          header: t('revisions.hash', { file: file.toUpperCase() }),
          value: (row: Row) => row.files.find(({ format: of }) => of === file)?.sha256 ?? null,
        })),
      },
      {
        id: 'headline',
        header: t('revisions.headline'),
        align: 'right',
        cell: (row) => money(row.totals?.headline),
        value: (row) => pesosCell(row.totals?.headline.valueCop),
      },
      {
        id: 'all',
        header: t('revisions.all'),
        align: 'right',
        cell: (row) => money(row.totals?.allTones),
        value: (row) => pesosCell(row.totals?.allTones.valueCop),
      },
      {
        id: 'files',
        header: t('revisions.files'),
        isControl: true,
        wrap: true,
        cell: (row) =>
          row.action === 'close' && (
            <>
              <Group gap="xs" wrap="nowrap">
                {(['xlsx', 'csv'] as const).map((file) => (
                  <Anchor
                    key={file}
                    size="sm"
                    href={`/export/closed-months/${month}/${row.revision}.${file}`}
                    aria-label={`${t(`files.${file}`)}, ${t('revisions.revision')} ${row.revision}`}
                    download
                  >
                    {file.toUpperCase()}
                  </Anchor>
                ))}
              </Group>
              {row.files.map(({ format: file, sha256 }) => (
                <Text key={file} size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {t('revisions.hash', { file: file.toUpperCase() })}: {sha256}
                </Text>
              ))}
            </>
          ),
      },
    ];
  }, [t, format, timeZone, month]);
}

/** Every closing and reopening of a month with its files; any two closings can be compared. */
export function MonthRevisions({ month }: { month: string }) {
  const { t } = useTranslation('review');
  const query = useQuery(api.press.listMonthRevisions.queryOptions({ month }));
  const columns = useColumns(month);
  const closings = (query.data ?? []).filter(({ action }) => action === 'close');
  if (query.data?.length === 0) return null;
  return (
    <Panel
      title={t('revisions.title')}
      actions={closings.length > 1 && <RevisionPair month={month} closings={closings} />}
    >
      <DataTable
        label={t('revisions.title')}
        columns={columns}
        query={query}
        rows={query.data}
        rowId={(row) => String(row.revision)}
        empty={{ text: t('revisions.empty') }}
        skeletonRows={2}
      />
    </Panel>
  );
}
