import { Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { type Format, formats } from '../../shared/press/measures.ts';
import { type Answers, api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { RemoveButton } from '../ui/remove-button.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { PriceAndDays } from './rate-fields.tsx';

export type Policy = Answers['press']['listFlatPolicies']['rows'][number];

type PolicyValues = {
  format: Format;
  priceCop: number | null;
  vatIncluded: boolean;
  vatRate: string;
  validFrom: string;
  validTo: string;
  sourceReference: string;
  evidence: EvidenceFile[];
};

function valuesOf(policy: Policy | undefined, day: string): PolicyValues {
  return {
    format: policy?.format ?? 'web',
    priceCop: policy?.priceCop ?? null,
    vatIncluded: policy?.vatIncluded ?? false,
    vatRate: policy?.vatRate ?? '0.19',
    validFrom: policy?.validFrom ?? `${day.slice(0, 4)}-01-01`,
    validTo: policy?.validTo ?? '',
    sourceReference: policy?.sourceReference ?? '',
    evidence: policy?.evidence ?? [],
  };
}

function RemovePolicy({ policy, onRemoved }: { policy: Policy; onRemoved(): void }) {
  const { t } = useTranslation(['prices', 'press']);
  const remove = useMutation(api.press.removeFlatPolicy.mutationOptions());
  const restore = useMutation(api.press.restoreFlatPolicy.mutationOptions());
  return (
    <RemoveButton
      at={policy}
      message={t('prices:policies.removed', { format: t(`press:formats.${policy.format}`) })}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

interface PolicyFormProps {
  policy?: Policy;
  onClose(): void;
}

function usePolicyForm({ policy, onClose }: PolicyFormProps) {
  const { t } = useTranslation('prices');
  const { day } = useToday();
  const create = useMutation(api.press.createFlatPolicy.mutationOptions());
  const update = useMutation(api.press.updateFlatPolicy.mutationOptions());
  return useRecordForm<PolicyValues>({
    initialValues: valuesOf(policy, day),
    save({ evidence, ...values }, overVersion) {
      const priceCop = values.priceCop as number;
      const evidenceIds = evidence.map(({ id }) => id);
      const fields = { ...values, evidenceIds, priceCop, validTo: values.validTo || null };
      if (!policy) return create.mutateAsync(fields);
      const version = overVersion ?? policy.version;
      return update.mutateAsync({ at: { id: policy.id, version }, fields });
    },
    onSaved() {
      showDone(t('policies.saved'));
      onClose();
    },
  });
}

/** Adds or edits the flat price of a format. */
export function PolicyForm(props: PolicyFormProps) {
  const { policy, onClose } = props;
  const { t } = useTranslation(['prices', 'press']);
  const { timeZone } = useToday();
  const form = usePolicyForm(props);
  const { fields } = form;
  return (
    <DrawerForm
      title={t(policy ? 'prices:policies.edit' : 'prices:policies.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={policy && <RemovePolicy policy={policy} onRemoved={onClose} />}
    >
      <Select
        label={t('press:clipping.format')}
        allowDeselect={false}
        data-autofocus
        data={formats.map((value) => ({ value, label: t(`press:formats.${value}`) }))}
        {...fields.getInputProps('format')}
      />
      <PriceAndDays input={(name, options) => fields.getInputProps(name, options)} />
      <TextInput
        label={t('prices:policies.act')}
        description={t('prices:policies.actHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        withAsterisk
        {...fields.getInputProps('sourceReference')}
      />
      <EvidenceField
        value={fields.values.evidence}
        error={fields.errors.evidenceIds}
        onChange={(change) => fields.setFieldValue('evidence', change)}
      />
    </DrawerForm>
  );
}
