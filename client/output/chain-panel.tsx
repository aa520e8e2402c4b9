import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chain, ChainItem } from '../../shared/output/chain.ts';
import { AnchorLink } from '../app/anchor-link.tsx';
import { api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { showFailure } from '../ui/undo-toast.tsx';
import { ChainPosts } from './chain-posts.tsx';
import { useKindWords } from './use-kind-words.ts';
import '../words/add-chain-words.ts';

interface LineProps {
  item: ChainItem;
  itemId: string;
  mayWrite: boolean;
}

/** One item of the chain; a neighbour of the one that is open can be taken off. */
function ChainLine({ item, itemId, mayWrite }: LineProps) {
  const { t } = useTranslation('chain');
  const format = useFormat();
  const kinds = useKindWords();
  const unlink = useMutation(api.output.unlinkItems.mutationOptions());
  const words = `${kinds.one(item.kind)}: ${item.title} · ${format.day(item.day)}`;
  const link =
    item.step === 1
      ? { fromId: itemId, toId: item.id }
      : item.step === -1
        ? { fromId: item.id, toId: itemId }
        : undefined;
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      {item.step === 0 ? (
        <Text size="sm" fw={600}>
          {words}
        </Text>
      ) : (
        <AnchorLink to="/produccion" search={{ view: 'items', open: item.id }} size="sm">
          {words}
        </AnchorLink>
      )}
      {link && mayWrite && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('unlink', { title: item.title })}
          onClick={() => unlink.mutateAsync(link).catch(showFailure)}
        >
          <IconLinkOff size={14} stroke={1.6} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** Finds an item by its words and joins it after the one that is open. */
function JoinItem({ itemId, chain }: { itemId: string; chain: Chain }) {
  const { t } = useTranslation('chain');
  const format = useFormat();
  const kinds = useKindWords();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const link = useMutation(api.output.linkItems.mutationOptions());
  const { data } = useQuery(
    api.output.listItems.queryOptions({ search, pageSize: 20 }, { enabled: search.length > 1 }),
  );
  const joined = new Set(chain.items.map(({ id }) => id));
  const found = (data?.rows ?? []).filter(({ id }) => !joined.has(id));
  return (
    <Select
      label={t('join')}
      placeholder={t('joinHelp')}
      size="sm"
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={null}
      nothingFoundMessage={search.length > 1 ? t('nothing') : undefined}
      filter={({ options }) => options}
      data={found.map((row) => ({
        value: row.id,
        label: `${kinds.one(row.kind)}: ${row.title} · ${format.day(row.day)}`,
      }))}
      onChange={(toId) => {
        if (toId) link.mutateAsync({ fromId: itemId, toId }).catch(showFailure);
        setTyped('');
      }}
    />
  );
}

/** What an item came from, what came of it, and the posts that tell of them, as one chain. */
export function ChainPanel({ itemId }: { itemId: string }) {
  const { t } = useTranslation('chain');
  const mayWrite = useMayDo('admin', 'coordinator');
  const { data } = useQuery(api.output.readChain.queryOptions({ id: itemId }));
  if (!data || (!mayWrite && data.items.length < 2 && data.posts.length === 0)) return null;
  return (
    <Stack gap={6} component="section" aria-label={t('title')}>
      <Text fw={500} size="sm">
        {t('title')}
      </Text>
      {data.items.length > 1 ? (
        <Stack gap={2} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
          {data.items.map((item) => (
            <li
              key={item.id}
              style={{
                paddingInlineStart: 12 * Math.max(0, item.step - (data.items[0]?.step ?? 0)),
              }}
            >
              <ChainLine item={item} itemId={itemId} mayWrite={mayWrite} />
            </li>
          ))}
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {t('alone')}
        </Text>
      )}
      {mayWrite && <JoinItem itemId={itemId} chain={data} />}
      <ChainPosts itemId={itemId} chain={data} mayWrite={mayWrite} />
    </Stack>
  );
}
