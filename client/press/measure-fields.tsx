import { Checkbox, Group, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../shared/press/measures.ts';
import type { RecordForm } from '../ui/use-record-form.ts';
import type { ClippingValues } from './clipping-values.ts';

type Size = 'widthCm' | 'heightCm' | 'columns' | 'seconds';

const sizesOf: Record<Unit, readonly Size[]> = {
  note: [],
  page_area: ['widthCm', 'heightCm'],
  column_cm: ['columns', 'heightCm'],
  second: ['seconds'],
  page_fraction: [],
  cpm: [],
  manual: [],
};
const words = {
  widthCm: 'clipping.width',
  heightCm: 'clipping.height',
  columns: 'clipping.columns',
  seconds: 'clipping.seconds',
} as const;

/** The size of an appearance in its unit, and the part of it that is about the entity. */
export function MeasureFields({ form }: { form: RecordForm<ClippingValues> }) {
  const { t } = useTranslation('press');
  const { fields } = form;
  const { unit } = fields.values.measures;
  return (
    <>
      <SimpleGrid cols={{ base: 2, xs: 3 }}>
        {sizesOf[unit].map((size) => (
          <TextInput
            key={size}
            label={t(words[size])}
            inputMode="decimal"
            withAsterisk
            {...fields.getInputProps(`measures.${size}`)}
          />
        ))}
        <TextInput
          label={t('clipping.share')}
          description={t('clipping.shareHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="decimal"
          {...fields.getInputProps('measures.share')}
        />
      </SimpleGrid>
      <Group>
        {unit !== 'note' && (
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
