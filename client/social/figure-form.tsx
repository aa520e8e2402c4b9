import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SnapshotPrecision } from '../../shared/social/metrics.ts';
import { metrics } from '../../shared/social/metrics.ts';
import type { PageRow } from '../../shared/social/rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';

type FigureValues = {
  metric: (typeof metrics)[number];
  day: string;
  value: number | null;
  precision: SnapshotPrecision;
};

const precisions: SnapshotPrecision[] = ['exact', 'rounded', 'estimated'];

/** A figure of a page and day, typed by a person. */
export function FigureForm({ page, onClose }: { page: PageRow; onClose(): void }) {
  const { t } = useTranslation('social');
  const { day, timeZone } = useToday();
  const type = useMutation(api.social.typeSnapshot.mutationOptions());
  const initialValues: FigureValues = { metric: 'followers', day, value: null, precision: 'exact' };
  const form = useRecordForm({
    initialValues,
    // An empty figure is sent as it is, to be refused by its name: absent is never zero.
    save: (values) =>
      type.mutateAsync({ ...values, pageId: page.id, value: values.value as number }),
    onSaved() {
      showDone(t('figure.saved'));
      onClose();
    },
  });
  const { getInputProps } = form.fields;
  return (
    <DrawerForm title={t('figure.title')} form={form} onClose={onClose} timeZone={timeZone}>
      <Text fw={600}>{page.title}</Text>
      <Text size="sm" c="dimmed">
        {t('figure.help')}
      </Text>
      <NativeSelect
        label={t('figure.metric')}
        data={metrics.map((value) => ({ value, label: t(`metrics.${value}`) }))}
        {...getInputProps('metric')}
      />
      <TextInput type="date" label={t('figure.day')} max={day} required {...getInputProps('day')} />
      <NumberField
        kind="whole"
        label={t('figure.value')}
        required
        data-autofocus
        {...getInputProps('value')}
      />
      <NativeSelect
        label={t('figure.precision')}
        description={t('figure.precisionHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={precisions.map((value) => ({ value, label: t(`figure.precisions.${value}`) }))}
        {...getInputProps('precision')}
      />
    </DrawerForm>
  );
}
