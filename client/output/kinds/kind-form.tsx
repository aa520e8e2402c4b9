import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { KindRow } from '../../../shared/output/rows.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { showDone, showFailure, showUndo } from '../../ui/undo-toast.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { FieldInputs } from './field-inputs.tsx';
import { kindValues, sentKind } from './kind-values.ts';

function useRemoveKind(onClose: () => void) {
  const { t } = useTranslation('kinds');
  const remove = useMutation(api.output.removeKind.mutationOptions());
  const restore = useMutation(api.output.restoreKind.mutationOptions());
  return async ({ id, version, label }: KindRow) => {
    if (version === null) return;
    try {
      const at = await remove.mutateAsync({ id, version });
      showUndo(t('removed', { name: label.many.es }), () => restore.mutateAsync(at));
      onClose();
    } catch (error) {
      showFailure(error);
    }
  };
}

/** Makes or changes a kind of the office's own. */
export function KindForm({ kind, onClose }: { kind: KindRow | undefined; onClose(): void }) {
  const { t } = useTranslation(['kinds', 'ui']);
  const { timeZone } = useToday();
  const create = useMutation(api.output.createKind.mutationOptions());
  const update = useMutation(api.output.updateKind.mutationOptions());
  const remove = useRemoveKind(onClose);
  const form = useRecordForm({
    initialValues: kindValues(kind),
    save(values, overVersion) {
      const fields = sentKind(values);
      if (!kind) return create.mutateAsync(fields);
      const version = overVersion ?? kind.version ?? 1;
      return update.mutateAsync({ at: { id: kind.id, version }, fields });
    },
    onSaved() {
      showDone(kind ? t('saved') : t('created', { name: form.fields.values.labelMany }));
      onClose();
    },
  });
  return (
    <DrawerForm
      title={t(kind ? 'edit' : 'add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={
        kind && (
          <Button variant="subtle" color="red" mr="auto" onClick={() => remove(kind)}>
            {t('ui:remove')}
          </Button>
        )
      }
    >
      <TextInput
        label={t('labelOne')}
        description={t('labelHelp')}
        required
        data-autofocus
        {...form.fields.getInputProps('labelOne')}
      />
      <TextInput label={t('labelMany')} required {...form.fields.getInputProps('labelMany')} />
      <FieldInputs form={form.fields} />
      <Checkbox
        label={t('isActive')}
        {...form.fields.getInputProps('isActive', { type: 'checkbox' })}
      />
    </DrawerForm>
  );
}
