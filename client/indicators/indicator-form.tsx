import { NativeSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { IndicatorRow } from '../../shared/indicators/rows.ts';
import { directions, plans, units } from '../../shared/indicators/schemas.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useDepartments } from '../app/use-departments.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { type IndicatorValues, indicatorToSend, indicatorValues } from './indicator-values.ts';
import { MethodFields } from './method-fields.tsx';

interface IndicatorFormProps {
  indicator?: IndicatorRow;
  onClose(): void;
  onSaved?(id: string): void;
  onRemoved?(): void;
}

function RemoveIndicator({ indicator, onRemoved }: { indicator: IndicatorRow; onRemoved(): void }) {
  const { t } = useTranslation('indicators');
  const remove = useMutation(api.indicators.removeIndicator.mutationOptions());
  const restore = useMutation(api.indicators.restoreIndicator.mutationOptions());
  return (
    <RemoveButton
      at={indicator}
      message={t('removed', { name: indicator.name })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

/** Adds or changes an indicator; what it counts is said in words while it is chosen. */
export function IndicatorForm({ indicator, onClose, onSaved, onRemoved }: IndicatorFormProps) {
  const { t } = useTranslation('indicators');
  const { timeZone } = useToday();
  const departments = useDepartments(indicator);
  const create = useMutation(api.indicators.createIndicator.mutationOptions());
  const update = useMutation(api.indicators.updateIndicator.mutationOptions());
  const form = useRecordForm<IndicatorValues>({
    initialValues: indicatorValues(indicator),
    async save(values, overVersion) {
      const sent = indicatorToSend(values);
      if (!indicator) {
        const { id } = await create.mutateAsync(sent);
        return onSaved?.(id);
      }
      const version = overVersion ?? indicator.version;
      await update.mutateAsync({ at: { id: indicator.id, version }, fields: sent });
    },
    onSaved() {
      showDone(t('saved'));
      if (indicator || !onSaved) onClose();
    },
  });
  const { getInputProps } = form.fields;
  return (
    <DrawerForm
      title={t(indicator ? 'edit' : 'add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      size="lg"
      actions={
        indicator && <RemoveIndicator indicator={indicator} onRemoved={onRemoved ?? onClose} />
      }
    >
      <TextInput label={t('columns.name')} withAsterisk data-autofocus {...getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('columns.code')}
          description={t('form.codeHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          {...getInputProps('code')}
        />
        <NativeSelect
          label={t('columns.plan')}
          data={plans.map((value) => ({ value, label: t(`plans.${value}`) }))}
          {...getInputProps('plan')}
        />
        <NativeSelect
          label={t('form.unit')}
          data={units.map((value) => ({ value, label: t(`units.${value}`) }))}
          {...getInputProps('unit')}
        />
        <NativeSelect
          label={t('form.direction')}
          data={directions.map((value) => ({ value, label: t(`directions.${value}`) }))}
          {...getInputProps('direction')}
        />
      </SimpleGrid>
      <MethodFields form={form} />
      <Select
        label={t('columns.department')}
        data={departments}
        searchable
        clearable
        {...getInputProps('departmentId')}
      />
      <Textarea label={t('form.notes')} autosize minRows={2} {...getInputProps('notes')} />
    </DrawerForm>
  );
}
