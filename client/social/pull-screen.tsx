import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';
import { CancelPull } from './cancel-pull.tsx';
import { PullProgress } from './pull-progress.tsx';
import { PullState, usePullStateHelp } from './pull-state.tsx';
import { PullSteps } from './pull-steps.tsx';
import { usePullWords } from './use-pull-words.ts';
import { useSocialSearch } from './use-social-search.ts';

const lookAgainMs = 1_500;

function BackLink() {
  const { t } = useTranslation('pulls');
  const [, change] = useSocialSearch();
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      w="fit-content"
      className="no-print"
      onClick={() => change({ pull: undefined, failed: undefined, search: undefined })}
    >
      <Group gap={4} wrap="nowrap">
        <IconArrowLeft size={16} aria-hidden />
        {t('one.back')}
      </Group>
    </Anchor>
  );
}

function useFacts(pull: PullRow): [name: string, fact: string | null][] {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const { timeZone } = useToday();
  const words = usePullWords();
  const { finishedAt } = pull;
  const partsOf = (done: number, total: number) =>
    t('one.partsOf', { done: format.number(done), total: format.number(total) });
  return [
    [t('columns.kind'), words.kind(pull)],
    [t('columns.reason'), words.reason(pull)],
    [t('one.finishedAt'), finishedAt === null ? null : format.instant(finishedAt, timeZone)],
    [t('columns.duration'), words.duration(pull)],
    [t('columns.pages'), partsOf(pull.pagesDone, pull.pages)],
    [t('columns.failed'), format.number(pull.pagesFailed)],
    [t('one.parts'), partsOf(pull.stepsDone, pull.steps)],
    [t('columns.readings'), format.number(pull.readings)],
    [t('columns.posts'), format.number(pull.postsRead)],
    [t('columns.calls'), format.number(pull.calls)],
  ];
}

function Facts({ pull }: { pull: PullRow }) {
  const { t } = useTranslation('pulls');
  const facts = useFacts(pull).filter(([, fact]) => fact !== null);
  return (
    <SimpleGrid
      component="dl"
      cols={{ base: 2, sm: 3, lg: 5 }}
      spacing="md"
      m={0}
      aria-label={t('one.facts')}
    >
      {facts.map(([name, fact]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} fw={600}>
            {fact}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

function Record({ pull }: { pull: PullRow }) {
  const { t } = useTranslation('pulls');
  const format = useFormat();
  const { timeZone } = useToday();
  const help = usePullStateHelp()(pull);
  return (
    <Stack gap="lg">
      <Paper withBorder radius="md" p="md" bg="var(--altavoz-panel)">
        <Stack gap="md">
          <Group justify="space-between" align="flex-start" gap="sm">
            <Stack gap={4}>
              <Title order={2} fz="1.25rem">
                {t('one.title', { at: format.instant(pull.startedAt, timeZone) })}
              </Title>
              <PullState pull={pull} />
              {help && <Text size="sm">{help}</Text>}
            </Stack>
            <CancelPull pull={pull} />
          </Group>
          {pull.ended === null && <PullProgress pull={pull} />}
          <Facts pull={pull} />
        </Stack>
      </Paper>
      <PullSteps pull={pull} />
    </Stack>
  );
}

/** The record of one pull: what it asked, what it got, how long it took, and what failed and why. */
export function PullScreen({ pullId }: { pullId: string }) {
  const query = useQuery(
    api.social.readPull.queryOptions(
      { pullId },
      {
        staleTime: 0,
        refetchInterval: ({ state }) => state.data?.ended === null && lookAgainMs,
      },
    ),
  );
  return (
    <Stack gap="md">
      <BackLink />
      <Show query={query} height={600}>
        {(pull) => <Record pull={pull} />}
      </Show>
    </Stack>
  );
}
