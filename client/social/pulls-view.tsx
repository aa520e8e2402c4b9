import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { useSocialSearch } from './use-social-search.ts';

const pageSize = 50;

function usePullColumns() {
  const { t } = useTranslation('social');
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo<TableColumn<PullRow>[]>(
    () => [
      {
        id: 'startedAt',
        header: t('pull.startedAt'),
        cell: (pull) => format.instant(pull.startedAt, timeZone),
      },
      {
        id: 'finishedAt',
        header: t('pull.finishedAt'),
        cell: (pull) =>
          pull.finishedAt ? format.instant(pull.finishedAt, timeZone) : t('pull.unfinished'),
      },
      { id: 'reason', header: t('pull.reason'), cell: (pull) => t(`pull.reasons.${pull.reason}`) },
      {
        id: 'pages',
        header: t('pull.pages'),
        align: 'right',
        cell: (pull) => format.number(pull.pages),
      },
      {
        id: 'read',
        header: t('pull.read'),
        align: 'right',
        cell: (pull) => format.number(pull.pagesDone - pull.pagesFailed),
      },
      {
        id: 'failed',
        header: t('pull.failed'),
        align: 'right',
        cell: (pull) => format.number(pull.pagesFailed),
      },
      {
        id: 'calls',
        header: t('pull.calls'),
        align: 'right',
        cell: (pull) => format.number(pull.calls),
      },
    ],
    [t, format, timeZone],
  );
}

/** Every pull, newest first: when, why, and how much of it was read. */
export default function PullsView() {
  const { t } = useTranslation('social');
  const [{ page = 1 }, change] = useSocialSearch();
  const query = useQuery(
    api.social.listPulls.queryOptions({ page, pageSize }, { placeholderData: keepPreviousData }),
  );
  const columns = usePullColumns();
  return (
    <Panel title={t('pull.title')}>
      <DataTable
        label={t('pull.title')}
        columns={columns}
        query={query}
        rows={query.data?.rows}
        rowId={(pull) => pull.id}
        empty={{ text: t('pull.empty') }}
        paging={{
          page,
          pageSize,
          total: query.data?.total ?? 0,
          onPage: (next) => change({ page: next }),
        }}
      />
    </Panel>
  );
}
