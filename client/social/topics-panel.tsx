import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TopicRow } from '../../shared/social/figure-rows.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { useDays } from './use-days.ts';
import { useSocialSearch } from './use-social-search.ts';

/** The topics in use, and what the posts that carry each brought about; one narrows the posts to it. */
export function TopicsPanel() {
  const { t } = useTranslation('pages');
  const format = useFormat();
  const [, change] = useSocialSearch();
  const query = useQuery(api.social.listTopics.queryOptions(useDays()));
  const columns = useMemo<TableColumn<TopicRow>[]>(
    () => [
      {
        id: 'topic',
        header: t('topics.topic'),
        wrap: true,
        cell: (row) => row.topic,
        sortBy: (row) => row.topic,
      },
      {
        id: 'posts',
        header: t('topics.posts'),
        align: 'right',
        cell: (row) => format.number(row.posts),
        value: (row) => row.posts,
        sortBy: (row) => row.posts,
      },
      {
        id: 'engagements',
        header: t('topics.engagements'),
        align: 'right',
        cell: (row) => (row.engagements === null ? <Absent /> : format.number(row.engagements)),
        value: (row) => row.engagements,
        sortBy: (row) => row.engagements,
      },
    ],
    [t, format],
  );
  return (
    <Panel title={t('topics.title')}>
      <DataTable
        label={t('topics.title')}
        columns={columns}
        query={query}
        rows={query.data}
        rowId={(row) => row.topic}
        onOpen={(row) => change({ topic: row.topic })}
        empty={{ text: t('topics.empty') }}
        skeletonRows={3}
        maxHeight={420}
      />
    </Panel>
  );
}
