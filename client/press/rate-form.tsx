import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { type RecordForm, useRecordForm } from '../ui/use-record-form.ts';
import { PriceFields, SpaceFields } from './rate-fields.tsx';
import { fieldsToSend, type Rate, type RateValues, rateValues } from './rate-values.ts';
import { RemoveButton } from './remove-button.tsx';

interface RateFormProps {
  rate?: Rate;
  /** The outlet that a new rate is of. */
  outletId?: string;
  onClose(): void;
}

function useRateForm({ rate, outletId, onClose }: RateFormProps): RecordForm<RateValues> {
  const { t } = useTranslation('press');
  const format = useFormat();
  const { day } = useToday();
  const create = useMutation(api.press.createRate.mutationOptions());
  const update = useMutation(api.press.updateRate.mutationOptions());
  return useRecordForm<RateValues>({
    initialValues: rateValues(rate, outletId, day, format),
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

/** Adds or edits a rate. */
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
      <PriceFields form={form} />
    </DrawerForm>
  );
}
