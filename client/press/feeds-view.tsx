import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { type Feed, FeedForm } from './feed-form.tsx';
import { MentionWords } from './mention-words.tsx';
import { usePressSearch } from './use-press-search.ts';
import '../words/add-feeds-words.ts';

const pageSize = 50;
const askAgainMilliseconds = 3_000;

/** How the last reading of a feed ended, in words. */
function useReadingWords(): (feed: Feed) => string {
  const { t } = useTranslation(['feeds', 'failures']);
  const format = useFormat();
  const { timeZone } = useToday();
  return ({ isRequested, isActive, outcome, attemptedAt, failure }) => {
    if (isRequested) return t('list.reading');
    if (outcome === null || attemptedAt === null) {
      return t(isActive ? 'list.never' : 'list.paused');
    }
    const at = format.instant(attemptedAt, timeZone);
    if (outcome !== 'failed') return t(`list.${outcome}`, { at });
    const reason =
      !failure || failure.reason === 'not_a_feed'
        ? t('list.notAFeed')
        : t(`failures:addresses.${failure.reason}`);
    return t('list.failed', { at, reason });
  };
}

function useColumns(onPending: (feed: Feed) => void): TableColumn<Feed>[] {
  const { t } = useTranslation('feeds');
  const format = useFormat();
  const words = useReadingWords();
  return useMemo(
    () => [
      { id: 'outlet', header: t('list.outlet'), cell: (feed) => feed.outletName },
      {
        id: 'address',
        header: t('list.address'),
        wrap: true,
        value: (feed) => feed.address,
        cell: (feed) => (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {feed.address}
          </Text>
        ),
      },
      {
        id: 'last',
        header: t('list.last'),
        wrap: true,
        value: words,
        cell: (feed) =>
          feed.outcome === 'failed' && !feed.isRequested ? (
            <Text size="sm" c="var(--mantine-color-error)">
              {words(feed)}
            </Text>
          ) : (
            words(feed)
          ),
      },
      {
        id: 'pending',
        header: t('list.pending'),
        align: 'right',
        value: (feed) => feed.pending,
        cell: (feed) =>
          feed.pending === 0 ? (
            format.number(0)
          ) : (
            <Anchor component="button" type="button" size="sm" onClick={() => onPending(feed)}>
              {format.number(feed.pending)}
            </Anchor>
          ),
      },
    ],
    [t, format, words, onPending],
  );
}

/** Asks for every feed to be read now. */
function ReadNow() {
  const { t } = useTranslation('feeds');
  const request = useMutation(api.press.requestFeeds.mutationOptions());
  async function ask(): Promise<void> {
    try {
      const count = await request.mutateAsync();
      showDone(t('list.requested', { count }));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button variant="default" loading={request.isPending} onClick={ask}>
      {t('list.readNow')}
    </Button>
  );
}

/** The feeds of outlets with how their last reading ended, and the words that they are searched for. */
export default function FeedsView() {
  const { t } = useTranslation('feeds');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1 }, change] = usePressSearch();
  const [opened, setOpened] = useState<Feed | 'new'>();
  const onPending = useMemo(
    () => (feed: Feed) => change({ view: 'inbox', search: feed.outletName }),
    [change],
  );
  const columns = useColumns(onPending);
  const list = usePagedList({
    optionsOf: (part) =>
      api.press.listFeeds.queryOptions(
        { search, ...part },
        {
          // While feeds are read, what came of it is told as it comes.
          refetchInterval: ({ state }) =>
            state.data?.rows.some((feed) => feed.isRequested) ? askAgainMilliseconds : false,
        },
      ),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('list.add')}
    </Button>
  );
  return (
    <Stack gap="lg">
      <Panel
        title={t('list.title')}
        note={t('list.note')}
        actions={
          <Group gap="xs">
            <SearchField
              value={search}
              label={t('list.search')}
              onChange={(text) => change({ search: text || undefined }, { replace: true })}
            />
            {add}
            {mayWrite && <ReadNow />}
          </Group>
        }
      >
        <DataTable
          label={t('list.title')}
          columns={columns}
          rowId={(feed) => feed.id}
          onOpen={mayWrite ? setOpened : undefined}
          isNarrowed={search !== ''}
          empty={{ text: t('list.empty'), action: add }}
          {...list}
        />
      </Panel>
      <MentionWords />
      {opened && (
        <FeedForm
          feed={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Stack>
  );
}
