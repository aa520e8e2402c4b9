import { Box, Group, Stack, Switch, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import type { PullRow, PullStepRow } from '../../shared/social/pull-rows.ts';
import { api, queryClient } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { NetworkMark } from './network-mark.tsx';
import { useFailureWords } from './use-failure-words.ts';
import { useSocialSearch } from './use-social-search.ts';

const pageSize = 50;
const lookAgainMs = 3_000;

/** What failed of a step, each sentence once. */
function useStepWords(): (step: PullStepRow) => string[] {
  const inWords = useFailureWords();
  return useMemo(
    () =>
      ({ failures }) => [...new Set(failures.map(inWords))],
    [inWords],
  );
}

function StepFailures({ sentences }: { sentences: string[] }) {
  return (
    <Stack gap={2} miw={260}>
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </Stack>
  );
}

function useColumns(): TableColumn<PullStepRow>[] {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const { timeZone } = useToday();
  const inWords = useStepWords();
  return useMemo(
    () => [
      {
        id: 'page',
        header: t('steps.page'),
        wrap: true,
        value: (step) => `${step.pageTitle} (@${step.handle}, ${networkNames[step.network]})`,
        cell: (step) => (
          <Box>
            {step.pageTitle}
            <NetworkMark network={step.network} />
          </Box>
        ),
      },
      { id: 'part', header: t('steps.part'), cell: (step) => t(`steps.parts.${step.part}`) },
      {
        id: 'outcome',
        header: t('steps.outcome'),
        cell: (step) => t(`outcomes.${step.outcome}`),
        extras: [
          { header: t('steps.at'), value: (step) => ({ at: format.localTime(step.at, timeZone) }) },
        ],
      },
      {
        id: 'what',
        header: t('steps.what'),
        wrap: true,
        value: (step) => inWords(step).join(' '),
        cell: (step) => <StepFailures sentences={inWords(step)} />,
      },
      ...(['readings', 'postsRead', 'calls'] as const).map((id) => ({
        id,
        header: t(`columns.${id === 'postsRead' ? 'posts' : id}`),
        align: 'right' as const,
        value: (step: PullStepRow) => step[id],
        cell: (step: PullStepRow) => format.number(step[id]),
      })),
    ],
    [t, format, timeZone, inWords],
  );
}

function StepFilters() {
  const { t } = useTranslation('social');
  const { t: words } = useTranslation('pulls');
  const [{ search = '', failed = false }, change] = useSocialSearch();
  return (
    <Group gap="md" className="no-print">
      <SearchField
        value={search}
        label={t('page.search')}
        placeholder={t('page.search')}
        onChange={(text) => change({ search: text || undefined }, { replace: true })}
      />
      <Switch
        label={words('steps.failedOnly')}
        checked={failed}
        onChange={(event) => change({ failed: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}

/** What a pull made of each part of each page, with what to do about what failed. */
export function PullSteps({ pull }: { pull: PullRow }) {
  const { t } = useTranslation(['pulls', 'ui']);
  const [{ search = '', failed: failedOnly = false, page = 1 }, change] = useSocialSearch();
  const asking = { pullId: pull.id, search, failedOnly };
  const query = useQuery(
    api.social.searchPullSteps.queryOptions(
      { ...asking, page, pageSize },
      {
        placeholderData: keepPreviousData,
        staleTime: 0,
        refetchInterval: pull.ended === null && lookAgainMs,
      },
    ),
  );
  const columns = useColumns();
  const nothing = failedOnly ? t('steps.noneFailed') : t('steps.empty');
  return (
    <Panel title={t('steps.title')}>
      <Stack gap="sm">
        <StepFilters />
        <DataTable
          label={t('steps.title')}
          columns={columns}
          query={query}
          rows={query.data?.rows}
          rowId={(step) => `${step.pageId} ${step.part}`}
          empty={{ title: nothing }}
          isNarrowed={search !== ''}
          readPart={(part, size) =>
            queryClient.fetchQuery(
              api.social.searchPullSteps.queryOptions({ ...asking, page: part, pageSize: size }),
            )
          }
          paging={{
            page,
            pageSize,
            total: query.data?.total ?? 0,
            onPage: (next) => change({ page: next }),
          }}
        />
      </Stack>
    </Panel>
  );
}
