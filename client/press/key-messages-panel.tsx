import { Anchor, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shareCell } from '../../shared/files/file-cell.ts';
import { type Coverage, shareOfCount } from '../../shared/press/coverage.ts';
import { type Answers, api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { usePagedList } from '../app/use-paged-list.ts';
import { useFormat } from '../format/use-format.ts';
import { Absent } from '../ui/absent.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { Panel } from '../ui/panel.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { SearchField } from '../ui/search-field.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { useSeeClippings } from './use-see-clippings.ts';

type Message = Answers['press']['listKeyMessages']['rows'][number];
const pageSize = 25;

function RemoveMessage({ message, onRemoved }: { message: Message; onRemoved(): void }) {
  const { t } = useTranslation('coverage');
  const remove = useMutation(api.press.removeKeyMessage.mutationOptions());
  const restore = useMutation(api.press.restoreKeyMessage.mutationOptions());
  return (
    <RemoveButton
      at={message}
      message={t('messages.removed')}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

function MessageForm({ message, onClose }: { message?: Message; onClose(): void }) {
  const { t } = useTranslation('coverage');
  const { timeZone } = useToday();
  const create = useMutation(api.press.createKeyMessage.mutationOptions());
  const update = useMutation(api.press.updateKeyMessage.mutationOptions());
  const form = useRecordForm({
    initialValues: { text: message?.text ?? '' },
    save(fields, overVersion) {
      if (!message) return create.mutateAsync(fields);
      const at = { id: message.id, version: overVersion ?? message.version };
      return update.mutateAsync({ at, fields });
    },
    onSaved() {
      showDone(t('messages.saved'));
      onClose();
    },
  });
  return (
    <DrawerForm
      title={t(message ? 'messages.edit' : 'messages.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={message && <RemoveMessage message={message} onRemoved={onClose} />}
    >
      <TextInput
        label={t('messages.text')}
        withAsterisk
        maxLength={300}
        data-autofocus
        {...form.fields.getInputProps('text')}
      />
    </DrawerForm>
  );
}

function useColumns(coverage: Coverage | undefined): TableColumn<Message>[] {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const see = useSeeClippings();
  return useMemo(() => {
    const carried = new Map(coverage?.messages.map(({ id, count }) => [id, count]));
    const countOf = ({ id }: Message) => (coverage ? (carried.get(id) ?? 0) : null);
    const shareOf = (row: Message) => {
      const count = countOf(row);
      return count === null || !coverage ? null : shareOfCount(count, coverage.total.count);
    };
    const shown = (value: number | null, write: (value: number) => ReactNode) =>
      value === null ? <Absent /> : write(value);
    return [
      { id: 'text', header: t('messages.text'), cell: (row) => row.text, wrap: true },
      {
        id: 'count',
        header: t('messages.count'),
        align: 'right',
        cell: (row) =>
          shown(countOf(row), (count) => (
            <Anchor
              component="button"
              type="button"
              size="sm"
              aria-label={t('messages.see', { count, text: row.text })}
              onClick={() => see({ message: row.id })}
            >
              {format.number(count)}
            </Anchor>
          )),
        value: countOf,
      },
      {
        id: 'share',
        header: t('messages.share'),
        align: 'right',
        cell: (row) => shown(shareOf(row), format.share),
        value: (row) => shareCell(shareOf(row)),
      },
    ];
  }, [t, format, coverage, see]);
}

/** The key messages of the office, and how much of the coverage of the period carries each. */
export function KeyMessagesPanel({ coverage }: { coverage: Coverage | undefined }) {
  const { t } = useTranslation('coverage');
  const mayWrite = useMayDo('admin', 'coordinator', 'press');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<Message | 'new'>();
  const columns = useColumns(coverage);
  const list = usePagedList({
    optionsOf: (part) => api.press.listKeyMessages.queryOptions({ search, ...part }),
    page,
    pageSize,
    onPage: setPage,
  });
  const add = mayWrite && (
    <Button variant="default" onClick={() => setOpened('new')}>
      {t('messages.add')}
    </Button>
  );
  return (
    <Panel
      title={t('messages.title')}
      note={t('messages.note')}
      actions={
        <>
          <SearchField
            value={search}
            onChange={(text) => {
              setSearch(text);
              setPage(1);
            }}
          />
          {add}
        </>
      }
    >
      <DataTable
        label={t('messages.title')}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={mayWrite ? setOpened : undefined}
        isNarrowed={search !== ''}
        empty={{ text: t('messages.empty'), action: add }}
        {...list}
      />
      {opened && (
        <MessageForm
          message={opened === 'new' ? undefined : opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Panel>
  );
}
