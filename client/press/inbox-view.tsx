import { Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayCell } from '../../shared/files/file-cell.ts';
import type { EntryState } from '../../shared/press/feeds.ts';
import { type Answers, api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showFailure, showUndo } from '../ui/undo-toast.tsx';
import { ClippingForm } from './clipping-form.tsx';
import { type ClippingValues, newClipping } from './clipping-values.ts';
import { usePressSearch } from './use-press-search.ts';
import '../words/add-feeds-words.ts';

type Entry = Answers['press']['listFeedEntries']['rows'][number];

const pageSize = 50;
const states = ['pending', 'accepted', 'dismissed'] as const;

/** What an entry says of the appearance that it may be. */
function startOf(entry: Entry): Partial<ClippingValues> {
  const { outletId, title, address, author, day } = entry;
  return {
    outletId,
    title,
    url: address ?? '',
    author: author ?? '',
    day: day ?? '',
    dayFrom: 'feed',
    format: 'web',
    measures: { ...newClipping('').measures, unit: 'note' },
    entry: 'feed',
  };
}

/** Dismisses and recalls entries, each with the way back. */
function useDeciding() {
  const { t } = useTranslation('feeds');
  const dismiss = useMutation(api.press.dismissFeedEntry.mutationOptions());
  const recall = useMutation(api.press.recallFeedEntry.mutationOptions());
  const dismissIt = dismiss.mutateAsync;
  const recallIt = recall.mutateAsync;
  return useMemo(
    () => ({
      async dismiss({ id, version, title }: Entry): Promise<void> {
        try {
          const at = await dismissIt({ id, version });
          showUndo(t('inbox.dismissedDone', { title }), () => recallIt(at));
        } catch (error) {
          showFailure(error);
        }
      },
      async recall({ id, version }: Entry): Promise<void> {
        try {
          const at = await recallIt({ id, version });
          showUndo(t('inbox.recalledDone'), () => dismissIt(at));
        } catch (error) {
          showFailure(error);
        }
      },
    }),
    [t, dismissIt, recallIt],
  );
}

/** What may be done about an entry, by where it stands. */
function Decision({ entry, onClipping }: { entry: Entry; onClipping(id: string): void }) {
  const { t } = useTranslation('feeds');
  const { dismiss, recall } = useDeciding();
  const { title, state, clippingId } = entry;
  if (state === 'accepted') {
    if (clippingId === null) return null;
    return (
      <Anchor component="button" type="button" size="sm" onClick={() => onClipping(clippingId)}>
        {t('inbox.openClipping')}
      </Anchor>
    );
  }
  const isPending = state === 'pending';
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t(isPending ? 'inbox.dismissOf' : 'inbox.recallOf', { title })}
      onClick={() => (isPending ? dismiss(entry) : recall(entry))}
    >
      {t(isPending ? 'inbox.dismiss' : 'inbox.recall')}
    </Button>
  );
}

function useColumns(mayWrite: boolean, onClipping: (id: string) => void): TableColumn<Entry>[] {
  const { t } = useTranslation('feeds');
  const format = useFormat();
  return useMemo(() => {
    const columns: TableColumn<Entry>[] = [
      { id: 'title', header: t('inbox.headline'), wrap: true, cell: (row) => row.title },
      { id: 'outlet', header: t('inbox.outlet'), cell: (row) => row.outletName },
      {
        id: 'day',
        header: t('inbox.day'),
        value: (row) => dayCell(row.day),
        cell: (row) => (row.day === null ? <Absent /> : format.day(row.day)),
      },
      {
        id: 'matched',
        header: t('inbox.matched'),
        wrap: true,
        value: (row) => row.matched.join(', '),
        cell: (row) => (
          <>
            {row.matched.join(', ')}
            {row.address && (
              <Text size="xs" component="div">
                <Anchor
                  href={row.address}
                  target="_blank"
                  rel="noreferrer"
                  inherit
                  aria-label={t('inbox.openPageOf', { title: row.title })}
                >
                  {t('inbox.openPage')}
                </Anchor>
              </Text>
            )}
          </>
        ),
      },
    ];
    if (!mayWrite) return columns;
    const action: TableColumn<Entry> = {
      id: 'action',
      header: t('inbox.action'),
      isControl: true,
      cell: (row) => <Decision entry={row} onClipping={onClipping} />,
    };
    return [...columns, action];
  }, [t, format, mayWrite, onClipping]);
}

/** The form of an appearance, filled with what an entry says; saving it accepts the entry. */
function AcceptForm({ entry, onClose }: { entry: Entry; onClose(): void }) {
  const { id, version } = entry;
  return <ClippingForm start={startOf(entry)} entry={{ id, version }} onClose={onClose} />;
}

/** What the feeds of outlets brought that mentions the entity: taken into the form, or dismissed for good. */
export default function InboxView() {
  const { t } = useTranslation('feeds');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [{ search = '', page = 1 }, change] = usePressSearch();
  const [state, setState] = useState<EntryState>('pending');
  const [opened, setOpened] = useState<Entry>();
  const onClipping = useMemo(() => (id: string) => change({ open: id }), [change]);
  const columns = useColumns(mayWrite, onClipping);
  const asked = { search, state };
  const list = usePagedList({
    optionsOf: (part) => api.press.listFeedEntries.queryOptions({ ...asked, ...part }),
    page,
    pageSize,
    onPage: (next, how) => change({ page: next }, how),
  });
  const isPending = state === 'pending';
  const seeFeeds = (
    <Button variant="default" onClick={() => change({ view: 'feeds', search: undefined })}>
      {t('inbox.seeFeeds')}
    </Button>
  );
  return (
    <Panel
      title={t('inbox.title')}
      note={t('inbox.note')}
      actions={
        <SearchField
          value={search}
          label={t('inbox.search')}
          onChange={(text) => change({ search: text || undefined }, { replace: true })}
        />
      }
    >
      <Group mb="sm">
        <SegmentedControl
          aria-label={t('inbox.state')}
          value={state}
          onChange={(next) => {
            setState(next as EntryState);
            change({ page: undefined });
          }}
          data={states.map((value) => ({ value, label: t(`inbox.${value}`) }))}
        />
      </Group>
      <DataTable
        label={t('inbox.title')}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={mayWrite && isPending ? setOpened : undefined}
        empty={
          isPending
            ? { text: t('inbox.empty'), action: seeFeeds }
            : { text: t('inbox.emptyOthers') }
        }
        isNarrowed={search !== ''}
        {...list}
      />
      {opened && <AcceptForm key={opened.id} entry={opened} onClose={() => setOpened(undefined)} />}
    </Panel>
  );
}
