import { NativeSelect, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KindId } from '../../../shared/output/kind-id.ts';
import type { RequestRow } from '../../../shared/output/requests/request.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { useFormat } from '../../format/use-format.ts';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { showDone } from '../../ui/undo-toast.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useKindWords } from '../use-kind-words.ts';

const ways = ['new', 'known', 'nothing'] as const;

/** The items whose title holds what was typed, to choose one. */
function useItemChoices() {
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 200);
  const { data } = useQuery(
    api.output.listItems.queryOptions(
      { search: asked.slice(0, 100), pageSize: 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const choices = (data?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${row.title} (${format.day(row.day)})`,
  }));
  return { choices, search, setSearch };
}

/** Delivers a request with what was made for it. */
export function DeliverForm({ row, onClose }: { row: RequestRow; onClose(): void }) {
  const { t } = useTranslation('requests');
  const { day, timeZone } = useToday();
  const words = useKindWords();
  const items = useItemChoices();
  const deliver = useMutation(api.output.deliverRequest.mutationOptions());
  const form = useRecordForm({
    initialValues: {
      way: 'new' as (typeof ways)[number],
      itemIds: null as string | null,
      newItem: { kind: row.kind ?? ('graphic_piece' as KindId), title: row.title, day },
    },
    save: ({ way, itemIds, newItem }, overVersion) =>
      deliver.mutateAsync({
        at: { id: row.id, version: overVersion ?? row.version },
        itemIds: way === 'known' && itemIds ? [itemIds] : [],
        newItem: way === 'new' ? { ...newItem, departmentId: row.departmentId } : null,
      }),
    onSaved() {
      showDone(t('deliver.done', { title: row.title }));
      onClose();
    },
  });
  const { fields } = form;
  const { way, itemIds } = fields.values;
  return (
    <DrawerForm
      title={t('deliver.title')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      submitLabel={t('deliver.submit')}
      canSubmit={way !== 'known' || itemIds !== null}
    >
      <Radio.Group label={t('deliver.how')} {...fields.getInputProps('way')}>
        <Stack gap="xs" mt="xs">
          {ways.map((one) => (
            <Radio key={one} value={one} label={t(`deliver.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {way === 'new' && (
        <>
          <TextInput
            label={t('deliver.name')}
            required
            {...fields.getInputProps('newItem.title')}
          />
          <NativeSelect
            label={t('deliver.kind')}
            data={words.choices}
            {...fields.getInputProps('newItem.kind')}
          />
          <TextInput
            type="date"
            label={t('deliver.day')}
            required
            {...fields.getInputProps('newItem.day')}
          />
        </>
      )}
      {way === 'known' && (
        <Select
          label={t('deliver.item')}
          placeholder={t('deliver.itemHelp')}
          data={items.choices}
          filter={({ options }) => options}
          searchable
          searchValue={items.search}
          onSearchChange={items.setSearch}
          {...fields.getInputProps('itemIds')}
        />
      )}
    </DrawerForm>
  );
}
