import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CountTableRow } from '../../../shared/indicators/count-tables/rows.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { RemoveButton } from '../../ui/remove-button.tsx';
import { showDone } from '../../ui/undo-toast.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { MeasureInputs } from './measure-inputs.tsx';
import { type TableValues, tableToSend, tableValues } from './table-values.ts';

interface TableFormProps {
  table?: CountTableRow;
  onClose(): void;
  onSaved?(id: string): void;
  onRemoved?(): void;
}

function RemoveTable({ table, onRemoved }: { table: CountTableRow; onRemoved(): void }) {
  const { t } = useTranslation('countTables');
  const remove = useMutation(api.indicators.removeTable.mutationOptions());
  const restore = useMutation(api.indicators.restoreTable.mutationOptions());
  return (
    <RemoveButton
      at={table}
      message={t('removed', { name: table.name })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

/** Makes or changes a table of counts: what tells its rows apart, and its columns. */
export function TableForm({ table, onClose, onSaved, onRemoved }: TableFormProps) {
  const { t } = useTranslation('countTables');
  const { timeZone } = useToday();
  const create = useMutation(api.indicators.createTable.mutationOptions());
  const update = useMutation(api.indicators.updateTable.mutationOptions());
  const form = useRecordForm<TableValues>({
    initialValues: tableValues(table),
    async save(values, overVersion) {
      const fields = tableToSend(values, table);
      if (!table) {
        const { id } = await create.mutateAsync(fields);
        return onSaved?.(id);
      }
      const version = overVersion ?? table.version;
      await update.mutateAsync({ at: { id: table.id, version }, fields });
    },
    onSaved() {
      showDone(t('saved'));
      onClose();
    },
  });
  const { getInputProps, errors } = form.fields;
  return (
    <DrawerForm
      title={t(table ? 'edit' : 'add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      size="lg"
      actions={table && <RemoveTable table={table} onRemoved={onRemoved ?? onClose} />}
    >
      <TextInput label={t('form.name')} withAsterisk data-autofocus {...getInputProps('name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('columns.code')}
          description={t('form.codeHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          {...getInputProps('code')}
        />
        <span />
        <TextInput
          label={t('form.dimension')}
          withAsterisk
          {...getInputProps('dimension')}
          error={errors['dimensions.0.name'] ?? errors['0.name'] ?? errors.dimensions}
        />
        <TextInput
          label={t('form.secondDimension')}
          {...getInputProps('secondDimension')}
          error={errors['dimensions.1.name'] ?? errors['1.name']}
        />
      </SimpleGrid>
      <MeasureInputs form={form.fields} />
      <Textarea label={t('form.notes')} autosize minRows={2} {...getInputProps('notes')} />
    </DrawerForm>
  );
}
