import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type AlertKind, alertKinds } from '../../shared/social/alert-kinds.ts';
import type { AlertRuleRow } from '../../shared/social/alerts.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { showDone, showFailure, showUndo } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { networkChoices } from './page-filters.tsx';

interface AlertRuleFormProps {
  /** The rule to change; absent for a new one. */
  rule?: AlertRuleRow;
  onClose(): void;
}

type RuleValues = {
  kind: AlertKind;
  percent: string | null;
  days: number | null;
  network: NetworkId | '';
  isMailed: boolean;
};

function fieldsOf({ kind, percent, days, network, isMailed }: RuleValues) {
  return {
    kind,
    percent: kind === 'followers_fall' && percent !== null ? Number(percent) : null,
    // What is not typed is refused by the server beside its field.
    days: days as number,
    network: network === '' ? null : network,
    isMailed,
  };
}

function useRuleForm({ rule, onClose }: AlertRuleFormProps) {
  const { t } = useTranslation('alerts');
  const create = useMutation(api.social.createAlertRule.mutationOptions());
  const update = useMutation(api.social.updateAlertRule.mutationOptions());
  const initialValues: RuleValues = {
    kind: rule?.kind ?? 'followers_fall',
    percent: rule ? (rule.percent?.toString() ?? null) : '5',
    days: rule?.days ?? 7,
    network: rule?.network ?? '',
    isMailed: rule?.isMailed ?? true,
  };
  return useRecordForm({
    initialValues,
    save: (values, overVersion) => {
      const fields = fieldsOf(values);
      if (!rule) return create.mutateAsync(fields);
      return update.mutateAsync({
        at: { id: rule.id, version: overVersion ?? rule.version },
        fields,
      });
    },
    onSaved() {
      showDone(t('rules.saved'));
      onClose();
    },
  });
}

/** Removes a rule, with the way back. */
function RemoveButton({ rule, onDone }: { rule: AlertRuleRow; onDone(): void }) {
  const { t } = useTranslation(['alerts', 'ui']);
  const remove = useMutation(api.social.removeAlertRule.mutationOptions());
  const restore = useMutation(api.social.restoreAlertRule.mutationOptions());
  async function act(): Promise<void> {
    try {
      const at = await remove.mutateAsync({ id: rule.id, version: rule.version });
      showUndo(t('rules.removed'), () => restore.mutateAsync(at));
      onDone();
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Button variant="subtle" color="red" mr="auto" loading={remove.isPending} onClick={act}>
      {t('ui:remove')}
    </Button>
  );
}

/** A rule: of what to tell, from when on, on which network, and whether by e-mail. */
export function AlertRuleForm(props: AlertRuleFormProps) {
  const { rule, onClose } = props;
  const { t } = useTranslation('alerts');
  const { timeZone } = useToday();
  const form = useRuleForm(props);
  const { getInputProps, values } = form.fields;
  return (
    <DrawerForm
      title={t(rule ? 'rules.edit' : 'rules.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={rule && <RemoveButton rule={rule} onDone={onClose} />}
    >
      <NativeSelect
        label={t('rules.kind')}
        data-autofocus
        data={alertKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...getInputProps('kind')}
      />
      {values.kind === 'followers_fall' && (
        <NumberField
          kind="percent"
          limits={{ decimals: 1, max: 100 }}
          label={t('rules.percent')}
          description={t('rules.percentHelp')}
          required
          rightSection="%"
          {...getInputProps('percent')}
        />
      )}
      <NumberField
        kind="whole"
        label={t('rules.days')}
        description={t(`rules.daysHelp.${values.kind}`)}
        required
        {...getInputProps('days')}
      />
      <NativeSelect
        label={t('rules.network')}
        data={[{ value: '', label: t('rules.anyNetwork') }, ...networkChoices]}
        {...getInputProps('network')}
      />
      <Checkbox
        label={t('rules.isMailed')}
        description={t('rules.isMailedHelp')}
        {...getInputProps('isMailed', { type: 'checkbox' })}
      />
    </DrawerForm>
  );
}
