import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Medium, mediums } from '../../shared/press/channels.ts';
import { api, type Inputs } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { RemoveButton } from './remove-button.tsx';
import type { Outlet } from './use-outlet-options.ts';
import { VatSelect } from './vat-select.tsx';

type Fields = Inputs['press']['createOutlet'];

interface OutletFormProps {
  outlet?: Outlet;
  onClose(): void;
  onSaved?(id: string, medium: Medium): void;
}

function RemoveOutlet({ outlet, onRemoved }: { outlet: Outlet; onRemoved(): void }) {
  const { t } = useTranslation('press');
  const remove = useMutation(api.press.removeOutlet.mutationOptions());
  const restore = useMutation(api.press.restoreOutlet.mutationOptions());
  return (
    <RemoveButton
      at={outlet}
      message={t('outlets.removed', { name: outlet.name })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

function useOutletForm({ outlet, onClose, onSaved }: OutletFormProps) {
  const { t } = useTranslation('press');
  const create = useMutation(api.press.createOutlet.mutationOptions());
  const update = useMutation(api.press.updateOutlet.mutationOptions());
  return useRecordForm({
    initialValues: {
      name: outlet?.name ?? '',
      medium: outlet?.medium ?? ('press' as Medium),
      town: outlet?.town ?? '',
      scope: (outlet?.scope ?? null) as string | null,
      website: outlet?.website ?? '',
      isOwnChannel: outlet?.isOwnChannel ?? false,
      vatRate: outlet?.vatRate ?? '0.19',
    },
    async save(values, overVersion) {
      const website = values.website.trim() || null;
      const fields = { ...values, website, scope: values.scope as Fields['scope'] };
      const version = overVersion ?? outlet?.version ?? 1;
      const { id } = outlet
        ? await update.mutateAsync({ at: { id: outlet.id, version }, fields })
        : await create.mutateAsync(fields);
      onSaved?.(id, values.medium);
    },
    onSaved() {
      showDone(t('outlets.saved'));
      onClose();
    },
  });
}

/** Adds or edits an outlet. */
export function OutletForm(props: OutletFormProps) {
  const { outlet, onClose } = props;
  const { t } = useTranslation('press');
  const { timeZone } = useToday();
  const form = useOutletForm(props);
  const { fields } = form;
  const scopes = ['local', 'regional', 'national'] as const;
  return (
    <DrawerForm
      title={outlet ? t('outlets.edit') : t('outlets.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={outlet && <RemoveOutlet outlet={outlet} onRemoved={onClose} />}
    >
      <TextInput
        label={t('outlets.name')}
        withAsterisk
        data-autofocus
        {...fields.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('outlets.medium')}
          allowDeselect={false}
          data={mediums.map((value) => ({ value, label: t(`mediums.${value}`) }))}
          {...fields.getInputProps('medium')}
        />
        <VatSelect label={t('outlets.vat')} {...fields.getInputProps('vatRate')} />
        <TextInput label={t('outlets.town')} {...fields.getInputProps('town')} />
        <Select
          label={t('outlets.scope')}
          clearable
          data={scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
          {...fields.getInputProps('scope')}
        />
      </SimpleGrid>
      <TextInput type="url" label={t('outlets.website')} {...fields.getInputProps('website')} />
      <Checkbox
        label={t('outlets.own')}
        description={t('outlets.ownHelp')}
        {...fields.getInputProps('isOwnChannel', { type: 'checkbox' })}
      />
    </DrawerForm>
  );
}
