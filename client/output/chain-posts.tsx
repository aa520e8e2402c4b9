import { ActionIcon, Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../shared/calendar/day.ts';
import type { Chain, ChainPost } from '../../shared/output/chain.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../format/use-format.ts';
import { showFailure } from '../ui/undo-toast.tsx';

/** Posts are looked for from so many days before an item to so many after it. */
const daysBefore = 30;
const daysAfter = 120;
const shownLetters = 90;

const brief = (text: string, none: string) => text.slice(0, shownLetters) || none;

function PostLine({ post, mayWrite }: { post: ChainPost; mayWrite: boolean }) {
  const { t } = useTranslation('chain');
  const format = useFormat();
  const unlink = useMutation(api.output.unlinkPost.mutationOptions());
  const { itemId, pageId, externalId } = post;
  const words = brief(post.text, t('noText'));
  return (
    <Group gap={4} wrap="nowrap" align="flex-start">
      <Text size="sm">
        {post.permalink ? (
          <Anchor href={post.permalink} target="_blank" rel="noreferrer" size="sm">
            {words}
          </Anchor>
        ) : (
          words
        )}
        {` · ${post.pageTitle} · ${format.day(post.publishedAt.slice(0, 10))}`}
      </Text>
      {mayWrite && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('unlink', { title: words })}
          onClick={() => unlink.mutateAsync({ itemId, pageId, externalId }).catch(showFailure)}
        >
          <IconLinkOff size={14} stroke={1.6} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** Finds a post of about those days by its words and says that it tells of the item that is open. */
function JoinPost({ itemId, chain, day }: { itemId: string; chain: Chain; day: string }) {
  const { t } = useTranslation('chain');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 250);
  const link = useMutation(api.output.linkPost.mutationOptions());
  const { data } = useQuery(
    api.social.listPosts.queryOptions(
      {
        search,
        from: addDays(day, -daysBefore),
        to: addDays(day, daysAfter),
        pageSize: 20,
      },
      { enabled: search.length > 1 },
    ),
  );
  const keyOf = (post: { pageId: string; externalId: string }) =>
    `${post.pageId} ${post.externalId}`;
  const joined = new Set(chain.posts.filter((post) => post.itemId === itemId).map(keyOf));
  const found = (data?.rows ?? []).filter((post) => !joined.has(keyOf(post)));
  return (
    <Select
      label={t('joinPost')}
      placeholder={t('joinPostHelp')}
      size="sm"
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={null}
      nothingFoundMessage={search.length > 1 ? t('nothing') : undefined}
      filter={({ options }) => options}
      data={found.map((post) => ({
        value: keyOf(post),
        label: `${brief(post.text, t('noText'))} · ${post.pageTitle} · ${format.day(post.day)}`,
      }))}
      onChange={(key) => {
        const post = found.find((one) => keyOf(one) === key);
        if (post) {
          const { pageId, externalId } = post;
          link.mutateAsync({ itemId, pageId, externalId }).catch(showFailure);
        }
        setTyped('');
      }}
    />
  );
}

interface ChainPostsProps {
  itemId: string;
  chain: Chain;
  mayWrite: boolean;
}

/** The posts that tell of a chain, and the way to join one to the item that is open. */
export function ChainPosts({ itemId, chain, mayWrite }: ChainPostsProps) {
  const { t } = useTranslation('chain');
  const own = chain.items.find(({ id }) => id === itemId);
  return (
    <>
      {chain.posts.length > 0 && (
        <Stack
          gap={2}
          component="ul"
          aria-label={t('posts')}
          m={0}
          p={0}
          style={{ listStyle: 'none' }}
        >
          {chain.posts.map((post) => (
            <li key={`${post.itemId} ${post.pageId} ${post.externalId}`}>
              <PostLine post={post} mayWrite={mayWrite} />
            </li>
          ))}
        </Stack>
      )}
      {mayWrite && own && <JoinPost itemId={itemId} chain={chain} day={own.day} />}
    </>
  );
}
