import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostRow } from '../../shared/social/figure-rows.ts';
import { networkNames } from '../../shared/social/networks.ts';
import { postMetrics } from '../../shared/social/post-metrics.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import type { TableColumn } from '../ui/table-column.ts';

/** What a file holds of each post. */
export function usePostColumns(): TableColumn<PostRow>[] {
  const { t } = useTranslation(['pages', 'ui']);
  const format = useFormat();
  const { timeZone } = useToday();
  return useMemo(() => {
    const text = (
      id: string,
      header: string,
      cell: (post: PostRow) => string | null,
    ): TableColumn<PostRow> => ({ id, header, cell, value: cell });
    const moment = (
      id: string,
      header: string,
      instantOf: (post: PostRow) => string | null,
    ): TableColumn<PostRow> => ({
      id,
      header,
      cell: () => null,
      value: (post) => {
        const instant = instantOf(post);
        return instant === null ? null : { at: format.localTime(instant, timeZone) };
      },
    });
    return [
      text('network', t('posts.network'), (post) => networkNames[post.network]),
      text('page', t('posts.page'), (post) => post.pageTitle),
      { id: 'day', header: t('posts.day'), cell: () => null, value: ({ day }) => ({ day }) },
      moment('publishedAt', t('posts.publishedAt'), (post) =>
        post.hasHour ? post.publishedAt : null,
      ),
      text('kind', t('posts.kind'), (post) => t(`posts.kinds.${post.kind}`)),
      text('text', t('posts.text'), (post) => post.text),
      {
        id: 'engagements',
        header: t('posts.engagements'),
        cell: () => null,
        value: (post) => post.engagements,
      },
      ...postMetrics.map<TableColumn<PostRow>>((metric) => ({
        id: metric,
        header: t(`posts.counts.${metric}`),
        cell: () => null,
        value: (post) => post.counts[metric] ?? null,
      })),
      text('topics', t('posts.topics'), (post) => post.topics.join(', ')),
      text('permalink', t('posts.permalink'), (post) => post.permalink),
      text('source', t('extras.source'), (post) => {
        const implied = t('posts.implied', { network: networkNames[post.network] });
        return [t(`ui:sources.${post.source}`), ...(post.isImplied ? [implied] : [])].join('. ');
      }),
      moment('capturedAt', t('extras.capturedAt'), (post) => post.capturedAt),
      moment('goneAt', t('posts.gone'), (post) => post.goneAt),
    ];
  }, [t, format, timeZone]);
}
