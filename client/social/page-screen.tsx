import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageFigures } from '../../shared/social/figure-rows.ts';
import { api } from '../app/api.ts';
import { Show } from '../ui/states.tsx';
import { AudiencePanel } from './audience-panel.tsx';
import { MetricField } from './compare-view.tsx';
import { GrowthChart } from './growth-chart.tsx';
import { NetworkMark } from './network-mark.tsx';
import { PageFacts } from './page-facts.tsx';
import { PageNews } from './page-news.tsx';
import { PostHours } from './post-hours.tsx';
import { PostMonths } from './post-months.tsx';
import { RankedPosts } from './ranked-posts.tsx';
import { RequestPullButton } from './request-pull.tsx';
import { useDays, useWholeDays } from './use-days.ts';
import { useSocialSearch } from './use-social-search.ts';

function BackLink() {
  const { t } = useTranslation('pages');
  const [, change] = useSocialSearch();
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      w="fit-content"
      className="no-print"
      onClick={() => change({ of: undefined, kind: undefined, topic: undefined, rank: undefined })}
    >
      <Group gap={4} wrap="nowrap">
        <IconArrowLeft size={16} aria-hidden />
        {t('page.back')}
      </Group>
    </Anchor>
  );
}

function Heading({ page }: { page: PageFigures }) {
  const { t } = useTranslation('pages');
  return (
    <Stack gap={4}>
      <Title order={2} fz="1.25rem">
        {page.title}
      </Title>
      <Group gap="sm">
        <NetworkMark network={page.network} />
        <Text size="sm">@{page.handle}</Text>
        {page.department && <Text size="sm">{page.department}</Text>}
        {page.isMain && (
          <Badge variant="default" size="sm" tt="none">
            {t('page.main')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {t(page.isPulled ? 'page.pulled' : 'page.byHand')}
        </Text>
      </Group>
      <PageNews page={page} />
    </Stack>
  );
}

function Figures({ page }: { page: PageFigures }) {
  const { t } = useTranslation(['pages', 'social']);
  const [{ metric = 'followers' }] = useSocialSearch();
  const days = useDays();
  const { id, network, handle, title } = page;
  const named = useMemo(() => ({ id, network, handle, title }), [id, network, handle, title]);
  const pages = useMemo(() => [named], [named]);
  const offered = page.metrics.includes(metric) ? page.metrics : [...page.metrics, metric];
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Heading page={page} />
        {page.isPulled && <RequestPullButton pageId={id} />}
      </Group>
      <PageFacts page={page} />
      <GrowthChart
        title={`${t('page.growth')}: ${t(`social:metrics.${metric}`)}`}
        pages={pages}
        metric={metric}
        days={days}
        actions={<MetricField offered={offered} />}
      />
      <PostMonths page={named} />
      <RankedPosts pageId={id} />
      <PostHours pageId={id} />
      <AudiencePanel pageId={id} days={days} />
    </Stack>
  );
}

/** A page's own screen: its figures over the period, its growth, its posts and who follows it. */
export default function PageScreen({ pageId }: { pageId: string }) {
  const days = useWholeDays();
  const [{ against = 'previous_period' }] = useSocialSearch();
  const query = useQuery(
    api.social.readPage.queryOptions(
      { ...days, pageId, compareWith: against },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <Stack gap="md">
      <BackLink />
      <Show query={query} height={600}>
        {(page) => <Figures page={page} />}
      </Show>
    </Stack>
  );
}
