import { NativeSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { PersonField } from '../app/person-field.tsx';
import { useToday } from '../app/self.tsx';
import { useDepartments } from '../app/use-departments.ts';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { DetailInputs } from './detail-inputs.tsx';
import { detailValues, type ItemValues, onDay } from './item-values.ts';
import { StateField } from './state-field.tsx';
import { useKindWords } from './use-kind-words.ts';
import { useKinds } from './use-kinds.ts';
import { usePlaces } from './use-places.ts';

interface ItemInputsProps {
  form: UseFormReturnType<ItemValues>;
  /** The item as it is stored, where it is. */
  department?: {
    departmentId: string | null;
    departmentName: string | null;
    placeId: string | null;
    placeName: string | null;
  };
}

/** The fields of an item; those of its kind change with the kind. */
export function ItemInputs({ form, department }: ItemInputsProps) {
  const { t } = useTranslation('output');
  const words = useKindWords();
  const { kinds } = useKinds();
  const departments = useDepartments(department);
  const places = usePlaces(department);
  const { day: today } = useToday();
  function changeKind(name: string): void {
    const kind = kinds.find(({ id }) => id === name);
    if (!kind) return;
    form.setValues({ kind: kind.id, details: detailValues(kind, form.values.details) });
  }
  return (
    <>
      <TextInput
        label={t('form.title')}
        placeholder={t('form.titleHelp')}
        required
        data-autofocus
        {...form.getInputProps('title')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="md">
        <NativeSelect
          label={t('form.kind')}
          data={words.choices}
          value={form.values.kind}
          onChange={(event) => changeKind(event.currentTarget.value)}
          error={form.errors.kind}
        />
        <TextInput
          type="date"
          label={t('form.day')}
          required
          {...form.getInputProps('day')}
          onChange={(event) => form.setValues(onDay(form.values, event.currentTarget.value, today))}
        />
        <StateField form={form} />
        <DetailInputs form={form} />
        <TextInput type="time" label={t('form.startsAt')} {...form.getInputProps('startsAt')} />
        <TextInput type="time" label={t('form.endsAt')} {...form.getInputProps('endsAt')} />
        <Select
          label={t('form.listedPlace')}
          placeholder={t('form.noPlace')}
          data={places}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('form.noPlace') }}
          {...form.getInputProps('placeId')}
        />
        <TextInput label={t('form.place')} {...form.getInputProps('place')} />
        <Select
          label={t('form.department')}
          placeholder={t('form.noDepartment')}
          data={departments}
          searchable
          clearable
          {...form.getInputProps('departmentId')}
        />
        <PersonField label={t('form.responsible')} {...form.getInputProps('responsible')} />
      </SimpleGrid>
      <TextInput
        type="url"
        label={t('form.url')}
        description={t('form.urlHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...form.getInputProps('url')}
      />
      <EvidenceField
        value={form.values.evidence}
        error={form.errors.evidenceIds}
        onChange={(change) => form.setFieldValue('evidence', change)}
      />
      <Textarea label={t('form.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
    </>
  );
}
