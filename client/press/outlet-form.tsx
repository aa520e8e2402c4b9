import { Checkbox, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Medium, mediums } from '../../shared/press/channels.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import { OutletContracts } from './outlet-contracts.tsx';
import { type OutletValues, outletToSend, outletValues } from './outlet-values.ts';
import type { Outlet } from './use-outlet-options.ts';
import { VatSelect } from './vat-select.tsx';
import '../words/add-price-words.ts';

interface OutletFormProps {
  outlet?: Outlet;
  /** What is known of a new one already. */
  start?: Partial<OutletValues>;
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

function useOutletForm({ outlet, start, onClose, onSaved }: OutletFormProps) {
  const { t } = useTranslation('press');
  const create = useMutation(api.press.createOutlet.mutationOptions());
  const update = useMutation(api.press.updateOutlet.mutationOptions());
  return useRecordForm<OutletValues>({
    initialValues: { ...outletValues(outlet), ...start },
    async save(values, overVersion) {
      const fields = outletToSend(values);
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

/** How many it reaches, and the sites by which an address tells whose it is. */
function ReachFields({ form: { fields } }: { form: RecordForm<OutletValues> }) {
  const { t } = useTranslation('prices');
  const order = ['label', 'input', 'description', 'error'] as ('label' | 'input')[];
  const domainError = Object.entries(fields.errors).find(([path]) => path.startsWith('domains'));
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(['audience', 'visitors'] as const).map((name) => (
          <NumberField
            key={name}
            kind="whole"
            label={t(`outlets.${name}`)}
            description={t(`outlets.${name}Help`)}
            {...fields.getInputProps(name === 'visitors' ? 'monthlyVisitors' : name)}
          />
        ))}
      </SimpleGrid>
      <TagsInput
        label={t('outlets.domains')}
        description={t('outlets.domainsHelp')}
        inputWrapperOrder={order}
        acceptValueOnBlur
        {...fields.getInputProps('domains')}
        error={domainError?.[1]}
      />
    </>
  );
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
      <ReachFields form={form} />
      <OutletContracts form={form} />
    </DrawerForm>
  );
}
