import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { renamedTo } from '../../shared/social/page-address.ts';
import type { PageRow } from '../../shared/social/rows.ts';

/** What the network says of an account that goes by another name now, or has moved; nothing without news. */
export function PageNews({
  page,
}: {
  page: Pick<PageRow, 'network' | 'handle' | 'seenHandle' | 'movedTo'>;
}) {
  const { t } = useTranslation('social');
  const handle = renamedTo(page);
  const { movedTo: address } = page;
  const news = [
    ...(handle === null ? [] : [t('page.renamed', { handle })]),
    ...(address === null ? [] : [t('page.moved', { address })]),
  ];
  return news.map((sentence) => (
    <Text key={sentence} size="xs" c="var(--mantine-color-error)">
      {sentence}
    </Text>
  ));
}
