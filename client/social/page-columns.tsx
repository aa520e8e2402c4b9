import { ActionIcon, Box, Text, Tooltip } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { networkNames } from '../../shared/social/networks.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { ChangeWords } from './change-words.tsx';
import { NetworkMark } from './network-mark.tsx';
import { PageNews } from './page-news.tsx';
import { healthOf, PullHealth } from './pull-health.tsx';
import { NowWords, ReadingCell } from './reading-cell.tsx';
import { useReadingExtras } from './use-reading-extras.ts';

function TypeFigureButton({ page, onPress }: { page: PageRow; onPress(page: PageRow): void }) {
  const { t } = useTranslation('social');
  const label = t('figure.add', { title: page.title });
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => onPress(page)}>
        <IconPencilPlus size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** The columns of the pages; the last one only for whoever may type figures. */
export function usePageColumns(onType: ((page: PageRow) => void) | undefined) {
  const { t } = useTranslation('social');
  const followersExtras = useReadingExtras((page: PageRow) => page.followers);
  const postsExtras = useReadingExtras((page: PageRow) => page.posts);
  return useMemo<TableColumn<PageRow>[]>(() => {
    const columns: TableColumn<PageRow>[] = [
      { id: 'title', header: t('page.title'), wrap: true, cell: (page) => page.title },
      {
        id: 'network',
        header: t('page.network'),
        value: (page) => networkNames[page.network],
        extras: [{ header: t('page.handle'), value: (page) => page.handle }],
        cell: (page) => (
          <Box>
            <NetworkMark network={page.network} />
            <Text size="xs" c="dimmed">
              @{page.handle}
            </Text>
            <PageNews page={page} isBrief />
          </Box>
        ),
      },
      {
        id: 'department',
        header: t('page.department'),
        wrap: true,
        cell: (page) => page.department ?? (page.isMain ? t('page.main') : t('page.noDepartment')),
      },
      {
        id: 'followers',
        header: t('page.followers'),
        align: 'right',
        value: (page) => page.followers?.value ?? null,
        extras: followersExtras,
        cell: (page) => (
          <>
            <ReadingCell reading={page.followers} />
            <NowWords reading={page.followersNow} />
            <ChangeWords page={page} />
          </>
        ),
      },
      {
        id: 'posts',
        header: t('page.posts'),
        align: 'right',
        cell: (page) => <ReadingCell reading={page.posts} />,
        value: (page) => page.posts?.value ?? null,
        extras: postsExtras,
      },
      {
        id: 'health',
        header: t('page.health'),
        cell: (page) => <PullHealth page={page} />,
        value: (page) => t(`health.${healthOf(page)}`),
      },
    ];
    if (onType) {
      columns.push({
        id: 'byHand',
        isControl: true,
        header: t('page.byHand'),
        wrapHeader: true,
        cell: (page) => <TypeFigureButton page={page} onPress={onType} />,
      });
    }
    return columns;
  }, [t, onType, followersExtras, postsExtras]);
}
