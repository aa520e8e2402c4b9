import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { PullState, usePullStateWords } from './pull-state.tsx';
import { usePullWords } from './use-pull-words.ts';

const counted = {
  failed: 'pagesFailed',
  readings: 'readings',
  posts: 'postsRead',
  calls: 'calls',
} as const;

/** The columns of the list of pulls. */
export function usePullColumns(): TableColumn<PullRow>[] {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const { timeZone } = useToday();
  const words = usePullWords();
  const stateWords = usePullStateWords();
  return useMemo(() => {
    const counts = (Object.keys(counted) as (keyof typeof counted)[]).map((id) => ({
      id,
      header: t(`columns.${id}`),
      align: 'right' as const,
      wrapHeader: true,
      cell: (pull: PullRow) => format.number(pull[counted[id]]),
      value: (pull: PullRow) => pull[counted[id]],
    }));
    return [
      {
        id: 'startedAt',
        header: t('columns.startedAt'),
        cell: (pull) => format.instant(pull.startedAt, timeZone),
        value: (pull) => ({ at: format.localTime(pull.startedAt, timeZone) }),
      },
      {
        id: 'state',
        header: t('columns.state'),
        cell: (pull) => <PullState pull={pull} />,
        value: stateWords,
      },
      {
        id: 'kind',
        header: t('columns.kind'),
        wrap: true,
        cell: (pull) => (
          <>
            {words.kind(pull)}
            <Text size="xs" c="dimmed">
              {words.reason(pull)}
            </Text>
          </>
        ),
        value: words.kind,
        extras: [{ header: t('columns.reason'), value: words.reason }],
      },
      {
        id: 'duration',
        header: t('columns.duration'),
        align: 'right',
        cell: (pull) => words.duration(pull) ?? t('states.running'),
        value: words.duration,
      },
      {
        id: 'pages',
        header: t('columns.pages'),
        align: 'right',
        cell: (pull) => format.number(pull.pages),
        value: (pull) => pull.pages,
      },
      ...counts,
    ];
  }, [t, format, timeZone, words, stateWords]);
}
