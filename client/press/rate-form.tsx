import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { useFormat } from '../format/use-format.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import { PriceAndDays, SourceFields, SpaceFields } from './rate-fields.tsx';
import { RateImpact } from './rate-impact.tsx';
import { fieldsToSend, type Rate, type RateValues, rateValues } from './rate-values.ts';

interface RateFormProps {
  rate?: Rate;
  /** The outlet that a new rate is of. */
  outletId?: string;
  onClose(): void;
}

function useRateForm({ rate, outletId, onClose }: RateFormProps): RecordForm<RateValues> {
  const { t } = useTranslation('press');
  const { day } = useToday();
  const create = useMutation(api.press.createRate.mutationOptions());
  const update = useMutation(api.press.updateRate.mutationOptions());
  return useRecordForm<RateValues>({
    initialValues: rateValues(rate, outletId, day),
    save(values, overVersion) {
      const fields = fieldsToSend(values);
      if (!rate) return create.mutateAsync(fields);
      return update.mutateAsync({
        at: { id: rate.id, version: overVersion ?? rate.version },
        fields,
      });
    },
    onSaved() {
      showDone(t('rates.saved'));
      onClose();
    },
  });
}

function RemoveRate({ rate, onRemoved }: { rate: Rate; onRemoved(): void }) {
  const { t } = useTranslation('press');
  const remove = useMutation(api.press.removeRate.mutationOptions());
  const restore = useMutation(api.press.restoreRate.mutationOptions());
  return (
    <RemoveButton
      at={rate}
      message={t('rates.removed', { name: rate.outletName })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

function ApprovedNote({ rate, isDirty }: { rate: Rate; isDirty: boolean }) {
  const { t } = useTranslation('prices');
  const { timeZone } = useToday();
  const format = useFormat();
  const { approvedBy: name, approvedAt } = rate;
  const at = approvedAt && format.instant(approvedAt, timeZone);
  return (
    <Text size="sm" c="dimmed">
      {at ? t('approval.byOn', { name, at }) : t('approval.by', { name })}
      {isDirty && `. ${t('approval.lost')}`}
    </Text>
  );
}

/** Adds or edits a rate, and shows which appearances it would value otherwise. */
export function RateForm(props: RateFormProps) {
  const { rate, onClose } = props;
  const { t } = useTranslation('press');
  const { timeZone } = useToday();
  const form = useRateForm(props);
  return (
    <DrawerForm
      title={rate ? t('rates.edit') : t('rates.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      size="lg"
      actions={rate && <RemoveRate rate={rate} onRemoved={onClose} />}
    >
      <SpaceFields form={form} />
      <PriceAndDays
        isOfOutlet
        input={(name, options) => form.fields.getInputProps(name, options)}
      />
      <SourceFields form={form} />
      <EvidenceField
        value={form.fields.values.evidence}
        error={form.fields.errors.evidenceIds}
        onChange={(change) => form.fields.setFieldValue('evidence', change)}
      />
      {(!rate || form.isDirty) && <RateImpact rate={rate} values={form.fields.values} />}
      {rate?.approvedBy && <ApprovedNote rate={rate} isDirty={form.isDirty} />}
    </DrawerForm>
  );
}
