import { Checkbox, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Medium, mediums } from '../../shared/press/channels.ts';
import type { OutletReached } from '../../shared/press/outlet-reach.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone, showUndo } from '../ui/undo-toast.tsx';
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
  const { t } = useTranslation(['press', 'prices']);
  const create = useMutation(api.press.createOutlet.mutationOptions());
  const update = useMutation(api.press.updateOutlet.mutationOptions());
  const undo = useMutation(api.press.undoRevaluation.mutationOptions());
  const reached = useRef<OutletReached | null>(null);
  function tell(): void {
    const { appearances: count = 0, revaluationId = null } = reached.current ?? {};
    if (!reached.current) showDone(t('press:outlets.saved'));
    else if (revaluationId === null) showDone(t('prices:outlets.savedAlone', { count }));
    else
      showUndo(t('prices:outlets.savedWith', { count }), () =>
        undo.mutateAsync({ id: revaluationId }),
      );
  }
  return useRecordForm<OutletValues>({
    initialValues: { ...outletValues(outlet), ...start },
    async save(values, overVersion) {
      const fields = outletToSend(values);
      const version = overVersion ?? outlet?.version ?? 1;
      const made = outlet
        ? await update.mutateAsync({ at: { id: outlet.id, version }, fields })
        : { ...(await create.mutateAsync(fields)), reached: null };
      reached.current = made.reached;
      onSaved?.(made.id, values.medium);
    },
    onSaved() {
      tell();
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
  const { t } = useTranslation(['press', 'prices']);
  const { timeZone } = useToday();
  const form = useOutletForm(props);
  const { fields } = form;
  const isMoved = outlet !== undefined && outlet.medium !== fields.values.medium;
  const scopes = ['local', 'regional', 'national'] as const;
  return (
    <DrawerForm
      title={outlet ? t('press:outlets.edit') : t('press:outlets.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={outlet && <RemoveOutlet outlet={outlet} onRemoved={onClose} />}
    >
      <TextInput
        label={t('press:outlets.name')}
        withAsterisk
        data-autofocus
        {...fields.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('press:outlets.medium')}
          description={isMoved && t('prices:outlets.mediumMoved')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={mediums.map((value) => ({ value, label: t(`press:mediums.${value}`) }))}
          {...fields.getInputProps('medium')}
        />
        <VatSelect label={t('press:outlets.vat')} {...fields.getInputProps('vatRate')} />
        <TextInput label={t('press:outlets.town')} {...fields.getInputProps('town')} />
        <Select
          label={t('press:outlets.scope')}
          clearable
          data={scopes.map((value) => ({ value, label: t(`press:scopes.${value}`) }))}
          {...fields.getInputProps('scope')}
        />
      </SimpleGrid>
      <TextInput
        type="url"
        label={t('press:outlets.website')}
        {...fields.getInputProps('website')}
      />
      <Checkbox
        label={t('press:outlets.own')}
        description={t('press:outlets.ownHelp')}
        {...fields.getInputProps('isOwnChannel', { type: 'checkbox' })}
      />
      <ReachFields form={form} />
      <OutletContracts form={form} />
    </DrawerForm>
  );
}
