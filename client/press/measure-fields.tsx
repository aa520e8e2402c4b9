import { Checkbox, Group, SimpleGrid, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../ui/number-field.tsx';
import type { RecordForm } from '../ui/use-record-form.ts';
import type { ClippingValues } from './clipping-values.ts';
import { FractionPicker } from './fraction-picker.tsx';
import '../words/add-capture-words.ts';

type Form = RecordForm<ClippingValues>;

const helpUnder = ['label', 'input', 'description', 'error'] as ('label' | 'input')[];

function Decimal({ form, name, label }: { form: Form; name: string; label: string }) {
  return (
    <NumberField
      kind="decimal"
      limits={{ decimals: 2, max: 200 }}
      label={label}
      withAsterisk
      {...form.fields.getInputProps(`measures.${name}`)}
    />
  );
}

function ManualFields({ form: { fields } }: { form: Form }) {
  const { t } = useTranslation('capture');
  return (
    <>
      <NumberField
        kind="pesos"
        label={t('size.amount')}
        withAsterisk
        {...fields.getInputProps('measures.amountCop')}
      />
      <Textarea
        label={t('size.reason')}
        description={t('size.reasonHelp')}
        inputWrapperOrder={helpUnder}
        withAsterisk
        autosize
        minRows={2}
        {...fields.getInputProps('measures.reason')}
      />
    </>
  );
}

/** The size of an appearance, in the unit in which it is measured. */
export function MeasureFields({ form }: { form: Form }) {
  const { t } = useTranslation(['press', 'capture']);
  const { fields } = form;
  switch (fields.values.measures.unit) {
    case 'page_area':
      return (
        <SimpleGrid cols={2}>
          <Decimal form={form} name="widthCm" label={t('clipping.width')} />
          <Decimal form={form} name="heightCm" label={t('clipping.height')} />
        </SimpleGrid>
      );
    case 'column_cm':
      return (
        <SimpleGrid cols={2}>
          <Decimal form={form} name="columns" label={t('clipping.columns')} />
          <Decimal form={form} name="heightCm" label={t('clipping.height')} />
        </SimpleGrid>
      );
    case 'page_fraction':
      return (
        <FractionPicker
          value={fields.values.measures.fraction}
          error={fields.errors['measures.fraction']}
          onChange={(fraction) => fields.setFieldValue('measures.fraction', fraction)}
        />
      );
    case 'second':
      return (
        <NumberField
          kind="duration"
          label={t('capture:size.duration')}
          description={t('capture:size.durationHelp')}
          withAsterisk
          {...fields.getInputProps('measures.seconds')}
        />
      );
    case 'cpm':
      return (
        <NumberField
          kind="whole"
          label={t('capture:size.views')}
          description={t('capture:size.viewsHelp')}
          {...fields.getInputProps('measures.views')}
        />
      );
    case 'manual':
      return <ManualFields form={form} />;
    case 'note':
      return null;
  }
}

/** The part that is about the entity, and what else weighs the size. */
export function ShareFields({ form: { fields } }: { form: Form }) {
  const { t } = useTranslation('press');
  const { unit } = fields.values.measures;
  return (
    <>
      {unit !== 'manual' && (
        <NumberField
          kind="decimal"
          limits={{ max: 1 }}
          label={t('clipping.share')}
          description={t('clipping.shareHelp')}
          {...fields.getInputProps('measures.share')}
        />
      )}
      <Group>
        {unit !== 'note' && unit !== 'manual' && (
          <Checkbox
            label={t('clipping.estimated')}
            {...fields.getInputProps('measures.isEstimated', { type: 'checkbox' })}
          />
        )}
        <Checkbox
          label={t('clipping.paid')}
          {...fields.getInputProps('isPaid', { type: 'checkbox' })}
        />
      </Group>
    </>
  );
}
