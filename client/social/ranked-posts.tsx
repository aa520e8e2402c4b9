import { Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostRow } from '../../shared/social/figure-rows.ts';
import { api, queryClient } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { ExportMenu } from '../ui/export-menu.tsx';
import { composeExport } from '../ui/export-table.ts';
import { gatherRows } from '../ui/gather-rows.ts';
import { Panel } from '../ui/panel.tsx';
import { EmptyState, Show } from '../ui/states.tsx';
import { TablePages } from '../ui/table-pages.tsx';
import { PostCard } from './post-card.tsx';
import { usePostColumns } from './post-columns.ts';
import { PostFilters } from './post-filters.tsx';
import { useDays } from './use-days.ts';
import { useSocialSearch } from './use-social-search.ts';

const PostTopicsForm = lazy(() => import('./post-topics-form.tsx'));

const pageSize = 20;

function useAsking(pageId: string | undefined) {
  const days = useDays();
  const [{ search, kind, topic, rank }] = useSocialSearch();
  return {
    ...days,
    pageId,
    search: search ?? '',
    kind,
    topic,
    rankBy: rank ?? 'engagements',
  } as const;
}

function Cards({ posts, first }: { posts: PostRow[]; first: number }) {
  const { t } = useTranslation('pages');
  const mayWrite = useMayDo('admin', 'coordinator');
  const [opened, setOpened] = useState<PostRow>();
  return (
    <>
      <Stack
        component="ol"
        gap="sm"
        m={0}
        p={0}
        style={{ listStyle: 'none' }}
        aria-label={t('posts.list')}
      >
        {posts.map((post, index) => (
          <PostCard
            key={`${post.pageId} ${post.externalId}`}
            post={post}
            rank={first + index}
            onTopics={mayWrite ? setOpened : undefined}
          />
        ))}
      </Stack>
      {opened && (
        <Suspense>
          <PostTopicsForm post={opened} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  );
}

/** Posts of the period as cards, in the order asked for; of one page, or of all. */
export function RankedPosts({ pageId }: { pageId?: string }) {
  const { t } = useTranslation(['pages', 'ui']);
  const [search, change] = useSocialSearch();
  const asking = useAsking(pageId);
  const page = search.page ?? 1;
  const query = useQuery(
    api.social.listPosts.queryOptions(
      { ...asking, page, pageSize },
      { placeholderData: keepPreviousData },
    ),
  );
  const columns = usePostColumns();
  const title = t('posts.ranked');
  const isNarrowed = Boolean(search.search || search.kind || search.topic);
  const table = async () => {
    const rows = await gatherRows((part, size) =>
      queryClient.fetchQuery(
        api.social.listPosts.queryOptions({ ...asking, page: part, pageSize: size }),
      ),
    );
    return composeExport({ title, columns, rows, totalWord: t('ui:total') });
  };
  return (
    <Panel title={title} actions={<ExportMenu title={title} table={table} />}>
      <Stack gap="sm">
        <PostFilters />
        <Show query={query} height={480}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <EmptyState title={isNarrowed ? t('ui:noMatches') : t('posts.empty')} />
            ) : (
              <>
                <Cards posts={rows} first={(page - 1) * pageSize + 1} />
                {total > pageSize && (
                  <TablePages
                    page={page}
                    pageSize={pageSize}
                    total={total}
                    onPage={(next) => change({ page: next })}
                  />
                )}
              </>
            )
          }
        </Show>
      </Stack>
    </Panel>
  );
}
