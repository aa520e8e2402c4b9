import { Button, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formats, unitsOfFormat } from '../../shared/press/measures.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import { ClippingReview } from './clipping-review.tsx';
import {
  type Clipping,
  type ClippingValues,
  clippingValues,
  fieldsToSend,
  newClipping,
  unitFor,
  usualFormat,
} from './clipping-values.ts';
import { LiveValue } from './live-value.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { OutletForm } from './outlet-form.tsx';
import { RemoveButton } from './remove-button.tsx';
import { soldSpace } from './sold-space.ts';
import { useOutletOptions } from './use-outlet-options.ts';

type Form = RecordForm<ClippingValues>;

interface ClippingFormProps {
  clipping?: Clipping;
  onClose(): void;
  onReload?: () => void;
}

/** Where, when and in which form it was published. */
function PublicationFields({ form, onAddOutlet }: { form: Form; onAddOutlet(): void }) {
  const { t } = useTranslation('press');
  const { outlets, options } = useOutletOptions();
  const { fields } = form;
  const { format, measures } = fields.values;

  function chooseFormat(next: ClippingValues['format']): void {
    fields.setFieldValue('format', next);
    fields.setFieldValue('measures.unit', unitFor(next, measures.unit));
  }

  async function chooseOutlet(id: string | null): Promise<void> {
    fields.setFieldValue('outletId', id);
    const outlet = outlets.find((one) => one.id === id);
    if (!outlet) return;
    chooseFormat(usualFormat(outlet.medium));
    const space = await soldSpace(outlet, fields.values.day);
    if (!space) return;
    fields.setFieldValue('format', space.format);
    fields.setFieldValue('measures.unit', space.unit);
  }

  return (
    <>
      <Select
        label={t('clipping.outlet')}
        data={options}
        searchable
        withAsterisk
        data-autofocus
        {...fields.getInputProps('outletId')}
        onChange={chooseOutlet}
      />
      <Button variant="subtle" size="compact-sm" w="fit-content" onClick={onAddOutlet}>
        {t('clipping.addOutlet')}
      </Button>
      <TextInput label={t('clipping.headline')} withAsterisk {...fields.getInputProps('title')} />
      <SimpleGrid cols={{ base: 2, xs: 3 }}>
        <TextInput
          type="date"
          label={t('clipping.day')}
          withAsterisk
          {...fields.getInputProps('day')}
        />
        <Select
          label={t('clipping.format')}
          allowDeselect={false}
          data={formats.map((value) => ({ value, label: t(`formats.${value}`) }))}
          value={format}
          onChange={(value) => value && chooseFormat(value as ClippingValues['format'])}
          error={fields.errors.format}
        />
        <Select
          label={t('clipping.unit')}
          allowDeselect={false}
          data={unitsOfFormat[format].map((value) => ({ value, label: t(`units.${value}`) }))}
          {...fields.getInputProps('measures.unit')}
        />
      </SimpleGrid>
    </>
  );
}

/** What else is worth keeping of an appearance; none of it weighs money. */
function MoreFields({ form }: { form: Form }) {
  const { t } = useTranslation('press');
  const { fields } = form;
  const departments = useQuery(api.accounts.listDepartments.queryOptions({ pageSize: 200 }));
  const tones = ['positive', 'neutral', 'negative'] as const;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('clipping.tone')}
          placeholder={t('tones.unclassified')}
          clearable
          data={tones.map((value) => ({ value, label: t(`tones.${value}`) }))}
          {...fields.getInputProps('tone')}
        />
        <TextInput label={t('clipping.author')} {...fields.getInputProps('author')} />
        <TextInput
          label={t('clipping.section')}
          description={t('clipping.sectionHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...fields.getInputProps('section')}
        />
        <Select
          label={t('clipping.department')}
          clearable
          searchable
          data={departments.data?.rows.map(({ id, name }) => ({ value: id, label: name }))}
          {...fields.getInputProps('departmentId')}
        />
      </SimpleGrid>
      <TextInput type="url" label={t('clipping.url')} {...fields.getInputProps('url')} />
      <Textarea
        label={t('clipping.notes')}
        autosize
        minRows={2}
        {...fields.getInputProps('notes')}
      />
    </>
  );
}

function RemoveClipping({ clipping, onRemoved }: { clipping: Clipping; onRemoved(): void }) {
  const { t } = useTranslation('press');
  const remove = useMutation(api.press.removeClipping.mutationOptions());
  const restore = useMutation(api.press.restoreClipping.mutationOptions());
  return (
    <RemoveButton
      at={clipping}
      message={t('clipping.removed', { title: clipping.title })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

function useClippingForm({ clipping, onClose }: ClippingFormProps): Form {
  const { t } = useTranslation('press');
  const format = useFormat();
  const { day } = useToday();
  const create = useMutation(api.press.createClipping.mutationOptions());
  const update = useMutation(api.press.updateClipping.mutationOptions());
  return useRecordForm<ClippingValues>({
    initialValues: clipping ? clippingValues(clipping, format) : newClipping(day),
    save(values, overVersion) {
      const fields = fieldsToSend(values);
      if (!clipping) return create.mutateAsync(fields);
      const version = overVersion ?? clipping.version;
      return update.mutateAsync({ at: { id: clipping.id, version }, fields });
    },
    onSaved() {
      showDone(t('clipping.saved'));
      onClose();
    },
  });
}

/** Logs or edits an appearance, with its value explained while the person types. */
export function ClippingForm(props: ClippingFormProps) {
  const { clipping, onClose, onReload } = props;
  const { t } = useTranslation('press');
  const { timeZone } = useToday();
  const [isAddingOutlet, setAddingOutlet] = useState(false);
  const form = useClippingForm(props);
  return (
    <>
      <DrawerForm
        title={clipping ? t('clipping.edit') : t('clipping.add')}
        form={form}
        onClose={onClose}
        onReload={onReload}
        timeZone={timeZone}
        size="lg"
        actions={clipping && <RemoveClipping clipping={clipping} onRemoved={onClose} />}
      >
        <PublicationFields form={form} onAddOutlet={() => setAddingOutlet(true)} />
        <MeasureFields form={form} />
        <LiveValue values={form.fields.values} clippingId={clipping?.id} />
        <MoreFields form={form} />
        {clipping && <ClippingReview clipping={clipping} />}
      </DrawerForm>
      {isAddingOutlet && (
        <OutletForm
          onClose={() => setAddingOutlet(false)}
          onSaved={(id, medium) => {
            form.fields.setFieldValue('outletId', id);
            const next = usualFormat(medium);
            form.fields.setFieldValue('format', next);
            form.fields.setFieldValue(
              'measures.unit',
              unitFor(next, form.fields.values.measures.unit),
            );
          }}
        />
      )}
    </>
  );
}
