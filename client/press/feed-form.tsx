import { Select, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { useOutletOptions } from './use-outlet-options.ts';

export type Feed = Answers['press']['listFeeds']['rows'][number];

type FeedValues = { outletId: string | null; address: string; isActive: boolean };

function RemoveFeed({ feed, onRemoved }: { feed: Feed; onRemoved(): void }) {
  const { t } = useTranslation('feeds');
  const remove = useMutation(api.press.removeFeed.mutationOptions());
  const restore = useMutation(api.press.restoreFeed.mutationOptions());
  return (
    <RemoveButton
      at={feed}
      message={t('form.removed', { name: feed.outletName })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

/** A feed of an outlet: whose it is, where, and whether it is read. */
export function FeedForm({ feed, onClose }: { feed?: Feed; onClose(): void }) {
  const { t } = useTranslation('feeds');
  const { timeZone } = useToday();
  const { options } = useOutletOptions();
  const create = useMutation(api.press.createFeed.mutationOptions());
  const update = useMutation(api.press.updateFeed.mutationOptions());
  const form = useRecordForm<FeedValues>({
    initialValues: {
      outletId: feed?.outletId ?? null,
      address: feed?.address ?? '',
      isActive: feed?.isActive ?? true,
    },
    save({ outletId, address, isActive }, overVersion) {
      const fields = { outletId: outletId ?? '', address: address.trim(), isActive };
      if (!feed) return create.mutateAsync(fields);
      return update.mutateAsync({
        at: { id: feed.id, version: overVersion ?? feed.version },
        fields,
      });
    },
    onSaved() {
      showDone(t('form.saved'));
      onClose();
    },
  });
  return (
    <DrawerForm
      title={t(feed ? 'form.edit' : 'form.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={feed && <RemoveFeed feed={feed} onRemoved={onClose} />}
    >
      <Select
        label={t('form.outlet')}
        data={options}
        searchable
        data-autofocus
        {...form.fields.getInputProps('outletId')}
      />
      <TextInput
        type="url"
        label={t('form.address')}
        description={t('form.addressHelp')}
        {...form.fields.getInputProps('address')}
      />
      <Switch
        label={t('form.active')}
        {...form.fields.getInputProps('isActive', { type: 'checkbox' })}
      />
    </DrawerForm>
  );
}
