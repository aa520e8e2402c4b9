import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type PostRanking, postRankings } from '../../shared/social/figure-rows.ts';
import { type PostKind, postKinds } from '../../shared/social/post-metrics.ts';
import { api } from '../app/api.ts';
import { SearchField } from '../ui/search-field.tsx';
import { useSocialSearch } from './use-social-search.ts';

function TopicField() {
  const { t } = useTranslation('pages');
  const [{ topic = '' }, change] = useSocialSearch();
  const { data: topics = [] } = useQuery(api.social.listTopics.queryOptions());
  if (topics.length === 0) return null;
  return (
    <NativeSelect
      label={t('posts.topic')}
      value={topic}
      data={[
        { value: '', label: t('posts.allTopics') },
        ...topics.map((row) => ({
          value: row.topic,
          label: t('posts.topicOf', { topic: row.topic, count: row.posts }),
        })),
      ]}
      onChange={(event) => change({ topic: event.currentTarget.value || undefined })}
    />
  );
}

/** In what order posts are shown, and which of them. */
export function PostFilters() {
  const { t } = useTranslation('pages');
  const [{ rank = 'engagements', kind = '', search = '' }, change] = useSocialSearch();
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <NativeSelect
        label={t('posts.rankBy')}
        value={rank}
        data={postRankings.map((value) => ({ value, label: t(`posts.rankings.${value}`) }))}
        onChange={(event) => change({ rank: event.currentTarget.value as PostRanking })}
      />
      <NativeSelect
        label={t('posts.kind')}
        value={kind}
        data={[
          { value: '', label: t('posts.allKinds') },
          ...postKinds.map((value) => ({ value, label: t(`posts.kinds.${value}`) })),
        ]}
        onChange={(event) => change({ kind: (event.currentTarget.value as PostKind) || undefined })}
      />
      <TopicField />
      <SearchField
        value={search}
        label={t('posts.search')}
        placeholder={t('posts.search')}
        onChange={(text) => change({ search: text || undefined }, { replace: true })}
      />
    </Group>
  );
}
