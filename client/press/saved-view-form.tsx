import { Checkbox, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import type { Seen } from './clipping-query.ts';

/** Keeps what is seen under a name. */
export function SavedViewForm({ seen, onClose }: { seen: Seen; onClose(): void }) {
  const { t } = useTranslation('table');
  const { timeZone } = useToday();
  const mayShare = useMayDo('admin', 'coordinator', 'press', 'secretary');
  const create = useMutation(api.press.createSavedView.mutationOptions());
  const form = useRecordForm({
    initialValues: { name: '', isShared: false },
    save: (fields) => create.mutateAsync({ ...fields, ...seen }),
    onSaved() {
      showDone(t('views.saved'));
      onClose();
    },
  });
  return (
    <DrawerForm title={t('views.save')} form={form} onClose={onClose} timeZone={timeZone}>
      <TextInput
        label={t('views.name')}
        data-autofocus
        maxLength={80}
        {...form.fields.getInputProps('name')}
      />
      {mayShare && (
        <Checkbox
          label={t('views.share')}
          {...form.fields.getInputProps('isShared', { type: 'checkbox' })}
        />
      )}
      <Text size="sm" c="dimmed">
        {t('views.period')}
      </Text>
    </DrawerForm>
  );
}
