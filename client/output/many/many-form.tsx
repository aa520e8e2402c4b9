import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/api.ts';
import { PersonField } from '../../app/person-field.tsx';
import { useToday } from '../../app/self.tsx';
import { useDepartments } from '../../app/use-departments.ts';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { showUndo } from '../../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../../ui/use-record-form.ts';
import { usePlaces } from '../use-places.ts';
import { type ChangeablePart, changeableParts, changeOf, changesBack } from './item-change.ts';
import type { MarkedItems } from './use-marked-items.ts';
import '../../words/add-grid-words.ts';

type Values = { part: ChangeablePart; value: string };

function ValueField({ form }: { form: RecordForm<Values> }) {
  const { t } = useTranslation('grid');
  const departments = useDepartments();
  const places = usePlaces();
  const { part, value } = form.fields.values;
  const error = form.fields.errors.value;
  const label = t('many.value');
  if (part === 'day') {
    return <TextInput type="date" label={label} required {...form.fields.getInputProps('value')} />;
  }
  const description = t('many.clears');
  if (part === 'responsible') {
    return (
      <PersonField
        label={label}
        description={description}
        {...form.fields.getInputProps('value')}
      />
    );
  }
  return (
    <Select
      label={label}
      description={description}
      data={part === 'placeId' ? places : departments}
      value={value || null}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('many.clears') }}
      onChange={(next) => form.fields.setFieldValue('value', next ?? '')}
    />
  );
}

/** Changes the same of all the items that are marked, or of none. */
export default function ManyForm({ marked, onClose }: { marked: MarkedItems; onClose(): void }) {
  const { t } = useTranslation(['grid', 'output']);
  const { timeZone } = useToday();
  const edit = useMutation(api.output.editItems.mutationOptions());
  const { rows } = marked;
  const form = useRecordForm<Values>({
    initialValues: { part: 'departmentId', value: '' },
    async save({ part, value }) {
      const change = changeOf(part, value);
      const edits = rows.map(({ id, version }) => ({ at: { id, version }, change }));
      const after = await edit.mutateAsync({ edits });
      showUndo(t('many.changed', { count: rows.length }), () =>
        edit.mutateAsync({ edits: changesBack(rows, part, after) }),
      );
    },
    onSaved() {
      marked.clear();
      onClose();
    },
  });
  const { part, value } = form.fields.values;
  const names: Record<ChangeablePart, string> = {
    departmentId: t('output:form.department'),
    placeId: t('output:form.listedPlace'),
    responsible: t('output:form.responsible'),
    day: t('output:form.day'),
  };
  return (
    <DrawerForm
      title={t('many.title', { count: rows.length })}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      canSubmit={part !== 'day' || value !== ''}
    >
      <NativeSelect
        label={t('many.what')}
        data-autofocus
        data={changeableParts.map((one) => ({ value: one, label: names[one] }))}
        value={part}
        onChange={(event) => {
          const next = changeableParts.find((one) => one === event.currentTarget.value);
          form.fields.setValues({ part: next ?? part, value: '' });
        }}
      />
      <ValueField form={form} />
    </DrawerForm>
  );
}
