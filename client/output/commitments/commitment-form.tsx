import { NativeSelect, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type CommitmentRow, commitmentStates } from '../../../shared/output/commitments.ts';
import { api } from '../../app/api.ts';
import { useToday } from '../../app/self.tsx';
import { useDepartments } from '../../app/use-departments.ts';
import { DrawerForm } from '../../ui/drawer-form.tsx';
import { RemoveButton } from '../../ui/remove-button.tsx';
import { showDone } from '../../ui/undo-toast.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';
import '../../words/add-commitments-words.ts';

type CommitmentValues = {
  text: string;
  departmentId: string | null;
  dueDay: string;
  state: CommitmentRow['state'];
  notes: string;
};

function RemoveCommitment({
  commitment,
  onRemoved,
}: {
  commitment: CommitmentRow;
  onRemoved(): void;
}) {
  const { t } = useTranslation('commitments');
  const remove = useMutation(api.output.removeCommitment.mutationOptions());
  const restore = useMutation(api.output.restoreCommitment.mutationOptions());
  return (
    <RemoveButton
      at={commitment}
      message={t('removed')}
      remove={remove.mutateAsync}
      restore={restore.mutateAsync}
      onRemoved={onRemoved}
    />
  );
}

interface CommitmentFormProps {
  /** The meeting at which it was made. */
  meetingId: string;
  commitment?: CommitmentRow;
  onClose(): void;
}

/** Adds or changes what was promised at a meeting. */
export function CommitmentForm({ meetingId, commitment, onClose }: CommitmentFormProps) {
  const { t } = useTranslation('commitments');
  const { timeZone } = useToday();
  const departments = useDepartments(commitment);
  const create = useMutation(api.output.createCommitment.mutationOptions());
  const update = useMutation(api.output.updateCommitment.mutationOptions());
  const form = useRecordForm<CommitmentValues>({
    initialValues: {
      text: commitment?.text ?? '',
      departmentId: commitment?.departmentId ?? null,
      dueDay: commitment?.dueDay ?? '',
      state: commitment?.state ?? 'pending',
      notes: commitment?.notes ?? '',
    },
    save(values, overVersion) {
      const fields = { ...values, meetingId, dueDay: values.dueDay || null };
      if (!commitment) return create.mutateAsync(fields);
      const version = overVersion ?? commitment.version;
      return update.mutateAsync({ at: { id: commitment.id, version }, fields });
    },
    onSaved() {
      showDone(t('saved'));
      onClose();
    },
  });
  const { getInputProps } = form.fields;
  return (
    <DrawerForm
      title={t(commitment ? 'edit' : 'add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={commitment && <RemoveCommitment commitment={commitment} onRemoved={onClose} />}
    >
      <Textarea
        label={t('text')}
        withAsterisk
        autosize
        minRows={2}
        data-autofocus
        {...getInputProps('text')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('department')}
          data={departments}
          searchable
          clearable
          {...getInputProps('departmentId')}
        />
        <TextInput type="date" label={t('dueDay')} {...getInputProps('dueDay')} />
        <NativeSelect
          label={t('state')}
          data={commitmentStates.map((value) => ({ value, label: t(`states.${value}`) }))}
          {...getInputProps('state')}
        />
      </SimpleGrid>
      <Textarea label={t('notes')} autosize minRows={2} {...getInputProps('notes')} />
    </DrawerForm>
  );
}
