import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, api } from '../app/api.ts';
import { useMayDo } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone, showFailure, showUndo } from '../ui/undo-toast.tsx';

type Word = Answers['press']['listMentionWords']['rows'][number];

const pageSize = 20;

function AddWord() {
  const { t } = useTranslation('feeds');
  const [text, setText] = useState('');
  const [isExclusion, setExclusion] = useState(false);
  const create = useMutation(api.press.createMentionWord.mutationOptions());
  async function add(): Promise<void> {
    try {
      await create.mutateAsync({ text, isExclusion });
      showDone(t('words.added', { text: text.trim() }));
      setText('');
      setExclusion(false);
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Group align="flex-end" gap="sm" mb="sm">
        <TextInput
          label={t('words.text')}
          maxLength={80}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Checkbox
          label={t('words.isExclusion')}
          pb={8}
          checked={isExclusion}
          onChange={({ currentTarget }) => setExclusion(currentTarget.checked)}
        />
        <Button
          type="submit"
          variant="default"
          loading={create.isPending}
          disabled={text.trim() === ''}
        >
          {t('words.add')}
        </Button>
      </Group>
    </form>
  );
}

function RemoveWord({ word }: { word: Word }) {
  const { t } = useTranslation('feeds');
  const remove = useMutation(api.press.removeMentionWord.mutationOptions());
  const restore = useMutation(api.press.restoreMentionWord.mutationOptions());
  const { id, version, text } = word;
  async function takeAway(): Promise<void> {
    try {
      const at = await remove.mutateAsync({ id, version });
      showUndo(t('words.removed', { text }), () => restore.mutateAsync(at));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={remove.isPending}
      aria-label={t('words.removeOf', { text })}
      onClick={takeAway}
    >
      {t('words.remove')}
    </Button>
  );
}

/** The names by which the entity is spoken of, and those that only look like one. */
export function MentionWords() {
  const { t } = useTranslation('feeds');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const list = usePagedList({
    optionsOf: (part) => api.press.listMentionWords.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: setPage,
  });
  const columns = useMemo(() => {
    const said: TableColumn<Word>[] = [
      { id: 'text', header: t('words.text'), wrap: true, cell: (word) => word.text },
      {
        id: 'kind',
        header: t('words.kind'),
        cell: (word) => t(word.isExclusion ? 'words.exclusion' : 'words.word'),
      },
    ];
    const action: TableColumn<Word> = {
      id: 'action',
      header: t('words.action'),
      isControl: true,
      cell: (word) => <RemoveWord word={word} />,
    };
    return mayWrite ? [...said, action] : said;
  }, [t, mayWrite]);
  return (
    <Panel
      title={t('words.title')}
      note={t('words.note')}
      actions={
        <SearchField
          value={search}
          label={t('words.search')}
          onChange={(text) => {
            setSearch(text);
            setPage(1);
          }}
        />
      }
    >
      {mayWrite && <AddWord />}
      <DataTable
        label={t('words.title')}
        columns={columns}
        rowId={(word) => word.id}
        isNarrowed={search !== ''}
        empty={{ text: t('words.empty') }}
        {...list}
        skeletonRows={3}
      />
    </Panel>
  );
}
