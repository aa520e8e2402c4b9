import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { renamedTo } from '../../shared/social/page-address.ts';
import type { PageRow } from '../../shared/social/rows.ts';

interface PageNewsProps {
  page: Pick<PageRow, 'network' | 'handle' | 'seenHandle' | 'movedTo'>;
  /** Without what to do about it, and no wider than a column of a list. */
  isBrief?: boolean;
}

/** What the network says of an account that goes by another name now, or has moved; nothing without news. */
export function PageNews({ page, isBrief = false }: PageNewsProps) {
  const { t } = useTranslation('social');
  const handle = renamedTo(page);
  const { movedTo: address } = page;
  const news = [
    ...(handle === null ? [] : [[t('page.renamed', { handle }), t('page.renamedHelp')]]),
    ...(address === null ? [] : [[t('page.moved', { address }), t('page.movedHelp')]]),
  ].map(([told = '', help]) => (isBrief ? told : `${told} ${help}`));
  return news.map((sentence) => (
    <Text
      key={sentence}
      size="xs"
      c="var(--mantine-color-error)"
      style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}
      {...(isBrief ? { maw: 200 } : {})}
    >
      {sentence}
    </Text>
  ));
}
