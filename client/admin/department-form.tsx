import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';

export type Department = Answers['accounts']['listDepartments']['rows'][number];

interface DepartmentFormProps {
  /** Absent: a new one. */
  department?: Department;
  onClose(): void;
}

/** The name of a department. */
export function DepartmentForm({ department: newest, onClose }: DepartmentFormProps) {
  // The version that was opened: a later one, read meanwhile, would be overwritten unseen.
  const [department] = useState(newest);
  const { t } = useTranslation('admin');
  const { timeZone } = useToday();
  const create = useMutation(api.accounts.createDepartment.mutationOptions());
  const update = useMutation(api.accounts.updateDepartment.mutationOptions());
  const form = useRecordForm({
    initialValues: { name: department?.name ?? '' },
    save: (fields, overVersion) =>
      department
        ? update.mutateAsync({
            at: { id: department.id, version: overVersion ?? department.version },
            fields,
          })
        : create.mutateAsync(fields),
    onSaved() {
      showDone(t('departments.saved'));
      onClose();
    },
  });
  return (
    <DrawerForm
      title={t(department ? 'departments.edit' : 'departments.add')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
    >
      <TextInput
        label={t('departments.name')}
        description={t('departments.nameHelp')}
        required
        data-autofocus
        {...form.fields.getInputProps('name')}
      />
    </DrawerForm>
  );
}
